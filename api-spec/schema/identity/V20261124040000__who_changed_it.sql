-- The organisation that made the present state, for whom a stale change is refused: the organisation of the account that changed it. Null
-- until somebody did. Which account it was stands in the access log.
alter table identity.account add column changed_by uuid references identity.organisation;
alter table identity.client add column changed_by uuid references identity.organisation;
alter table identity.organisation_setting add column changed_by uuid references identity.organisation;
alter table identity.account_quota add column changed_by uuid references identity.organisation;

grant select (changed_by), update (changed_by) on identity.account to hersys_identity;
grant update (changed_by) on identity.client to hersys_identity;

drop policy renamed on identity.account;
create policy renamed on identity.account for update to hersys_identity
  using (identity.may_manage(organisation_id, role))
  with check (identity.may_manage(organisation_id, role) and changed_by = identity.current_organisation());
