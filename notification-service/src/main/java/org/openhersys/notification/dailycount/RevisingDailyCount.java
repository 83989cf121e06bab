package org.openhersys.notification.dailycount;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.http.ETags;
import org.openhersys.api.problem.ProblemException;

/** How a count that stands gets another revision, whoever may make one. */
@Singleton
class RevisingDailyCount {
  private final DailyCountRecords records;
  private final Clock clock;

  RevisingDailyCount(DailyCountRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * @param held its present state, held until the transaction ends
   * @param ifMatch the tag of the state that the caller saw
   * @param reason null where its reporter corrects it
   * @throws ProblemException 428 without a tag; 412 with another than the present one, telling
   *     which bands differ and who corrected them
   */
  void revise(
      Handle handle,
      Caller caller,
      KeptDailyCount held,
      @Nullable String ifMatch,
      Map<String, Integer> counts,
      @Nullable String reason) {
    ETags.requireMatch(ifMatch, held.tag(), () -> stale(handle, held, ifMatch));
    records.revise(handle, caller, held, counts, reason, clock.instant());
  }

  /**
   * For counts that stand already: whoever repeats what made them so brings the tag of a state that
   * was before them.
   *
   * @throws ProblemException 412 with a tag that this count never had
   */
  void requireKnown(Handle handle, KeptDailyCount held, @Nullable String ifMatch) {
    boolean known =
        IntStream.rangeClosed(1, held.present().revision())
            .anyMatch(revision -> ETags.isNamed(ifMatch, held.tag(revision)));
    if (!known) {
      throw stale(handle, held, ifMatch);
    }
  }

  private ProblemException stale(Handle handle, KeptDailyCount held, @Nullable String ifMatch) {
    KeptCountRevision present = held.present();
    return ProblemException.stale(
        held.tag(),
        present.organisation().name(),
        had(handle, held, ifMatch).map(present::differences).orElse(List.of()));
  }

  private Optional<KeptCountRevision> had(
      Handle handle, KeptDailyCount held, @Nullable String ifMatch) {
    Matcher tag = Pattern.compile("\"" + held.id() + "-([0-9]{1,9})\"").matcher(ifMatch);
    return tag.find()
        ? records.revisions(handle, held.id()).stream()
            .filter(revision -> revision.revision() == Integer.parseInt(tag.group(1)))
            .findFirst()
        : Optional.empty();
  }
}
