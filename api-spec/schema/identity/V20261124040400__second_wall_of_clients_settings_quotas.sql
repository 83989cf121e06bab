-- Clients, settings and quotas hold nobody's data, but who may write them decides who is let in, where mail goes and how many come.
-- The service's own conditions drive the indexes; these policies hold where one is forgotten.

-- AREA: below the caller's organisation, or a medical institution whose health centre is.
create or replace function identity.stands_to(p_organisation uuid, p_relation text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case p_relation
    when 'ANY' then true
    when 'OWN' then p_organisation = identity.current_organisation()
    when 'BELOW' then identity.is_below(p_organisation, identity.current_organisation())
    when 'JURISDICTION' then exists (
      select from identity.organisation o join identity.jurisdiction j on j.municipality_code = o.municipality_code
      where o.id = p_organisation and j.health_centre_id = identity.current_organisation())
    when 'AREA' then identity.is_below(p_organisation, identity.current_organisation()) or exists (
      select from identity.organisation o join identity.jurisdiction j on j.municipality_code = o.municipality_code
      where o.id = p_organisation and o.kind = 'MEDICAL_INSTITUTION' and identity.is_below(j.health_centre_id, identity.current_organisation()))
    else false
  end
$$;
grant execute on function identity.stands_to(uuid, text) to hersys_identity;

-- Whose clients the caller keeps: its own centre's or institution's, those of the institutions of its jurisdiction, for the ministry all.
create function identity.keeps_clients_of(p_organisation uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case identity.current_role_name()
    when 'NATIONAL_ADMINISTRATOR' then true
    when 'INSTITUTION_MANAGER' then identity.stands_to(p_organisation, 'OWN')
    when 'HEALTH_CENTRE_MANAGER' then identity.stands_to(p_organisation, 'OWN') or identity.stands_to(p_organisation, 'JURISDICTION')
    else false
  end
$$;

-- Whose settings the caller writes: itself, or with a file of organisations, which sets the mail addresses of a jurisdiction's institutions.
create function identity.keeps_settings_of(p_organisation uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case identity.current_role_name()
    when 'NATIONAL_ADMINISTRATOR' then true
    when 'LOCAL_GOVERNMENT_STAFF' then identity.stands_to(p_organisation, 'OWN') or identity.stands_to(p_organisation, 'AREA')
    when 'INSTITUTION_MANAGER' then identity.stands_to(p_organisation, 'OWN')
    when 'HEALTH_CENTRE_MANAGER' then identity.stands_to(p_organisation, 'OWN') or identity.stands_to(p_organisation, 'JURISDICTION')
    else false
  end
$$;
revoke execute on function identity.keeps_clients_of(uuid), identity.keeps_settings_of(uuid) from public;
grant execute on function identity.keeps_clients_of(uuid), identity.keeps_settings_of(uuid) to hersys_identity;

alter table identity.client enable row level security;
create policy at_door on identity.client for select to hersys_identity using (id = identity.at_door());
-- Held while a token is issued, not changed.
create policy held_at_door on identity.client for update to hersys_identity using (id = identity.at_door()) with check (false);
create policy kept on identity.client for select to hersys_identity
  using (identity.current_role_name() = 'NATIONAL_ADMINISTRATOR' or identity.keeps_clients_of(organisation_id));
create policy registered on identity.client for insert to hersys_identity
  with check (identity.keeps_clients_of(organisation_id) and created_by = identity.current_principal());
create policy changed on identity.client for update to hersys_identity
  using (identity.keeps_clients_of(organisation_id))
  with check (identity.keeps_clients_of(organisation_id) and changed_by = identity.current_organisation());

alter table identity.organisation_setting enable row level security;
create policy kept on identity.organisation_setting to hersys_identity
  using (identity.current_role_name() = 'NATIONAL_ADMINISTRATOR' or identity.keeps_settings_of(organisation_id))
  with check (identity.keeps_settings_of(organisation_id) and changed_by = identity.current_organisation());

alter table identity.account_quota enable row level security;
create policy seen on identity.account_quota for select to hersys_identity
  using (identity.current_role_name() = 'NATIONAL_ADMINISTRATOR'
         or identity.stands_to(health_centre_id, 'OWN') or identity.stands_to(health_centre_id, 'BELOW'));
create policy granted on identity.account_quota for insert to hersys_identity
  with check (identity.current_role_name() = 'NATIONAL_ADMINISTRATOR' and changed_by = identity.current_organisation());
create policy regranted on identity.account_quota for update to hersys_identity
  using (identity.current_role_name() = 'NATIONAL_ADMINISTRATOR')
  with check (identity.current_role_name() = 'NATIONAL_ADMINISTRATOR' and changed_by = identity.current_organisation());
