package org.openhersys.notification.catalogue;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openhersys.notification.form.FormContent;
import org.openhersys.notification.form.FormContent.Written;
import org.openhersys.notification.form.NotificationForm;

/**
 * 未入力の届出事項: what a form still lacks to be whole. It blocks nothing ([S5]). A list without entries
 * says that there are none.
 */
@Startup
@Singleton
public class MissingItems {
  private static final String REDUCED = "/assessment/underFollowUpCentre";
  private static final String EACH = "/*";

  private final Set<String> reduced;

  /**
   * Reads which items are asked of a patient of low risk whom a follow-up centre looks after.
   *
   * @param reduced {@code hersys.form.reduced-items}, in a version that knows of such (2022-08-04)
   * @throws IllegalArgumentException when one is no item of the form, so that the service does not
   *     start
   */
  MissingItems(@ConfigProperty(name = "hersys.form.reduced-items") List<String> reduced) {
    reduced.forEach(FormVersions::item);
    this.reduced = Set.copyOf(reduced);
  }

  /** Whether the item is asked of patients under a follow-up centre too. */
  boolean isOfReducedSet(FormItem item) {
    return reduced.contains(item.pointer());
  }

  /** JSON pointers (RFC 6901) of what the version wants and the form does not say. */
  public List<String> of(NotificationForm form, FormVersion version) {
    Map<String, Object> written =
        FormContent.of(form)
            .filter(place -> !isBlank(place.value()))
            .collect(Collectors.toMap(Written::pointer, Written::value));
    Set<String> said = withGroups(written.keySet());
    boolean isReduced =
        Boolean.TRUE.equals(written.get(REDUCED)) && version.demand(REDUCED) != Demand.ABSENT;
    return FormVersions.items().stream()
        .filter(item -> version.demand(item.pointer()).wants())
        .filter(item -> !isReduced || isOfReducedSet(item))
        .flatMap(item -> places(item, form, written))
        .filter(place -> !said.contains(place))
        .toList();
  }

  /**
   * Where the item concerns this form: in one place, or in entries of a list that is not too long.
   */
  private static Stream<String> places(
      FormItem item, NotificationForm form, Map<String, Object> written) {
    int each = item.pointer().indexOf(EACH);
    if (each < 0) {
      return item.askedOf().concerns(form, null) ? Stream.of(item.pointer()) : Stream.empty();
    }
    String list = item.pointer().substring(0, each);
    String member = item.pointer().substring(each + EACH.length());
    List<?> entries = written.get(list) instanceof List<?> given ? given : List.of();
    return IntStream.range(
            0, entries.size() > FormVersions.item(list).keptAtMost() ? 0 : entries.size())
        .filter(i -> item.askedOf().concerns(form, entries.get(i)))
        .mapToObj(i -> list + "/" + i + member);
  }

  /** A group is said as soon as something of it is. */
  private static Set<String> withGroups(Set<String> pointers) {
    Set<String> said = new HashSet<>(pointers);
    for (String pointer : pointers) {
      for (int end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
        said.add(pointer.substring(0, end));
      }
    }
    return said;
  }

  private static boolean isBlank(Object value) {
    return value instanceof String text && text.isBlank();
  }
}
