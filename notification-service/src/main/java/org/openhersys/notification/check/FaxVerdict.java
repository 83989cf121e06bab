package org.openhersys.notification.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Severity;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.form.NotificationForm;

/**
 * What is to be said about a fax that is entered for its sender (FAX代行入力). The centre enters what
 * the fax says: what would refuse the sender's own submission warns here, and is asked of the
 * sender. Only what cannot be kept at all refuses still.
 *
 * @param verdict with which it is taken in
 * @param queried what would have refused it: each is a question to the sender
 */
public record FaxVerdict(Verdict verdict, List<Finding> queried) {
  private static final Set<String> WITHOUT_ROOM =
      Set.of("TEXT_TOO_LONG", "TOO_MANY_ENTRIES", "ENTRY_NULL");

  /** Without them no notification can be kept or found again. */
  private static final Set<String> NEEDED =
      Set.of("/diagnosisCategory", "/patient/name", "/patient/sex", "/patient/birthDate");

  /**
   * Examines a form by all checks.
   *
   * @param body the form, with what could not be read of it
   * @param today the day in Japan
   * @param version by whose rules it is read
   * @param faxReceivedOn FAX受信日: by it the doctor was in time or not
   */
  public static FaxVerdict of(
      Body<NotificationForm> body, LocalDate today, FormVersion version, LocalDate faxReceivedOn) {
    List<Finding> found =
        Stream.concat(
                LogicChecks.examine(
                    new Examination(body.value(), today, version, faxReceivedOn), body.findings())
                    .stream(),
                Attestation.of(body.value().attestedBy()).stream())
            .toList();
    Predicate<Finding> asked = finding -> isAsked(finding, body.findings());
    return new FaxVerdict(
        new Verdict(
            found.stream()
                .map(finding -> asked.test(finding) ? warning(finding) : finding)
                .toList()),
        found.stream().filter(asked).toList());
  }

  /**
   * What a later correction of such a notification is told: what stands open from the fax keeps
   * nobody from correcting something else, at whatever place of its list it has come to stand. No
   * more of a kind are tolerated than stand.
   *
   * @param standing findings of the present revision
   */
  public static List<Finding> tolerating(List<Finding> found, List<Finding> standing) {
    List<String> open = new ArrayList<>(standing.stream().map(FaxVerdict::kind).toList());
    Set<String> places = standing.stream().map(FaxVerdict::place).collect(Collectors.toSet());
    List<Finding> told = new ArrayList<>(found);
    told.replaceAll(
        finding -> places.contains(place(finding)) ? tolerated(finding, open) : finding);
    told.replaceAll(finding -> tolerated(finding, open));
    return List.copyOf(told);
  }

  private static Finding tolerated(Finding finding, List<String> open) {
    return finding.severity() == Severity.ERROR && open.remove(kind(finding))
        ? warning(finding)
        : finding;
  }

  private static String place(Finding finding) {
    return finding.code() + " " + finding.pointer();
  }

  /** What is wrong with which item, in whichever entry of its list. */
  private static String kind(Finding finding) {
    return finding.code() + " " + finding.pointer().replaceAll("/[0-9]+(?=/|$)", "/*");
  }

  private static boolean isAsked(Finding finding, List<Finding> unreadable) {
    return finding.severity() == Severity.ERROR
        && !unreadable.contains(finding)
        && !WITHOUT_ROOM.contains(finding.code())
        && !(finding.code().equals(MinimumSet.REQUIRED) && NEEDED.contains(finding.pointer()));
  }

  private static Finding warning(Finding finding) {
    return new Finding(finding.pointer(), finding.code(), Severity.WARNING, finding.message());
  }
}
