package org.openhersys.tracking;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.openhersys.api.identifier.SmartphoneEntryId;
import org.openhersys.api.identifier.Uuids;
import org.openhersys.api.testing.Directory;
import org.openhersys.api.testing.HersysDatabase;

/**
 * A notification as notification-service leaves it in the database, of a person who does not exist.
 */
public record Submission(UUID notificationId, UUID courseId, UUID institution, UUID centre) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new course, notified to that centre by an institution of its own. */
  public static Submission to(UUID centre) {
    return HersysDatabase.owner()
        .inTransaction(h -> written(h, centre, "ADMISSION_BEING_ARRANGED"));
  }

  /** One without a first status. */
  public static Submission withoutStatus(UUID centre) {
    return HersysDatabase.owner().inTransaction(h -> written(h, centre, null));
  }

  /** In a transaction that the test holds. */
  public static Submission written(Handle h, UUID centre, String status) {
    return written(h, Directory.institution("011002"), centre, status);
  }

  /** By an institution that is there already. */
  public static Submission written(Handle h, UUID institution, UUID centre, String status) {
    Submission made = new Submission(Uuids.next(), Uuids.next(), institution, centre);
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    h.execute(
        """
        insert into notification.course (id, smartphone_entry_id, disease, opened_by_organisation_id, receiving_organisation_id, opened_at)
        values (?, ?, 'COVID_19', ?, ?, ?)
        """,
        made.courseId,
        SmartphoneEntryId.random(RANDOM).value(),
        made.institution,
        centre,
        now);
    h.execute(
        """
        insert into notification.notification
          (id, course_id, disease, form_version, sender_organisation_id, receiving_organisation_id, revision, submitted_at, submission_dates)
        values (?, ?, 'COVID_19', '2023-05-08', ?, ?, 1, ?, '{"CONFIRMED": "2026-11-23"}')
        """,
        made.notificationId,
        made.courseId,
        made.institution,
        centre,
        now);
    h.execute(
        """
        insert into notification.confirmation
          (notification_id, course_id, sender_organisation_id, receiving_organisation_id, submitted_at)
        values (?, ?, ?, ?, ?)
        """,
        made.notificationId,
        made.courseId,
        made.institution,
        centre,
        now);
    made.revise(h, 1, "架空 太郎", status);
    return made;
  }

  /** Another revision, and its event. */
  public void revise(Handle h, int revision, String name, String status) {
    revise(h, revision, name, status, "CONFIRMED");
  }

  /**
   * Another revision in that category, and its event.
   *
   * @param results of the tests; {@code -} stands for a pending one, {@code 0} for an empty entry
   */
  public void revise(
      Handle h, int revision, String name, String status, String category, String... results) {
    String tests =
        Stream.of(results).map(Submission::test).collect(Collectors.joining(", ", "[", "]"));
    h.execute(
        """
        insert into notification.revision
          (notification_id, revision, organisation_id, entered_by, operator, attested_by, recorded_at, document, findings,
           diagnosis_category, diagnosis_date, patient_name, patient_name_kana, sex, birth_date, municipality_code, current_status)
        values (?, ?, ?, ?, '見本 看護師', '見本 医師', now(),
                jsonb_build_object('diagnosisCategory', ?::text, 'tests', ?::jsonb, 'patient',
                  jsonb_build_object('name', ?::text, 'sex', 'FEMALE', 'birthDate', '1961-04-05')),
                '[{"pointer": "/tests/0/result", "code": "RESULT_PENDING", "severity": "WARNING",
                   "message": {"ja": "検査結果が未入力です", "en": "The result is pending"}}]',
                ?, ?, ?, 'カクウ タロウ', 'FEMALE', date '1961-04-05', '011002', ?)
        """,
        notificationId,
        revision,
        institution,
        Uuids.next(),
        category,
        tests,
        name,
        category,
        LocalDate.of(2026, 11, 22),
        name,
        status);
    h.execute(
        "update notification.notification set revision = ? where id = ?", revision, notificationId);
    event(h, "NOTIFICATION_SUBMITTED", revision);
  }

  private static String test(String result) {
    return switch (result) {
      case "-" -> "{\"method\": \"NUCLEIC_ACID_AMPLIFICATION\"}";
      case "0" -> "{}";
      default -> "{\"result\": \"%s\"}".formatted(result);
    };
  }

  /**
   * Another notification of the course behind this one, which is frozen (追加登録); not revised yet.
   */
  public Submission succeeded(Handle h) {
    Submission later = new Submission(Uuids.next(), courseId, institution, centre);
    h.execute(
        "update notification.confirmation set superseded = true where notification_id = ?",
        notificationId);
    h.execute(
        """
        insert into notification.notification
          (id, course_id, disease, form_version, sender_organisation_id, receiving_organisation_id, revision, submitted_at, submission_dates,
           number, succeeds_id)
        select ?, course_id, disease, form_version, sender_organisation_id, receiving_organisation_id, 1, now(), submission_dates,
               (select max(number) + 1 from notification.notification where course_id = n.course_id), id
        from notification.notification n where id = ?
        """,
        later.notificationId,
        notificationId);
    h.execute(
        """
        insert into notification.confirmation
          (notification_id, course_id, sender_organisation_id, receiving_organisation_id, submitted_at)
        values (?, ?, ?, ?, now())
        """,
        later.notificationId,
        courseId,
        institution,
        centre);
    return later;
  }

  /** 取下げ, and its event. */
  public void withdraw(Handle h) {
    h.execute(
        "update notification.confirmation set state = 'WITHDRAWN', version = version + 1 where notification_id = ?",
        notificationId);
    h.select("select notification.derive_current(?)", courseId).mapToMap().list();
    event(h, "NOTIFICATION_WITHDRAWN", 1);
  }

  /** 保健所確認 of that revision by the receiving centre, and its event. */
  public void confirm(Handle h, int revision) {
    h.execute(
        """
        with moved as (
          update notification.confirmation set state = 'CONFIRMED', version = version + 1 where notification_id = ?
          returning notification_id, version, state, receiving_organisation_id)
        insert into notification.confirmation_entry
          (notification_id, version, deed, state, revision, recorded_at, organisation_id, principal_id)
        select notification_id, version, 'CONFIRM', state, ?, now(), receiving_organisation_id, ? from moved
        """,
        notificationId,
        revision,
        Uuids.next());
    confirmedEvent(h, revision);
  }

  /** The event of a confirmation. */
  public void confirmedEvent(Handle h, int revision) {
    event(h, "NOTIFICATION_CONFIRMED", revision);
  }

  private void event(Handle h, String kind, int version) {
    h.execute(
        "insert into notification.event (kind, aggregate_id, aggregate_version, occurred_at) values (?, ?, ?, now())",
        kind,
        notificationId,
        version);
  }

  /** An event in a transaction of its own. */
  public void eventAgain(int version) {
    HersysDatabase.owner().useTransaction(h -> event(h, "NOTIFICATION_SUBMITTED", version));
  }
}
