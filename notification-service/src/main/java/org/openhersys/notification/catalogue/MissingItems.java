package org.openhersys.notification.catalogue;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openhersys.notification.form.FormContent;
import org.openhersys.notification.form.FormContent.Written;
import org.openhersys.notification.form.NotificationForm;

/** 未入力の届出事項: what a form still lacks to be whole. It blocks nothing ([S5]). */
@Startup
@Singleton
public class MissingItems {
  private static final String REDUCED = "/assessment/underFollowUpCentre";
  private static final String EACH = "/*";

  private final Set<String> reduced;

  /**
   * @param reduced {@code hersys.form.reduced-items}: what alone is asked of a patient of low risk
   *     whom a follow-up centre looks after, in a version that knows of such (2022-08-04)
   */
  MissingItems(@ConfigProperty(name = "hersys.form.reduced-items") List<String> reduced) {
    reduced.forEach(FormVersions::item);
    this.reduced = Set.copyOf(reduced);
  }

  /** JSON pointers (RFC 6901) of what the version wants and the form does not say. */
  public List<String> of(NotificationForm form, FormVersion version) {
    Map<String, Object> written =
        FormContent.of(form)
            .filter(place -> !isBlank(place.value()))
            .collect(Collectors.toMap(Written::pointer, Written::value));
    return FormVersions.items().stream()
        .filter(item -> version.demand(item.pointer()).wants())
        .filter(item -> item.askedOf().concerns(form))
        .map(FormItem::pointer)
        .filter(isAskedOf(written, version))
        .flatMap(item -> places(item, written))
        .filter(place -> isAbsent(place, written))
        .toList();
  }

  private Predicate<String> isAskedOf(Map<String, Object> written, FormVersion version) {
    boolean isReduced =
        Boolean.TRUE.equals(written.get(REDUCED)) && version.demand(REDUCED) != Demand.ABSENT;
    return item -> !isReduced || reduced.contains(item);
  }

  /** Where the item has its place in this form: once, or once in each entry of a list. */
  private static Stream<String> places(String item, Map<String, Object> written) {
    int each = item.indexOf(EACH);
    if (each < 0) {
      return Stream.of(item);
    }
    String list = item.substring(0, each);
    String member = item.substring(each + EACH.length());
    int entries = written.get(list) instanceof List<?> given ? given.size() : 0;
    return IntStream.range(0, entries).mapToObj(i -> list + "/" + i + member);
  }

  /** A group is absent while nothing of it is written. */
  private static boolean isAbsent(String place, Map<String, Object> written) {
    return !written.containsKey(place)
        && written.keySet().stream().noneMatch(pointer -> pointer.startsWith(place + "/"));
  }

  private static boolean isBlank(Object value) {
    return (value instanceof String text && text.isBlank())
        || (value instanceof List<?> list && list.isEmpty());
  }
}
