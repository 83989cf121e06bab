-- How many accounts a health centre may have ([S19]); one without a row has the default of the setting.
create table identity.account_quota (
  health_centre_id uuid primary key references identity.organisation,
  total int not null check (total between 0 and 100000),
  version int not null default 1 check (version > 0),
  changed_at timestamptz not null default now()
);
grant select, insert, update on identity.account_quota to hersys_identity;

-- How many there are: those of the centre, and those of its local institute that are charged to it; a disabled one does not count.
create function identity.quota_used(p_health_centre uuid) returns int
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from identity.account
  where state <> 'DISABLED' and (organisation_id = p_health_centre or charged_to = p_health_centre)
$$;
revoke execute on function identity.quota_used(uuid) from public;
grant execute on function identity.quota_used(uuid) to hersys_identity;
