-- 日別報告数 (domain § 3, 2022-09-26): how many were diagnosed on a day, by age band, as each institution reports it, and each positive-registration
-- centre (陽性者登録センター). No people's data; a row is its reporter's all the same. A day without a row was not reported, which is not zero.

-- Who reports, and where it counts (ADR 24): an institution in the area of its place's health centre, a registration centre, which is an
-- institution directly below a local government, in that local government's.
create view notification.count_reporter as
select o.id, o.code, o.name, o.municipality_code,
       case above.kind when 'LOCAL_GOVERNMENT' then above.id else o.receiving_health_centre_id end as area_organisation_id
from identity.organisation_directory o
left join identity.organisation_directory above on above.id = o.parent_id
where o.kind = 'MEDICAL_INSTITUTION' and o.active;
grant select on notification.count_reporter to hersys_notification;

-- revision: the present one. reported_at: when it was reported first; from that day in Japan the windows of correction count.
create table notification.daily_count (
  id uuid primary key,
  day date not null,
  disease text not null default 'COVID_19' check (disease in ('COVID_19')),
  reporter_organisation_id uuid not null,
  area_organisation_id uuid not null,
  revision int not null check (revision > 0),
  reported_at timestamptz not null,
  unique (reporter_organisation_id, day, disease)
);
create index daily_count_area on notification.daily_count (area_organisation_id, day, id);

-- What was reported, and each correction: nothing is overwritten. counts: persons by age band, {"AGE_0": 0, …}. reason: of a correction by the local government.
create table notification.daily_count_revision (
  daily_count_id uuid not null references notification.daily_count,
  revision int not null check (revision > 0),
  counts jsonb not null check (jsonb_typeof(counts) = 'object'),
  reason text check (length(reason) between 1 and 500),
  recorded_at timestamptz not null,
  organisation_id uuid not null,
  principal_id uuid not null,
  operator text,
  primary key (daily_count_id, revision)
);

grant execute on function identity.organisations_below(uuid) to hersys_notification;

-- Whether the caller's organisation is the local government (本庁) of an area: the area itself, or the nearest one above it.
create function notification.governs(p_area uuid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  with recursive above (id, parent_id, kind) as (
    select id, parent_id, kind from identity.organisation_directory where id = p_area
    union
    select o.id, o.parent_id, o.kind
    from identity.organisation_directory o join above a on o.id = a.parent_id
    where a.kind <> 'LOCAL_GOVERNMENT'
  )
  select exists (select from above where kind = 'LOCAL_GOVERNMENT' and id = identity.current_organisation())
$$;

-- Whether somebody has reported for a day, whoever may see what: an institution that has come from another centre's area is not blamed for days before.
create function notification.has_reported(p_reporter uuid, p_day date) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from notification.daily_count where reporter_organisation_id = p_reporter and day = p_day)
$$;
revoke execute on function notification.governs(uuid), notification.has_reported(uuid, date) from public;
grant execute on function notification.governs(uuid), notification.has_reported(uuid, date) to hersys_notification;

alter table notification.daily_count enable row level security;
alter table notification.daily_count_revision enable row level security;

-- The reporter, the health centre or local government of the area, and local governments above.
create policy seen on notification.daily_count for select to hersys_notification
  using (identity.current_organisation() in (reporter_organisation_id, area_organisation_id)
         or area_organisation_id = any (array(select identity.organisations_below(identity.current_organisation()))));
create policy reported on notification.daily_count for insert to hersys_notification
  with check (reporter_organisation_id = identity.current_organisation() and revision = 1
              and exists (select from notification.count_reporter r
                          where r.id = reporter_organisation_id and r.area_organisation_id = daily_count.area_organisation_id));
create policy corrected on notification.daily_count for update to hersys_notification
  using (reporter_organisation_id = identity.current_organisation() or notification.governs(area_organisation_id));

create policy seen on notification.daily_count_revision for select to hersys_notification
  using (exists (select from notification.daily_count c where c.id = daily_count_id));
create policy written on notification.daily_count_revision for insert to hersys_notification
  with check (organisation_id = identity.current_organisation() and principal_id = identity.current_principal()
              and exists (select from notification.daily_count c
                          where c.id = daily_count_id
                            and (c.reporter_organisation_id = identity.current_organisation()
                                 or (daily_count_revision.reason is not null and notification.governs(c.area_organisation_id)))));

grant select, insert, update (revision) on notification.daily_count to hersys_notification;
grant select, insert on notification.daily_count_revision to hersys_notification;
