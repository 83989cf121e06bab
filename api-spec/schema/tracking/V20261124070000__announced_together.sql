-- Tells everybody who may see one of these cases that it changed, in the order in which the cases are given.
create function tracking.announce(p_cases uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into tracking.change (organisation_id, case_id, kind)
  select c.organisation_id, c.case_id, 'UPSERT'
  from unnest(p_cases) with ordinality told (case_id, place)
  join tracking.custody_entry c on c.case_id = told.case_id and (c.until is null or c.until > now())
  order by told.place
$$;
revoke execute on function tracking.announce(uuid[]) from public;
grant execute on function tracking.announce(uuid[]) to hersys_tracking_worker;

create or replace function tracking.announce(p_case uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select tracking.announce(array[p_case])
$$;
