-- The ordinary form of a phone number: its digits, whatever their width and what stands between them; +81 as 0. Nothing where there are too few.
create function notification.phone_key(p_text text) returns text
language sql immutable strict parallel safe
return substring(
  regexp_replace(regexp_replace(normalize(p_text, NFKC), '^\s*\+81[\s-]*(\(0\))?0?', '0'), '[^0-9]', '', 'g') from '^[0-9]{10,}$');

alter table notification.revision
  add column current_phone_key text collate "C" generated always as (notification.phone_key(document #>> '{currentLocation,phone}')) stored,
  add column registered_phone_key text collate "C" generated always as (notification.phone_key(document #>> '{registeredAddress,phone}')) stored;

-- The same two indexes as before serve the likeness too: no submission pays for another one.
drop index notification.revision_patient_name_kana;
drop index notification.revision_birth_date;
create index revision_patient_name_kana on notification.revision (patient_name_kana_key, birth_date) where patient_name_kana_key is not null;
create index revision_birth_date on notification.revision (birth_date, current_phone_key, registered_phone_key);

-- Whether somebody who is likely the same person was notified, diagnosed within 90 days, in another course: by kana, birth date and sex, or by phone
-- and birth date. Anybody's notification counts; nothing is told of it but that there is one. p_day: of diagnosis. p_course: null for a new one.
create function notification.likely_same_person(p_kana text, p_birth_date date, p_sex text, p_phones text[], p_day date, p_course uuid) returns boolean
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
      and n.course_id is distinct from p_course);
end
$$;
revoke execute on function notification.likely_same_person(text, date, text, text[], date, uuid) from public;
grant execute on function notification.likely_same_person(text, date, text, text[], date, uuid) to hersys_notification;
