create schema identity;
grant usage on schema identity to hersys_identity, hersys_notification, hersys_tracking, hersys_tracking_worker;

create table identity.organisation (
  id uuid primary key,
  code text not null unique check (length(code) between 1 and 40),
  kind text not null check (kind in ('NATIONAL', 'NATIONAL_SURVEILLANCE', 'LOCAL_GOVERNMENT', 'MUNICIPALITY', 'HEALTH_CENTRE',
                                     'LOCAL_INSTITUTE', 'MEDICAL_INSTITUTION', 'CONTRACTOR', 'SUPPORT')),
  name text not null check (length(name) between 1 and 200),
  name_kana text check (length(name_kana) between 1 and 200),
  parent_id uuid references identity.organisation,
  municipality_code text check (municipality_code ~ '^[0-9]{6}$'),
  active boolean not null default true,
  created_at timestamptz not null default now()
);
create index organisation_kind on identity.organisation (kind, code);
create index organisation_parent on identity.organisation (parent_id);

-- Which health centre serves a municipality or ward (所管区域); one at a time.
create table identity.jurisdiction (
  municipality_code text primary key check (municipality_code ~ '^[0-9]{6}$'),
  health_centre_id uuid not null references identity.organisation,
  since date not null default current_date
);
create index jurisdiction_health_centre on identity.jurisdiction (health_centre_id);

grant select, insert, update on identity.organisation to hersys_identity;
grant select, insert, update, delete on identity.jurisdiction to hersys_identity;

-- The published directory: no people's data. receiving_health_centre_id is the centre of the organisation's own place (届出先).
create view identity.organisation_directory as
select o.id, o.code, o.kind, o.name, o.name_kana, o.parent_id, o.municipality_code, o.active, j.health_centre_id as receiving_health_centre_id
from identity.organisation o
left join identity.jurisdiction j on j.municipality_code = o.municipality_code;

create view identity.jurisdiction_directory as
select municipality_code, health_centre_id from identity.jurisdiction;

grant select on identity.organisation_directory, identity.jurisdiction_directory
  to hersys_identity, hersys_notification, hersys_tracking, hersys_tracking_worker;
