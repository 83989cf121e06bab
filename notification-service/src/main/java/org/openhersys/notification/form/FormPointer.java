package org.openhersys.notification.form;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSON pointers (RFC 6901) to items of the form. */
public final class FormPointer {
  private static final Pattern INDEX = Pattern.compile("[0-3]");

  private FormPointer() {}

  /**
   * Whether the form has such an item, filled in or not; of a list the first four. The empty
   * pointer is the whole form.
   */
  public static boolean exists(String pointer) {
    if (pointer.isEmpty()) {
      return true;
    }
    if (!pointer.startsWith("/")) {
      return false;
    }
    Optional<Type> place = Optional.of(NotificationForm.class);
    for (String step : pointer.substring(1).split("/", -1)) {
      place = place.flatMap(type -> within(type, step));
    }
    return place.isPresent();
  }

  private static Optional<Type> within(Type type, String step) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return INDEX.matcher(step).matches()
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
