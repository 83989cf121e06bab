package org.openhersys.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts Java programs with the Java that runs the launcher. */
public final class JavaCommand {
  private JavaCommand() {}

  public static ProcessBuilder of(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
