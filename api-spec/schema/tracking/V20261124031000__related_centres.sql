-- 関係保健所 ([S4]): several centres share a case.

-- Whether an organisation is a health centre that works.
create function tracking.is_active_health_centre(p_organisation uuid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from identity.organisation_directory where id = p_organisation and kind = 'HEALTH_CENTRE' and active)
$$;

-- Locks the case for what its responsible centre alone may do. Answers null when the caller is that centre;
-- else NOT_FOUND (it does not see the case) or FORBIDDEN.
create function tracking.lock_own_case(p_case uuid) returns text
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_responsible uuid;
begin
  -- A stranger locks nothing.
  if not exists (select from tracking.custody_entry
                 where case_id = p_case and organisation_id = identity.current_organisation() and (until is null or until > now())) then
    return 'NOT_FOUND';
  end if;
  select responsible_organisation_id into strict v_responsible from tracking.case_file where id = p_case for update;
  return case when v_responsible = identity.current_organisation() then null else 'FORBIDDEN' end;
end
$$;

-- Shares the case with a centre, or changes how. Answers DONE; NOT_FOUND, FORBIDDEN; STALE (another version of the list);
-- OWN_CENTRE (it is the responsible one); NOT_A_HEALTH_CENTRE (none, or not active); OVER (p_until has passed).
create function tracking.set_related_centre(p_case uuid, p_organisation uuid, p_right text, p_until timestamptz, p_version int, p_operator text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  f tracking.case_file;
  v_present tracking.custody_ground;
  v_refused text := tracking.lock_own_case(p_case);
begin
  if v_refused is not null then return v_refused; end if;
  select * into strict f from tracking.case_file where id = p_case;
  if f.related_version <> p_version then return 'STALE'; end if;
  if p_organisation = f.responsible_organisation_id then return 'OWN_CENTRE'; end if;
  if not tracking.is_active_health_centre(p_organisation) then return 'NOT_A_HEALTH_CENTRE'; end if;
  if p_until <= clock_timestamp() then return 'OVER'; end if;
  select * into v_present from tracking.custody_ground where case_id = p_case and organisation_id = p_organisation and ground = 'RELATED';
  if found and v_present.custody_right = p_right and v_present.until is not distinct from p_until then return 'DONE'; end if;

  perform tracking.set_ground(p_case, p_organisation, 'RELATED', p_right, p_until,
    tracking.act_of_caller(case when v_present.case_id is null then 'RELATED_SET' else 'RELATED_CHANGED' end, null, null, p_operator));
  perform tracking.case_changed(p_case);
  perform notification.post_mail('CASE_SHARED', p_organisation, p_case, (f.related_version + 1)::text, f.smartphone_entry_id);
  return 'DONE';
end
$$;

-- Ends the sharing. Answers DONE; NOT_FOUND (the case, or no such related centre), FORBIDDEN; STALE.
create function tracking.remove_related_centre(p_case uuid, p_organisation uuid, p_version int, p_operator text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_refused text := tracking.lock_own_case(p_case);
begin
  if v_refused is not null then return v_refused; end if;
  if not exists (select from tracking.custody_ground where case_id = p_case and organisation_id = p_organisation and ground = 'RELATED') then
    return 'NOT_FOUND';
  end if;
  if not exists (select from tracking.case_file where id = p_case and related_version = p_version) then return 'STALE'; end if;

  perform tracking.end_ground(p_case, p_organisation, 'RELATED', tracking.act_of_caller('RELATED_REMOVED', null, null, p_operator));
  return 'DONE';
end
$$;

revoke execute on function tracking.is_active_health_centre(uuid), tracking.lock_own_case(uuid),
  tracking.set_related_centre(uuid, uuid, text, timestamptz, int, text), tracking.remove_related_centre(uuid, uuid, int, text) from public;
grant execute on function tracking.set_related_centre(uuid, uuid, text, timestamptz, int, text), tracking.remove_related_centre(uuid, uuid, int, text)
  to hersys_tracking;
