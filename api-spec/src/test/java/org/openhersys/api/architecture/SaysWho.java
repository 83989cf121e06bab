package org.openhersys.api.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.util.List;

/** An endpoint says who may use it, on itself or on its class. */
final class SaysWho extends ArchCondition<JavaMethod> {
  private static final List<Class<? extends Annotation>> ANSWERS =
      List.of(RolesAllowed.class, PermitAll.class, Authenticated.class);

  SaysWho() {
    super("say who may use it");
  }

  @Override
  public void check(JavaMethod method, ConditionEvents events) {
    boolean endpoint =
        method.getAnnotations().stream()
            .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
    boolean says =
        ANSWERS.stream()
            .anyMatch(
                answer ->
                    method.isAnnotatedWith(answer) || method.getOwner().isAnnotatedWith(answer));
    if (endpoint && !says) {
      events.add(SimpleConditionEvent.violated(method, method.getFullName() + " says nothing"));
    }
  }
}
