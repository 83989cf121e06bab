package org.openhersys.notification.batch;

import java.util.Comparator;
import java.util.List;
import org.openhersys.api.problem.Finding;

/**
 * How much is kept of what is found in refused rows, for as long as a batch can be read: a row of
 * rubbish can have as many findings as it has values, and a batch is a hundred thousand rows. Each
 * row keeps at least the first that refuses it. (The findings of a stored row stand with its
 * notification.)
 */
final class KeepingFindings {
  /** Characters: longer than any of the form, and not what a sender may have called a member. */
  private static final int LONGEST_POINTER = 200;

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
    while (pointer.length() > LONGEST_POINTER) {
      pointer = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }
    return new Finding(pointer, finding.code(), finding.severity(), finding.message());
  }
}
