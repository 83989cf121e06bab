package org.openhersys.local;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every integration test the same started system: starting one takes a quarter of a minute.
 * It is stopped after the last test.
 */
public final class SharedSystem implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SharedSystem.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningSystem.class;
  }

  @Override
  public RunningSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
    RunningSystem system =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(
                RunningSystem.class, key -> RunningSystem.start(), RunningSystem.class);
    system.launcher().awaitReady();
    return system;
  }
}
