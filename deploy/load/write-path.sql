-- The rows of one submission, in one statement, without service, policies or checks: the database's own limit.
with sent as (
  select gen_random_uuid() as id, gen_random_uuid() as course_id, now() as at, cast(:principal as uuid) as principal_id,
         cast(:organisation as uuid) as organisation_id, cast(:session as uuid) as session_id, cast(:centre as uuid) as centre_id
),
claim as (
  insert into notification.idempotency_key (principal_id, operation, key, fingerprint, resource_id, status, created_at)
  select principal_id, 'notification.submit', gen_random_uuid()::text, sha256('x'), id, 201, at from sent
),
course as (
  insert into notification.course (id, smartphone_entry_id, disease, opened_by_organisation_id, receiving_organisation_id, opened_at)
  select course_id, regexp_replace(lpad(trunc(random() * 1e12)::bigint::text, 12, '0'), '(....)(....)(....)', '\1-\2-\3'), 'COVID_19',
         organisation_id, centre_id, at
  from sent
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
         '{"reportDate":"2026-11-23","diagnosisCategory":"CONFIRMED","diagnosisDate":"2026-11-23","patient":{"name":"架空 太郎","nameKana":"カクウ タロウ","sex":"MALE","birthDate":"1961-04-05"},"currentLocation":{"municipalityCode":"011011","text":"札幌市中央区架空1-2-3","phone":"011-000-0000"},"tests":[{"method":"NUCLEIC_ACID_AMPLIFICATION","specimen":"SALIVA","samplingDate":"2026-11-22","result":"POSITIVE"}],"onsetDate":"2026-11-20","currentStatus":"ADMISSION_BEING_ARRANGED","attestedBy":"見本 医師"}',
         '[]', 'CONFIRMED', '2026-11-23', '架空 太郎', 'カクウ タロウ', 'MALE', '1961-04-05', '011011', 'ADMISSION_BEING_ARRANGED'
  from sent
),
event as (
  insert into notification.event (kind, aggregate_id, aggregate_version, occurred_at)
  select 'NOTIFICATION_SUBMITTED', id, 1, at from sent
),
mail as (
  insert into notification.mail (kind, recipient_organisation_id, subject_id, occasion, smartphone_entry_id)
  select 'NOTIFICATION_RECEIVED', centre_id, id, '1', '0000-0000-0000' from sent
),
confirmation as (
  insert into notification.confirmation (notification_id, course_id, sender_organisation_id, receiving_organisation_id, submitted_at)
  select id, course_id, organisation_id, centre_id, at from sent
)
insert into audit.access_log (id, principal_id, session_id, organisation_id, operation, outcome, subjects)
select gen_random_uuid(), principal_id, session_id, organisation_id, 'notification.submit', 'ALLOWED', array[id, course_id] from sent;
