package org.openhersys.notification.batch;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openhersys.api.problem.Finding;

/**
 * How much is kept of what is found in refused rows, for as long as a batch can be read: a row of
 * rubbish can have as many findings as it has values, and a batch is a hundred thousand rows. Each
 * row keeps at least the first that refuses it. (The findings of a stored row stand with its
 * notification.)
 */
final class KeepingFindings {
  /** Characters: longer than any of the form. */
  private static final int LONGEST_POINTER = 200;

  /** A member as the contract writes it, or an index; a sender may have made one of a value. */
  private static final Pattern STEP = Pattern.compile("[a-z][A-Za-z0-9]{0,40}|[0-9]{1,6}");

  private final int mostOfARow;
  private int left;

  /**
   * @param kept how many of this batch are kept already
   */
  KeepingFindings(BatchSettings settings, int kept) {
    this.mostOfARow = settings.mostFindingsOfARow();
    this.left = Math.max(0, settings.mostFindings() - kept);
  }

  /** The same outcome with what is kept of it; what refuses goes before what only warns. */
  Outcome bound(Outcome outcome) {
    if (outcome.isStored()) {
      return outcome;
    }
    List<Finding> all = outcome.findings();
    int most = Math.max(1, Math.min(mostOfARow, left));
    List<Finding> kept =
        (all.size() <= most
                ? all.stream()
                : all.stream().sorted(Comparator.comparing(Finding::severity)).limit(most))
            .map(KeepingFindings::shortened)
            .toList();
    left = Math.max(0, left - kept.size());
    return new Outcome(outcome.row(), null, kept, all.size() - kept.size());
  }

  // To what encloses it: still a pointer to a place in the row.
  private static Finding shortened(Finding finding) {
    String pointer = finding.pointer();
    while (pointer.length() > LONGEST_POINTER || !isOfTheForm(pointer)) {
      pointer = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }
    return new Finding(pointer, finding.code(), finding.severity(), finding.message());
  }

  private static boolean isOfTheForm(String pointer) {
    return pointer.isEmpty()
        || Stream.of(pointer.substring(1).split("/", -1)).allMatch(STEP.asMatchPredicate());
  }
}
