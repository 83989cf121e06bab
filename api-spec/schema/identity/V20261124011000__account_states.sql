-- An account is issued (INVITED) before its holder has a password; it becomes ACTIVE with its activation code, and DISABLED by who issued it.
-- charged_to: the health centre out of whose quota an account of a local institute comes ([S19]).
-- activated_at: when the holder first chose a password; null for one that never did, and for accounts of a directory loaded at the start.
alter table identity.account
  alter column password_hash drop not null,
  drop constraint account_state_check,
  add constraint account_state_check check (state in ('INVITED', 'ACTIVE', 'DISABLED')),
  add constraint account_active_has_password check (state <> 'ACTIVE' or password_hash is not null),
  add column charged_to uuid references identity.organisation,
  add constraint account_charged_role check (charged_to is null or role = 'LOCAL_INSTITUTE_STAFF'),
  add column created_by uuid references identity.account,
  add column activated_at timestamptz,
  add column version int not null default 1 check (version > 0),
  add column changed_at timestamptz not null default now();
create index account_charged_to on identity.account (charged_to) where charged_to is not null;
create index account_role on identity.account (role, organisation_id);
