-- Published: the organisations that stand under one, at any depth. is_below asks the same of one organisation and climbs, which is a few
-- steps however many there are below; a test holds the two together.
create function identity.organisations_below(p_above uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive below (id) as (
    select id from identity.organisation where parent_id = p_above
    union
    select o.id from identity.organisation o join below b on o.parent_id = b.id
  )
  select id from below
$$;
revoke execute on function identity.organisations_below(uuid) from public;
grant execute on function identity.organisations_below(uuid) to hersys_identity, hersys_tracking;

create or replace function identity.managed_organisations() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with rule as (
    select kind, relation from identity.issuing_rule where issuer = identity.current_role_name()
  )
  select o.id from identity.organisation o join rule on rule.kind = o.kind where rule.relation = 'ANY'
  union
  select o.id from identity.organisation o join rule on rule.kind = o.kind where rule.relation = 'OWN' and o.id = identity.current_organisation()
  union
  select o.id
  from identity.organisations_below(identity.current_organisation()) below (id)
  join identity.organisation o on o.id = below.id
  join rule on rule.kind = o.kind
  where rule.relation = 'BELOW'
  union
  select o.id
  from identity.jurisdiction j
  join identity.organisation o on o.municipality_code = j.municipality_code
  join rule on rule.kind = o.kind
  where rule.relation = 'JURISDICTION' and j.health_centre_id = identity.current_organisation()
$$;
