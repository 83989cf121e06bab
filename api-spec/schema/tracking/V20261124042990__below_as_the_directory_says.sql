-- What stands below an organisation is identity's to say.
create or replace function tracking.organisations_below(p_above uuid) returns setof uuid
language sql stable set search_path = pg_catalog, pg_temp as $$
  select identity.organisations_below(p_above)
$$;
