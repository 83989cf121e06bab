-- Check 32 set aside says of somebody that it is not the same person. That is a judgement about those who were alike then: whoever is alike later opens
-- the warning again. Whom it was about is told nobody: no role may read the table.
create table notification.likeness_judged (
  notification_id uuid not null references notification.notification,
  course_id uuid not null references notification.course,
  primary key (notification_id, course_id)
);
alter table notification.likeness_judged enable row level security;

-- The other courses of care in which somebody who is likely the same person was notified: as notification.likely_same_person, of a present revision.
create function notification.alike_courses(p_notification uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with own as (
    select n.course_id, r.patient_name_kana_key, r.birth_date, r.sex, array[r.current_phone_key, r.registered_phone_key] as phones,
           coalesce(r.diagnosis_date, (n.submitted_at at time zone 'Asia/Tokyo')::date) as day
    from notification.notification n
    join notification.revision r on r.notification_id = n.id and r.revision = n.revision
    where n.id = p_notification),
  alike as (
    select o.notification_id, o.revision, o.diagnosis_date from own
    join notification.revision o on o.patient_name_kana_key = own.patient_name_kana_key and o.birth_date = own.birth_date and o.sex = own.sex
    union all
    select o.notification_id, o.revision, o.diagnosis_date from own
    join notification.revision o on o.birth_date = own.birth_date and o.current_phone_key = any (own.phones)
    union all
    select o.notification_id, o.revision, o.diagnosis_date from own
    join notification.revision o on o.birth_date = own.birth_date and o.registered_phone_key = any (own.phones))
  select distinct n.course_id
  from own
  cross join alike
  join notification.notification n on n.id = alike.notification_id and n.revision = alike.revision
  where abs(coalesce(alike.diagnosis_date, (n.submitted_at at time zone 'Asia/Tokyo')::date) - own.day) <= 90
    and n.course_id <> own.course_id
    and not exists (select from notification.confirmation c where c.notification_id = n.id and c.state = 'WITHDRAWN')
$$;

-- Whether somebody is alike about whom nobody has judged.
create function notification.is_alike_unjudged(p_notification uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from notification.alike_courses(p_notification) as alike (course_id)
    where not exists (select from notification.likeness_judged j where j.notification_id = p_notification and j.course_id = alike.course_id))
$$;

create function notification.remember_judged_likeness() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into notification.likeness_judged (notification_id, course_id)
  select new.notification_id, course_id from notification.alike_courses(new.notification_id) as alike (course_id)
  on conflict do nothing;
  return null;
end
$$;
create trigger judged_likeness after insert on notification.finding_set_aside
  for each row when (new.code = 'LIKELY_SAME_PERSON') execute function notification.remember_judged_likeness();

revoke execute on function notification.alike_courses(uuid), notification.is_alike_unjudged(uuid), notification.remember_judged_likeness() from public;
grant execute on function notification.is_alike_unjudged(uuid) to hersys_notification;

-- What was judged already was judged of whoever is alike now.
insert into notification.likeness_judged (notification_id, course_id)
select distinct a.notification_id, alike.course_id
from notification.finding_set_aside a cross join lateral notification.alike_courses(a.notification_id) as alike (course_id)
where a.code = 'LIKELY_SAME_PERSON';

-- So the same revision may be judged again.
alter table notification.finding_set_aside drop constraint finding_set_aside_pkey;
alter table notification.finding_set_aside add primary key (notification_id, pointer, code, revision, set_aside_at);

create or replace view notification.present_finding with (security_invoker = true) as
select n.id as notification_id, n.revision, found.ordinality as number, found.finding ->> 'pointer' as pointer, found.finding ->> 'code' as code,
       aside.revision as judged_revision, aside.set_aside_at, aside.reason, aside.organisation_id, aside.principal_id, aside.operator
from notification.notification n
join notification.revision r on r.notification_id = n.id and r.revision = n.revision
cross join lateral jsonb_array_elements(r.findings) with ordinality as found (finding, ordinality)
left join lateral (
  select a.*
  from notification.finding_set_aside a
  join notification.revision judged on judged.notification_id = a.notification_id and judged.revision = a.revision
  where a.notification_id = n.id and a.pointer = found.finding ->> 'pointer' and a.code = found.finding ->> 'code'
    and (judged.document #> string_to_array(substr(a.pointer, 2), '/')) is not distinct from (r.document #> string_to_array(substr(a.pointer, 2), '/'))
    and case when a.code = 'LIKELY_SAME_PERSON' then not notification.is_alike_unjudged(n.id) else true end
  order by a.revision desc, a.set_aside_at desc limit 1) aside on true;
