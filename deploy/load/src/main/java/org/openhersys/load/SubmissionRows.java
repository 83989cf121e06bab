package org.openhersys.load;

/**
 * The rows of submissions as a pgbench script: the same tables, columns and indexes, in one
 * statement for as many as are asked, by a superuser without policies, checks or service.
 */
final class SubmissionRows {
  private static final String SCRIPT =
      """
      with sent as (
        select gen_random_uuid() as id, gen_random_uuid() as course_id, gen_random_uuid() as access_id, now() as at,
               uuid '%1$s' as principal_id, uuid '%2$s' as organisation_id, uuid '%3$s' as session_id, uuid '%4$s' as centre_id,
               'カクウ ' || translate(lpad(trunc(random() * 1e8)::text, 8, '0'), '0123456789', 'アイウエオカキクケコ') as kana,
               date '1935-01-01' + trunc(random() * 26000)::int as birth_date, '090' || lpad(trunc(random() * 1e8)::text, 8, '0') as phone,
               regexp_replace(lpad(trunc(random() * 1e12)::bigint::text, 12, '0'), '(....)(....)(....)', '\\1-\\2-\\3') as entry_id
        from generate_series(1, %5$d)
      ),
      claim as (
        insert into notification.idempotency_key (principal_id, operation, key, fingerprint, resource_id, status, created_at)
        select principal_id, 'notification.submit', id::text, sha256('x'), id, 201, at from sent
      ),
      course as (
        insert into notification.course (id, smartphone_entry_id, disease, opened_by_organisation_id, receiving_organisation_id, opened_at)
        select course_id, entry_id, 'COVID_19', organisation_id, centre_id, at from sent
      ),
      notification as (
        insert into notification.notification
          (id, course_id, disease, form_version, sender_organisation_id, receiving_organisation_id, revision, submitted_at, submission_dates)
        select id, course_id, 'COVID_19', '2023-05-08', organisation_id, centre_id, 1, at, '{"CONFIRMED":"2026-11-23"}' from sent
      ),
      revision as (
        insert into notification.revision
          (notification_id, revision, organisation_id, entered_by, attested_by, recorded_at, document, findings, diagnosis_category,
           diagnosis_date, patient_name, patient_name_kana, sex, birth_date, municipality_code, current_status)
        select id, 1, organisation_id, principal_id, '見本 医師', at,
               jsonb '%6$s' || jsonb_build_object('patient', jsonb_build_object('name', '架空 太郎', 'nameKana', kana, 'sex', 'MALE',
                 'birthDate', birth_date, 'occupation', '会社員（架空）'), 'currentLocation', jsonb_build_object('abode', 'FIXED', 'prefecture', '13',
                 'municipalityCode', '131041', 'text', '東京都新宿区架空町1-2', 'phone', phone)),
               '[]', 'CONFIRMED', '2026-11-23', '架空 太郎', kana, 'MALE', birth_date, '131041', 'HOME_CARE'
        from sent
      ),
      event as (
        insert into notification.event (kind, aggregate_id, aggregate_version, occurred_at)
        select 'NOTIFICATION_SUBMITTED', id, 1, at from sent
      ),
      mail as (
        insert into notification.mail (kind, recipient_organisation_id, subject_id, occasion, smartphone_entry_id)
        select 'NOTIFICATION_RECEIVED', centre_id, id, '1', entry_id from sent
      ),
      confirmation as (
        insert into notification.confirmation (notification_id, course_id, sender_organisation_id, receiving_organisation_id, submitted_at)
        select id, course_id, organisation_id, centre_id, at from sent
      )
      insert into audit.access_log (id, principal_id, session_id, organisation_id, operation, outcome, subjects)
      select access_id, principal_id, session_id, organisation_id, 'notification.submit', 'ALLOWED', array[id, course_id] from sent;
      """;

  private SubmissionRows() {}

  /**
   * The script.
   *
   * @param rows submissions in one statement
   */
  static String script(Stage stage, int rows) {
    String[] last =
        stage
            .value(
                """
                select a.principal_id || ' ' || a.organisation_id || ' ' || a.session_id || ' ' || n.receiving_organisation_id
                from audit.access_log a, notification.notification n
                where a.operation = 'notification.submit' and n.id = a.subjects[1] limit 1
                """)
            .split(" ", -1);
    // What random() would make of the whole form costs the database as much as storing it.
    // A colon before a letter or digit would be a variable to pgbench.
    String document = stage.form().replace("'", "''").replace("\":", "\": ");
    return SCRIPT
        .formatted(last[0], last[1], last[2], last[3], rows, document)
        .replaceAll("\\s*\n\\s*", " ")
        .replace("; ", ";\n");
  }
}
