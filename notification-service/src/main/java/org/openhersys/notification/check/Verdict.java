package org.openhersys.notification.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Role;
import org.openhersys.api.json.Body;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.Severity;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.form.NotificationForm;

/**
 * What is to be said about a form that is about to be reported.
 *
 * @param findings all of them, errors and warnings
 */
public record Verdict(List<Finding> findings) {

  /**
   * Examines a form by all checks.
   *
   * @param role of who submits; null for a record system
   * @param body the form, with what could not be read of it
   * @param today the day in Japan
   * @param version by whose rules it is read
   */
  public static Verdict ofSubmission(
      @Nullable Role role, Body<NotificationForm> body, LocalDate today, FormVersion version) {
    return new Verdict(
        Stream.of(
                LogicChecks.examine(new Examination(body.value(), today, version), body.findings())
                    .stream(),
                TestsAtOnce.ofSubmission(body.value()).stream(),
                Attestation.ofSubmission(role, body.value()).stream())
            .flatMap(found -> found)
            .toList());
  }

  /** The same with what was found beyond the form. */
  public Verdict with(Optional<Finding> beyond) {
    return with(beyond.stream().toList());
  }

  /** The same with all that was found beyond the form. */
  public Verdict with(List<Finding> beyond) {
    return new Verdict(Stream.concat(findings.stream(), beyond.stream()).toList());
  }

  /** What refuses. */
  public List<Finding> errors() {
    return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  /** Whether nothing refuses. */
  public boolean isAcceptable() {
    return errors().isEmpty();
  }
}
