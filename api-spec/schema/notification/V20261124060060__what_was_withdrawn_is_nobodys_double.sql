-- What was withdrawn (取下げ) was a mistake: it is nobody's double.
create or replace function notification.likely_same_person(p_kana text, p_birth_date date, p_sex text, p_phones text[], p_day date, p_course uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_kana text := notification.search_key(p_kana);
  v_phones text[] := array(select notification.phone_key(phone) from unnest(p_phones) phone);
begin
  return exists (
    select from (
      select notification_id, revision, diagnosis_date from notification.revision
      where patient_name_kana_key = v_kana and birth_date = p_birth_date and sex = p_sex
      union all
      select notification_id, revision, diagnosis_date from notification.revision
      where birth_date = p_birth_date and current_phone_key = any (v_phones)
      union all
      select notification_id, revision, diagnosis_date from notification.revision
      where birth_date = p_birth_date and registered_phone_key = any (v_phones)) alike
    join notification.notification n on n.id = alike.notification_id and n.revision = alike.revision
    where abs(coalesce(alike.diagnosis_date, (n.submitted_at at time zone 'Asia/Tokyo')::date) - p_day) <= 90
      and n.course_id is distinct from p_course
      and not exists (select from notification.confirmation c where c.notification_id = n.id and c.state = 'WITHDRAWN'));
end
$$;

create or replace function notification.likely_duplicates(p_notification uuid) returns int
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from (
    select distinct m.id
    from notification.notification n
    join notification.revision r on r.notification_id = n.id and r.revision = n.revision
    join notification.revision o on o.birth_date = r.birth_date and o.sex = r.sex
      and (o.patient_name_kana_key = r.patient_name_kana_key or o.patient_name_key = r.patient_name_key)
    join notification.notification m on m.id = o.notification_id and m.revision = o.revision and m.course_id <> n.course_id
    where n.id = p_notification and abs(o.diagnosis_date - r.diagnosis_date) <= 90
      and not exists (select from notification.confirmation c where c.notification_id = m.id and c.state = 'WITHDRAWN')
    limit 10) found
$$;
