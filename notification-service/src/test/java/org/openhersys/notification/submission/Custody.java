package org.openhersys.notification.submission;

import java.util.UUID;
import org.openhersys.api.testing.HersysDatabase;

/**
 * Cases as case-tracking makes them, for what notification-service shows of them and lets see by
 * them.
 */
public final class Custody {
  private Custody() {}

  /** The course's case, which its receiving centre is responsible for; once. */
  public static UUID caseOf(UUID course) {
    return HersysDatabase.owner()
        .withHandle(
            h -> {
              h.execute(
                  """
                  with made as (
                    insert into tracking.case_file (id, case_number, course_id, smartphone_entry_id, disease, diagnosis_category,
                      patient_name, sex, birth_date, receiving_organisation_id, responsible_organisation_id, submitted_at, changed_at)
                    select gen_random_uuid(), id::text, id, id::text, 'COVID_19', 'CONFIRMED', '架空 太郎', 'MALE', '1961-04-05',
                           receiving_organisation_id, receiving_organisation_id, now(), now()
                    from notification.course where id = ? on conflict do nothing
                    returning id, course_id, receiving_organisation_id)
                  insert into tracking.custody_entry (case_id, organisation_id, course_id, custody_right, submitted_at)
                  select id, receiving_organisation_id, course_id, 'WRITE', now() from made
                  """,
                  course);
              return h.select("select id from tracking.case_file where course_id = ?", course)
                  .mapTo(UUID.class)
                  .one();
            });
  }

  /** Lets an organisation see the case, without end. */
  public static void give(UUID course, UUID organisation, String right) {
    UUID caseId = caseOf(course);
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into tracking.custody_entry (case_id, organisation_id, course_id, custody_right, submitted_at)
                    values (?, ?, ?, ?, now())
                    """,
                    caseId,
                    organisation,
                    course,
                    right));
  }

  /**
   * Changes what an organisation may do with the case.
   *
   * @param change of its row of {@code tracking.custody_entry}, SQL
   */
  public static void reduce(UUID course, UUID organisation, String change) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update tracking.custody_entry set "
                        + change
                        + " where course_id = ? and organisation_id = ?",
                    course,
                    organisation));
  }

  /** Makes it the responsible centre (担当), as an accepted handover does: who was it reads on. */
  public static void handOver(UUID course, UUID organisation) {
    give(course, organisation, "WRITE");
    HersysDatabase.owner()
        .useHandle(
            h -> {
              h.execute(
                  """
                  update tracking.custody_entry c set custody_right = 'READ' from tracking.case_file f
                  where f.course_id = ? and c.case_id = f.id and c.organisation_id = f.responsible_organisation_id
                  """,
                  course);
              h.execute(
                  "update tracking.case_file set responsible_organisation_id = ? where course_id = ?",
                  organisation,
                  course);
            });
  }

  /** Sets the case's current status. */
  public static void setStatus(UUID course, String status, int version) {
    HersysDatabase.owner()
        .useHandle(
            h ->
                h.execute(
                    "update tracking.case_file set current_status = ?, status_version = ? where course_id = ?",
                    status,
                    version,
                    course));
  }
}
