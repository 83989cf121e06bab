package org.openhersys.notification.form;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSON pointers (RFC 6901) to items of the form. */
public final class FormPointer {
  private static final String EACH = "*";
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]?");

  private FormPointer() {}

  /**
   * Whether the form has such an item, filled in or not; of a list the first hundred. The empty
   * pointer is the whole form.
   */
  public static boolean exists(String pointer) {
    return !pointer.contains(EACH) && typeAt(pointer).isPresent();
  }

  /**
   * What stands at the pointer, in which {@code *} may stand for each entry of a list; nothing
   * where the form has no such item.
   */
  public static Optional<Type> typeAt(String pointer) {
    Optional<Type> place = Optional.of(NotificationForm.class);
    if (pointer.isEmpty()) {
      return place;
    }
    if (!pointer.startsWith("/")) {
      return Optional.empty();
    }
    for (String step : pointer.substring(1).split("/", -1)) {
      place = place.flatMap(type -> within(type, step));
    }
    return place;
  }

  private static Optional<Type> within(Type type, String step) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return step.equals(EACH) || INDEX.matcher(step).matches()
          ? Optional.of(list.getActualTypeArguments()[0])
          : Optional.empty();
    }
    if (type instanceof Class<?> group && group.isRecord()) {
      for (RecordComponent member : group.getRecordComponents()) {
        if (member.getName().equals(step)) {
          return Optional.of(member.getGenericType());
        }
      }
    }
    return Optional.empty();
  }
}
