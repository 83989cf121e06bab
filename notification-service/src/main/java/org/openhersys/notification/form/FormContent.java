package org.openhersys.notification.form;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a form says, item by item. */
public final class FormContent {

  /** Nothing within a longer list is looked at: it is too long for any item. */
  private static final int MOST_ENTRIES = 100;

  /** Reflection copies its answer each time it is asked: it is asked once. */
  private static final ClassValue<List<Member>> MEMBERS =
      new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> group) {
          return Stream.of(group.getRecordComponents()).map(Member::of).toList();
        }
      };

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
  public static boolean isEmpty(@Nullable Object entry) {
    return within("", "", entry).findAny().isEmpty();
  }

  /**
   * What stands at the pointer of an item or group, which is in no list; null where nothing does.
   *
   * @param group the form, or a group of it
   * @throws IllegalArgumentException when the form has no such item
   */
  public static @Nullable Object at(Record group, String pointer) {
    @Nullable Object place = group;
    for (String step : pointer.substring(1).split("/", -1)) {
      place = place == null ? null : member((Record) place, step).of((Record) place);
    }
    return place;
  }

  private static Member member(Record group, String name) {
    return MEMBERS.get(group.getClass()).stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  private static Stream<Written> within(String pointer, String item, @Nullable Object value) {
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
      return MEMBERS.get(group.getClass()).stream()
          .flatMap(
              member ->
                  within(
                      pointer + "/" + member.name(), item + "/" + member.name(), member.of(group)));
    }
    return Stream.of(new Written(pointer, item, value));
  }

  /** A member of a group of the form. */
  private record Member(String name, Method accessor) {
    static Member of(RecordComponent component) {
      Method accessor = component.getAccessor();
      // Public as it is; else the right to call it is looked up at each call.
      accessor.setAccessible(true);
      return new Member(component.getName(), accessor);
    }

    @Nullable Object of(Record group) {
      try {
        return accessor.invoke(group);
      } catch (IllegalAccessException | InvocationTargetException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
