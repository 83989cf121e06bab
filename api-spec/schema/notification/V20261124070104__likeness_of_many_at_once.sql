-- Check 32 for many at once is one statement (ADR 31): asked person by person it was planned anew for each, which cost more than storing the notification.
-- Whoever is alike is found by the same two indexes; enable_seqscan: the tables may have been empty when a plan was made that is kept, and are large now.
create or replace function notification.likely_same_persons(
  p_kana text[], p_birth_date date[], p_sex text[], p_current_phone text[], p_registered_phone text[], p_day date[]) returns setof int
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
begin
  return query
  with person as materialized (
    select number::int, birth_date, sex, day, notification.search_key(kana) as kana_key,
           array_remove(array[notification.phone_key(current_phone), notification.phone_key(registered_phone)], null) as phone_keys
    from unnest(p_kana, p_birth_date, p_sex, p_current_phone, p_registered_phone, p_day)
         with ordinality given (kana, birth_date, sex, current_phone, registered_phone, day, number)
    where birth_date is not null),
  as_one_before as (
    select p.number
    from person p join person e on e.birth_date = p.birth_date and e.number < p.number
    where abs(e.day - p.day) <= 90 and ((e.kana_key = p.kana_key and e.sex = p.sex) or e.phone_keys && p.phone_keys))
  select p.number from person p
  where p.number in (select b.number from as_one_before b)
     or exists (
       select from (
         select notification_id, revision, diagnosis_date from notification.revision
         where patient_name_kana_key = p.kana_key and birth_date = p.birth_date and sex = p.sex
         union all
         select notification_id, revision, diagnosis_date from notification.revision
         where birth_date = p.birth_date and current_phone_key = any (p.phone_keys)
         union all
         select notification_id, revision, diagnosis_date from notification.revision
         where birth_date = p.birth_date and registered_phone_key = any (p.phone_keys)) alike
       join notification.notification n on n.id = alike.notification_id and n.revision = alike.revision
       where abs(coalesce(alike.diagnosis_date, (n.submitted_at at time zone 'Asia/Tokyo')::date) - p.day) <= 90
         and not exists (select from notification.confirmation c where c.notification_id = n.id and c.state = 'WITHDRAWN'));
end
$$;

-- The single one keeps its plan too.
alter function notification.likely_same_person(text, date, text, text[], date, uuid) set plan_cache_mode = force_generic_plan;
alter function notification.likely_same_person(text, date, text, text[], date, uuid) set enable_seqscan = off;
