create schema tracking;
grant usage on schema tracking to hersys_notification, hersys_tracking, hersys_tracking_worker;

create sequence tracking.case_number;
grant usage on sequence tracking.case_number to hersys_tracking_worker;

-- The case of a course of care. What comes from the notification is the state of its newest applied revision.
create table tracking.case_file (
  id uuid primary key,
  case_number text not null unique,
  course_id uuid not null unique,
  smartphone_entry_id text not null unique,
  disease text not null,
  diagnosis_category text not null,
  diagnosis_date date,
  patient_name text not null,
  patient_name_kana text,
  sex text not null,
  birth_date date not null,
  municipality_code text,
  receiving_organisation_id uuid not null,
  responsible_organisation_id uuid not null,
  current_status text check (current_status in ('CLOSE_CONTACT', 'ADMISSION_BEING_ARRANGED', 'HOSPITALISED', 'HOSPITALISED_SEVERE', 'LODGING_CARE', 'HOME_CARE',
                                                'SOCIAL_FACILITY_CARE', 'CARE_ENDED', 'DECEASED', 'UNKNOWN')),
  status_version int not null default 0,
  version int not null default 1,
  submitted_at timestamptz not null,
  changed_at timestamptz not null
);

-- Which revision of which notification the case already shows; lower ones are ignored.
create table tracking.applied_notification (
  notification_id uuid primary key,
  case_id uuid not null references tracking.case_file,
  revision int not null
);
create index applied_notification_case on tracking.applied_notification (case_id);

-- 現在のステータス with who, when and why; version 0 is "not yet known".
create table tracking.status_entry (
  case_id uuid not null references tracking.case_file,
  version int not null check (version > 0),
  status text not null,
  reason text check (length(reason) between 1 and 1000),
  recorded_at timestamptz not null,
  organisation_id uuid not null,
  principal_id uuid not null,
  operator text,
  primary key (case_id, version)
);

-- Who may see the case, a row per organisation, and how long. submitted_at stands here too: lists are read in its order.
-- departed: the right is over and the feed has told it.
create table tracking.custody_entry (
  case_id uuid not null references tracking.case_file,
  organisation_id uuid not null,
  course_id uuid not null,
  custody_right text not null check (custody_right in ('WRITE', 'READ')),
  until timestamptz,
  departed boolean not null default false,
  submitted_at timestamptz not null,
  primary key (case_id, organisation_id)
);
create index custody_entry_list on tracking.custody_entry (organisation_id, submitted_at, case_id);
create index custody_entry_course on tracking.custody_entry (course_id, organisation_id);
create index custody_entry_departure on tracking.custody_entry (until) where until is not null and not departed;

create view tracking.custody with (security_invoker = true) as
select course_id, organisation_id, custody_right, until from tracking.custody_entry;

grant select on tracking.custody, tracking.custody_entry to hersys_notification, hersys_tracking;
grant select on tracking.case_file, tracking.status_entry, tracking.applied_notification to hersys_tracking;
grant insert on tracking.status_entry to hersys_tracking;
grant update (current_status, status_version, version, changed_at) on tracking.case_file to hersys_tracking;
grant select, insert, update on tracking.case_file, tracking.applied_notification, tracking.status_entry, tracking.custody_entry to hersys_tracking_worker;

alter table tracking.case_file enable row level security;
alter table tracking.applied_notification enable row level security;
alter table tracking.status_entry enable row level security;
alter table tracking.custody_entry enable row level security;

create policy own on tracking.custody_entry for select to hersys_tracking, hersys_notification
  using (organisation_id = identity.current_organisation() and (until is null or until > now()));
create policy custody on tracking.case_file for select to hersys_tracking
  using (exists (select from tracking.custody_entry c where c.case_id = id));
-- Judged by the row itself, so that a writer who waited for an acceptance is judged by what it left.
create policy responsible on tracking.case_file for update to hersys_tracking
  using (responsible_organisation_id = identity.current_organisation());
create policy custody on tracking.applied_notification for select to hersys_tracking
  using (exists (select from tracking.custody_entry c where c.case_id = applied_notification.case_id));
create policy custody on tracking.status_entry for select to hersys_tracking
  using (exists (select from tracking.custody_entry c where c.case_id = status_entry.case_id));
create policy responsible on tracking.status_entry for insert to hersys_tracking
  with check (organisation_id = identity.current_organisation() and principal_id = identity.current_principal()
              and exists (select from tracking.custody_entry c where c.case_id = status_entry.case_id and c.custody_right = 'WRITE'));

create policy worker on tracking.case_file to hersys_tracking_worker using (true);
create policy worker on tracking.applied_notification to hersys_tracking_worker using (true);
create policy worker on tracking.status_entry to hersys_tracking_worker using (true);
create policy worker on tracking.custody_entry to hersys_tracking_worker using (true);
