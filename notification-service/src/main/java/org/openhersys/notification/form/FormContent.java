package org.openhersys.notification.form;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a form says, item by item. */
public final class FormContent {

  /** Nothing within a longer list is looked at: it is too long for any item. */
  private static final int MOST_ENTRIES = 100;

  private FormContent() {}

  /**
   * What is written in one place.
   *
   * @param pointer JSON pointer (RFC 6901) to the place
   * @param item the pointer of the item: {@code *} for each index
   * @param value a text, number, date, code, truth or list; never null, never a group
   */
  public record Written(String pointer, String item, Object value) {}

  /** All that is written, in the order of the form: a list first, then what its entries say. */
  public static Stream<Written> of(NotificationForm form) {
    return within("", "", form);
  }

  /** Whether an entry of a list says nothing: null, or a group in which nothing is written. */
  public static boolean isEmpty(Object entry) {
    return within("", "", entry).findAny().isEmpty();
  }

  private static Stream<Written> within(String pointer, String item, Object value) {
    if (value == null) {
      return Stream.empty();
    }
    if (value instanceof List<?> list) {
      return Stream.concat(
          Stream.of(new Written(pointer, item, list)),
          IntStream.range(0, list.size() > MOST_ENTRIES ? 0 : list.size())
              .filter(i -> list.get(i) instanceof Record)
              .boxed()
              .flatMap(i -> within(pointer + "/" + i, item + "/*", list.get(i))));
    }
    if (value instanceof Record group) {
      return Stream.of(group.getClass().getRecordComponents())
          .flatMap(
              member ->
                  within(
                      pointer + "/" + member.getName(),
                      item + "/" + member.getName(),
                      value(group, member)));
    }
    return Stream.of(new Written(pointer, item, value));
  }

  private static Object value(Record group, RecordComponent member) {
    try {
      return member.getAccessor().invoke(group);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
