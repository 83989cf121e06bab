-- The states of these cases as lists are read by them. The cases are locked before.
create function tracking.show_case_state(p_cases uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update tracking.custody_entry c set case_state = f.case_state
  from unnest(p_cases) k (case_id) join tracking.case_file f on f.id = k.case_id
  where c.case_id = k.case_id and c.case_state <> f.case_state
$$;
revoke execute on function tracking.show_case_state(uuid[]) from public;
grant execute on function tracking.show_case_state(uuid[]) to hersys_tracking_worker;

-- For a reader of the version before, which may still run.
create or replace function tracking.show_case_state(p_case uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select tracking.show_case_state(array[p_case])
$$;
