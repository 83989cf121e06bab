package org.openhersys.notification.catalogue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openhersys.notification.form.FormPointer;
import org.openhersys.notification.form.Specimen;
import org.openhersys.notification.form.TestMethod;

/**
 * 様式とコード表, as frontends and makers of record systems need them to show the same form.
 *
 * @param current label of the version in force
 */
public record FormCatalogue(
    String current, List<Version> versions, List<Item> items, List<CodeList> codeLists) {

  /**
   * 様式の版.
   *
   * @param until last day; null where no later version is known
   */
  public record Version(String label, LocalDate from, @Nullable LocalDate until) {}

  /**
   * 届出事項.
   *
   * @param most of a number, or what the form has room for
   * @param kept characters or entries that are held at most; more is refused
   * @param or pointer of the item that may stand in its stead; null where none may
   * @param reduced whether it is asked of a patient under a follow-up centre too (2022-08-04)
   */
  public record Item(
      String pointer,
      @Nullable String number,
      String japanese,
      String english,
      Kind kind,
      @Nullable Integer least,
      @Nullable Integer most,
      @Nullable Integer kept,
      @Nullable String codeList,
      @Nullable String or,
      AskedOf askedOf,
      boolean reduced,
      List<VersionDemand> demands) {}

  /** What a version wants of an item. */
  public record VersionDemand(String version, Demand demand) {}

  /** コード表. */
  public record CodeList(String name, List<Code> codes) {}

  /**
   * コード.
   *
   * @param specimens 検体: those that the form lists for a 検査方法; null for any other code
   * @param from first day on which it is valid; null when it always was
   * @param until last day on which it is valid; null while it is
   */
  public record Code(
      String code,
      String japanese,
      String english,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable List<Specimen> specimens) {}

  /** What is written in an item. */
  public enum Kind {
    TEXT,
    DATE,
    NUMBER,
    YES_NO,
    CODE,
    CODES,
    /** Entries that are groups of items. */
    LIST,
    /** Items that belong together. */
    GROUP
  }

  private static final Map<Class<?>, Kind> SIMPLE =
      Map.of(
          String.class, Kind.TEXT,
          LocalDate.class, Kind.DATE,
          Integer.class, Kind.NUMBER,
          Boolean.class, Kind.YES_NO);

  static FormCatalogue of(FormVersion current, Predicate<FormItem> reduced) {
    List<FormVersion> versions = FormVersions.all();
    return new FormCatalogue(
        current.label(),
        versions.stream().map(version -> version(version, versions)).toList(),
        FormVersions.items().stream()
            .map(item -> item(item, versions, reduced.test(item)))
            .toList(),
        CodeLists.all().entrySet().stream().map(FormCatalogue::codeList).toList());
  }

  private static Version version(FormVersion version, List<FormVersion> all) {
    int next = all.indexOf(version) + 1;
    return new Version(
        version.label(),
        version.from(),
        next < all.size() ? all.get(next).from().minusDays(1) : null);
  }

  private static Item item(FormItem item, List<FormVersion> versions, boolean reduced) {
    Type type = FormPointer.typeAt(item.pointer()).orElseThrow();
    return new Item(
        item.pointer(),
        item.number(),
        item.label().ja(),
        item.label().en(),
        kind(type),
        item.least(),
        item.most(),
        item.kept(),
        codeList(type),
        item.or(),
        item.askedOf(),
        reduced,
        versions.stream()
            .map(version -> new VersionDemand(version.label(), version.demand(item.pointer())))
            .toList());
  }

  private static Kind kind(Type type) {
    if (type instanceof ParameterizedType list) {
      return codeList(list) == null ? Kind.LIST : Kind.CODES;
    }
    Class<?> simple = (Class<?>) type;
    if (simple.isEnum()) {
      return Kind.CODE;
    }
    if (simple.isRecord()) {
      return Kind.GROUP;
    }
    return Optional.ofNullable(SIMPLE.get(simple)).orElseThrow();
  }

  private static @Nullable String codeList(Type type) {
    Type one = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
    return one instanceof Class<?> simple && simple.isEnum() ? simple.getSimpleName() : null;
  }

  private static CodeList codeList(Map.Entry<String, List<CodeLists.Code>> list) {
    return new CodeList(
        list.getKey(),
        list.getValue().stream()
            .map(
                code ->
                    new Code(
                        code.code(),
                        code.label().ja(),
                        code.label().en(),
                        code.from(),
                        code.until(),
                        specimens(list.getKey(), code.code())))
            .toList());
  }

  private static @Nullable List<Specimen> specimens(String list, String code) {
    if (!list.equals(TestMethod.class.getSimpleName())) {
      return null;
    }
    TestMethod method = TestMethod.valueOf(code);
    return Arrays.stream(Specimen.values()).filter(method::lists).toList();
  }
}
