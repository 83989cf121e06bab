package org.openhersys.notification.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhersys.notification.form.FormPointer;
import org.openhersys.notification.form.NotificationForm;

class FormTableTest {

  @Test
  void theTableHasEveryItemOfTheFormAndNoOther() {
    Set<String> written =
        FormVersions.items().stream()
            .filter(item -> !isGroup(item))
            .map(FormItem::pointer)
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(new TreeSet<>(leaves("", NotificationForm.class).toList()), written);
    assertTrue(FormVersions.items().stream().allMatch(item -> type(item) != null));
  }

  @Test
  void everyItemIsBoundedWhereItCouldGrow() {
    List<String> unbounded =
        FormVersions.items().stream()
            .filter(item -> item.most() == null)
            .filter(item -> type(item) != LocalDate.class && type(item) != Boolean.class)
            .filter(item -> !isGroup(item) && !(type(item) instanceof Class<?> of && of.isEnum()))
            .map(FormItem::pointer)
            .toList();

    assertEquals(List.of(), unbounded);
  }

  @Test
  void everyCodeListIsThatOfTheForm() {
    Map<String, List<String>> ofTheForm = new TreeMap<>();
    FormVersions.items().stream()
        .map(FormTableTest::entryType)
        .filter(Class::isEnum)
        .forEach(
            codes ->
                ofTheForm.put(
                    codes.getSimpleName(),
                    Arrays.stream(codes.getEnumConstants()).map(Object::toString).toList()));
    Map<String, List<String>> written = new TreeMap<>();
    CodeLists.all()
        .forEach(
            (name, codes) -> written.put(name, codes.stream().map(CodeLists.Code::code).toList()));

    assertEquals(ofTheForm, written);
  }

  @Test
  void theMinimumSetOfTheSeedsIsWhatTheFirstVersionRequires() {
    assertEquals(
        Set.of(
            "/diagnosisCategory",
            "/patient/name",
            "/patient/sex",
            "/patient/birthDate",
            "/currentLocation",
            "/tests"),
        FormVersions.items().stream()
            .map(FormItem::pointer)
            .filter(FormVersions.kept("2020-10")::requires)
            .collect(Collectors.toSet()));
  }

  private static boolean isGroup(FormItem item) {
    return type(item) instanceof Class<?> simple && simple.isRecord();
  }

  private static Type type(FormItem item) {
    return FormPointer.typeAt(item.pointer()).orElse(null);
  }

  private static Class<?> entryType(FormItem item) {
    return (Class<?>)
        (type(item) instanceof ParameterizedType list
            ? list.getActualTypeArguments()[0]
            : type(item));
  }

  private static Stream<String> leaves(String pointer, Type type) {
    if (type instanceof ParameterizedType list) {
      Type entry = list.getActualTypeArguments()[0];
      return Stream.concat(
          Stream.of(pointer),
          entry instanceof Class<?> simple && simple.isRecord()
              ? leaves(pointer + "/*", entry)
              : Stream.empty());
    }
    Class<?> simple = (Class<?>) type;
    return simple.isRecord()
        ? Stream.of(simple.getRecordComponents())
            .flatMap(
                (RecordComponent member) ->
                    leaves(pointer + "/" + member.getName(), member.getGenericType()))
        : Stream.of(pointer);
  }
}
