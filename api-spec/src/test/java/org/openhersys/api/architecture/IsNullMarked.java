package org.openhersys.api.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** A class in a package where null stands only where {@code @Nullable} says so. */
final class IsNullMarked extends ArchCondition<JavaClass> {
  IsNullMarked() {
    super("be in a package that is @NullMarked");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean marked = type.reflect().getPackage().isAnnotationPresent(NullMarked.class);
    events.add(
        new SimpleConditionEvent(
            type, marked, type.getName() + " is in a package that is not @NullMarked"));
  }
}
