-- The rows of a hundred notifications, in one statement, without service, policies or checks: the database's own limit.
with sent as (
  select gen_random_uuid() as id, gen_random_uuid() as course_id, now() as at, cast(:principal as uuid) as principal_id,
         cast(:organisation as uuid) as organisation_id, cast(:session as uuid) as session_id, cast(:centre as uuid) as centre_id,
         'カクウ ' || translate(lpad(trunc(random() * 1e8)::text, 8, '0'), '0123456789', 'アイウエオカキクケコ') as kana,
         date '1930-01-01' + trunc(random() * 27000)::int as birth_date, '090' || lpad(trunc(random() * 1e8)::text, 8, '0') as phone
  from generate_series(1, 100)
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
         ('{"reportDate":"2026-11-23","diagnosisCategory":"CONFIRMED","diagnosisDate":"2026-11-23","patient":{"name":"架空 太郎","nameKana":"' || kana || '","sex":"MALE","birthDate":"' || birth_date || '"},"currentLocation":{"municipalityCode":"011011","text":"札幌市中央区架空1-2-3","phone":"' || phone || '"},"tests":[{"method":"NUCLEIC_ACID_AMPLIFICATION","specimen":"SALIVA","samplingDate":"2026-11-22","result":"POSITIVE"}],"onsetDate":"2026-11-20","currentStatus":"ADMISSION_BEING_ARRANGED","attestedBy":"見本 医師"}')::jsonb,
         '[]', 'CONFIRMED', '2026-11-23', '架空 太郎', kana, 'MALE', birth_date, '011011', 'ADMISSION_BEING_ARRANGED'
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
select gen_random_uuid(), principal_id, session_id, organisation_id, 'batch.store', 'ALLOWED', array_agg(id) || array_agg(course_id) from sent
group by principal_id, session_id, organisation_id;
