package org.openhersys.notification.submission;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.openhersys.api.caller.Caller;
import org.openhersys.api.caller.Role;
import org.openhersys.api.identifier.SmartphoneEntryId;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.json.Body;
import org.openhersys.api.json.BodyReader;
import org.openhersys.api.problem.Finding;
import org.openhersys.api.problem.ProblemException;
import org.openhersys.api.time.Japan;
import org.openhersys.notification.catalogue.FormCalendar;
import org.openhersys.notification.catalogue.FormVersion;
import org.openhersys.notification.check.Verdict;
import org.openhersys.notification.form.NotificationForm;

/**
 * Taking in many notifications that were reported at one instant, by the rules of {@link
 * SubmittingNotification}, in a transaction that the caller holds and has entered. What a request
 * needs beyond that, the key and the row of the access log, is the caller's to see to.
 */
@Singleton
public class SubmittingMany {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final BodyReader reader;
  private final FormCalendar calendar;
  private final ManyStore store;

  SubmittingMany(BodyReader reader, FormCalendar calendar, ManyStore store) {
    this.reader = reader;
    this.calendar = calendar;
    this.store = store;
  }

  /**
   * A form that was looked at.
   *
   * @param form null where it could not be read
   * @param findings all of them; one that refuses is enough to refuse it
   */
  public record Examined(@Nullable NotificationForm form, List<Finding> findings) {
    /** Whether nothing refuses. */
    public boolean isAcceptable() {
      return new Verdict(findings).isAcceptable();
    }
  }

  /**
   * A notification that stands now.
   *
   * @param warnings that are kept with it
   */
  public record Taken(UUID notificationId, UUID courseId, List<Finding> warnings) {}

  /**
   * Reads and examines one.
   *
   * @param role of who submits; null for a record system
   * @param raw JSON as a single submission has it
   * @param at the instant of 報告
   */
  public Examined examine(@Nullable Role role, byte[] raw, Instant at) {
    LocalDate today = Japan.day(at);
    try {
      Body<NotificationForm> body = reader.read(raw, NotificationForm.class);
      return new Examined(
          body.value(), Verdict.ofSubmission(role, body, today, calendar.on(today)).findings());
    } catch (ProblemException malformed) {
      return new Examined(null, malformed.errors());
    }
  }

  /**
   * Whether a health centre receives what the caller's organisation sends.
   *
   * @throws ProblemException 409 when none does
   */
  public void requireReceivingCentre(Handle handle, Caller caller) {
    if (!store.isReceived(handle, caller.organisationId())) {
      throw SubmittingNotification.nobodyReceives();
    }
  }

  /**
   * Stores all of them; who is likely the same person as one before it here is told so too.
   *
   * @param acceptable in their order
   * @return in the same order
   * @throws ProblemException 409 when no health centre serves the sender's place: nothing was
   *     written
   */
  public List<Taken> store(Handle handle, Caller caller, Instant at, List<Examined> acceptable) {
    FormVersion version = calendar.on(Japan.day(at));
    List<SmartphoneEntryId> entryIds = freeEntryIds(handle, acceptable.size());
    List<Submission> submissions =
        IntStream.range(0, acceptable.size())
            .mapToObj(
                i ->
                    new Submission(
                        Uuids.next(),
                        Uuids.next(),
                        entryIds.get(i),
                        Objects.requireNonNull(acceptable.get(i).form()),
                        version,
                        acceptable.get(i).findings(),
                        List.of(),
                        at,
                        Provenance.of(caller)))
            .toList();
    List<List<Finding>> warnings = warnings(submissions, store.alike(handle, submissions));
    if (!store.add(handle, submissions, warnings)) {
      throw SubmittingNotification.nobodyReceives();
    }
    return IntStream.range(0, submissions.size())
        .mapToObj(
            i ->
                new Taken(
                    submissions.get(i).notificationId(),
                    submissions.get(i).courseId(),
                    warnings.get(i)))
        .toList();
  }

  private static List<List<Finding>> warnings(List<Submission> submissions, Set<Integer> alike) {
    return IntStream.range(0, submissions.size())
        .mapToObj(i -> submissions.get(i).warnings(alike.contains(i)))
        .toList();
  }

  // Asked beforehand: one that is taken would undo the whole transaction. Somebody else may still
  // draw the same one at this moment; then it is undone, and done again.
  private List<SmartphoneEntryId> freeEntryIds(Handle handle, int many) {
    Set<SmartphoneEntryId> free = new HashSet<>();
    while (free.size() < many) {
      Set<SmartphoneEntryId> drawn = new HashSet<>();
      while (free.size() + drawn.size() < many) {
        drawn.add(SmartphoneEntryId.random(RANDOM));
      }
      drawn.removeAll(store.taken(handle, drawn));
      free.addAll(drawn);
    }
    return List.copyOf(free);
  }
}
