create schema notification;
grant usage on schema notification to hersys_notification, hersys_tracking, hersys_tracking_worker;

-- A course of care (一連の診療): one smartphone entry id, one or more notifications, exactly one case.
create table notification.course (
  id uuid primary key,
  smartphone_entry_id text not null unique check (smartphone_entry_id ~ '^[0-9]{4}-[0-9]{4}-[0-9]{4}$'),
  disease text not null check (disease in ('COVID_19')),
  opened_by_organisation_id uuid not null,
  receiving_organisation_id uuid not null,
  opened_at timestamptz not null
);

-- 発生届. submission_dates: the 提出日 of each diagnosis category, in Japan's calendar, {"CONFIRMED": "2026-11-23"} ([S8]).
create table notification.notification (
  id uuid primary key,
  course_id uuid not null references notification.course,
  disease text not null check (disease in ('COVID_19')),
  form_version text not null,
  sender_organisation_id uuid not null,
  receiving_organisation_id uuid not null,
  revision int not null check (revision > 0),
  submitted_at timestamptz not null,
  submission_dates jsonb not null check (jsonb_typeof(submission_dates) = 'object')
);
create index notification_course on notification.notification (course_id);
create index notification_sender on notification.notification (sender_organisation_id, submitted_at, id);

-- What was written, as it was written; the columns beside the document are what is searched or shown in lists.
create table notification.revision (
  notification_id uuid not null references notification.notification,
  revision int not null check (revision > 0),
  organisation_id uuid not null,
  entered_by uuid not null,
  operator text,
  attested_by text,
  recorded_at timestamptz not null,
  document jsonb not null,
  findings jsonb not null,
  diagnosis_category text not null check (diagnosis_category in ('CONFIRMED', 'ASYMPTOMATIC_CARRIER', 'SUSPECTED', 'BODY_CONFIRMED', 'BODY_SUSPECTED')),
  diagnosis_date date,
  patient_name text not null,
  patient_name_kana text,
  sex text not null check (sex in ('MALE', 'FEMALE')),
  birth_date date not null,
  municipality_code text,
  current_status text,
  primary key (notification_id, revision)
);

-- The outbox: ids only. Readers take rows in the order of (xid, sequence), below the snapshot horizon.
create table notification.event (
  sequence bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  kind text not null check (kind in ('NOTIFICATION_SUBMITTED')),
  aggregate_id uuid not null,
  aggregate_version int not null,
  occurred_at timestamptz not null
);
create index event_order on notification.event (xid, sequence);

create table notification.idempotency_key (
  principal_id uuid not null,
  operation text not null,
  key text not null,
  fingerprint bytea not null,
  resource_id uuid not null,
  status smallint not null,
  created_at timestamptz not null,
  primary key (principal_id, operation, key)
);
create index idempotency_key_age on notification.idempotency_key (created_at);

grant select, insert on notification.course, notification.revision to hersys_notification;
grant select, insert, update on notification.notification to hersys_notification;
-- The order of events is for the database alone to say.
grant insert (kind, aggregate_id, aggregate_version, occurred_at) on notification.event to hersys_notification;
grant select on notification.event to hersys_tracking_worker;
grant select, insert, update, delete on notification.idempotency_key to hersys_notification;
