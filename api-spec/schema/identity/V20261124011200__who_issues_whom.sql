-- Who issues and manages whose accounts ([S12, S18, S19]); the service holds the same table, and a test holds the two together.
create view identity.issuing_rule (issuer, role, kind, relation) as values
  ('NATIONAL_ADMINISTRATOR', 'NATIONAL_ADMINISTRATOR', 'NATIONAL', 'ANY'),
  ('NATIONAL_ADMINISTRATOR', 'NATIONAL_STATISTICS', 'NATIONAL', 'ANY'),
  ('NATIONAL_ADMINISTRATOR', 'NATIONAL_SURVEILLANCE', 'NATIONAL_SURVEILLANCE', 'ANY'),
  ('NATIONAL_ADMINISTRATOR', 'SUPPORT', 'SUPPORT', 'ANY'),
  ('NATIONAL_ADMINISTRATOR', 'LOCAL_GOVERNMENT_STAFF', 'LOCAL_GOVERNMENT', 'ANY'),
  ('NATIONAL_ADMINISTRATOR', 'HEALTH_CENTRE_MANAGER', 'HEALTH_CENTRE', 'ANY'),
  ('LOCAL_GOVERNMENT_STAFF', 'HEALTH_CENTRE_MANAGER', 'HEALTH_CENTRE', 'BELOW'),
  ('LOCAL_GOVERNMENT_STAFF', 'LOCAL_INSTITUTE_STAFF', 'LOCAL_INSTITUTE', 'BELOW'),
  ('LOCAL_GOVERNMENT_STAFF', 'CONTRACTOR', 'CONTRACTOR', 'BELOW'),
  ('HEALTH_CENTRE_MANAGER', 'HEALTH_CENTRE_STAFF', 'HEALTH_CENTRE', 'OWN'),
  ('HEALTH_CENTRE_MANAGER', 'HEALTH_CENTRE_MANAGER', 'HEALTH_CENTRE', 'OWN'),
  ('HEALTH_CENTRE_MANAGER', 'PHYSICIAN', 'HEALTH_CENTRE', 'OWN'),
  ('HEALTH_CENTRE_MANAGER', 'INSTITUTION_MANAGER', 'MEDICAL_INSTITUTION', 'JURISDICTION'),
  ('HEALTH_CENTRE_MANAGER', 'PHYSICIAN', 'MEDICAL_INSTITUTION', 'JURISDICTION'),
  ('HEALTH_CENTRE_MANAGER', 'CLERK', 'MEDICAL_INSTITUTION', 'JURISDICTION'),
  ('INSTITUTION_MANAGER', 'INSTITUTION_MANAGER', 'MEDICAL_INSTITUTION', 'OWN'),
  ('INSTITUTION_MANAGER', 'PHYSICIAN', 'MEDICAL_INSTITUTION', 'OWN'),
  ('INSTITUTION_MANAGER', 'CLERK', 'MEDICAL_INSTITUTION', 'OWN');

create index organisation_municipality on identity.organisation (municipality_code);

-- Whether an organisation stands under another, at any depth.
create function identity.is_below(p_organisation uuid, p_above uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive above (id) as (
    select parent_id from identity.organisation where id = p_organisation
    union
    select o.parent_id from identity.organisation o join above on o.id = above.id
  )
  select exists (select from above where id = p_above)
$$;

-- How the caller's organisation stands to another.
create function identity.stands_to(p_organisation uuid, p_relation text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case p_relation
    when 'ANY' then true
    when 'OWN' then p_organisation = identity.current_organisation()
    when 'BELOW' then identity.is_below(p_organisation, identity.current_organisation())
    when 'JURISDICTION' then exists (
      select from identity.organisation o join identity.jurisdiction j on j.municipality_code = o.municipality_code
      where o.id = p_organisation and j.health_centre_id = identity.current_organisation())
    else false
  end
$$;

-- Whether the caller may see, issue and change accounts of that role at that organisation. False for a machine, and at the door.
create function identity.may_manage(p_organisation uuid, p_role text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from identity.issuing_rule r join identity.organisation o on o.kind = r.kind
    where o.id = p_organisation and r.role = p_role and r.issuer = identity.current_role_name() and identity.stands_to(o.id, r.relation))
$$;

-- The organisations whose accounts, of one role or another, the caller may manage: drives the list, which may_manage then judges.
create function identity.managed_organisations() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive rule as (
    select kind, relation from identity.issuing_rule where issuer = identity.current_role_name()
  ), below as (
    select id, kind from identity.organisation where parent_id = identity.current_organisation()
    union
    select o.id, o.kind from identity.organisation o join below on o.parent_id = below.id
  )
  select o.id from identity.organisation o join rule on rule.kind = o.kind where rule.relation = 'ANY'
  union
  select o.id from identity.organisation o join rule on rule.kind = o.kind where rule.relation = 'OWN' and o.id = identity.current_organisation()
  union
  select below.id from below join rule on rule.kind = below.kind where rule.relation = 'BELOW'
  union
  select o.id
  from identity.jurisdiction j
  join identity.organisation o on o.municipality_code = j.municipality_code
  join rule on rule.kind = o.kind
  where rule.relation = 'JURISDICTION' and j.health_centre_id = identity.current_organisation()
$$;

revoke execute on function identity.is_below(uuid, uuid), identity.stands_to(uuid, text), identity.may_manage(uuid, text), identity.managed_organisations() from public;
grant execute on function identity.is_below(uuid, uuid), identity.may_manage(uuid, text), identity.managed_organisations() to hersys_identity;

create policy managed on identity.account for select to hersys_identity using (identity.may_manage(organisation_id, role));
create policy renamed on identity.account for update to hersys_identity
  using (identity.may_manage(organisation_id, role)) with check (identity.may_manage(organisation_id, role));
create policy issued on identity.account for insert to hersys_identity
  with check (state = 'INVITED' and created_by = identity.current_principal() and identity.may_manage(organisation_id, role));

-- The state, the password and the role are not among them.
grant insert (id, organisation_id, login_id, display_name, role, shared, state, charged_to, created_by, created_at, changed_at) on identity.account to hersys_identity;
grant update (display_name, version, changed_at) on identity.account to hersys_identity;
