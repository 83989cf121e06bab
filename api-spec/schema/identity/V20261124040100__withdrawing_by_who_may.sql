-- As before, with two differences. Whether the caller manages the account is asked before anything is locked: who may not know of an
-- administrator does not hold all of them up either. And it keeps whose organisation changed it.
create or replace function identity.withdraw_account(p_account uuid, p_version int, p_state text, p_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_role text;
  v_account identity.account;
begin
  if p_state not in ('DISABLED', 'INVITED') then
    raise exception 'not a state of an account out of use' using errcode = '22023';
  end if;
  if p_account = identity.current_principal() then
    return 'OWN_ACCOUNT';
  end if;
  select role into v_role from identity.account where id = p_account and identity.may_manage(organisation_id, role);
  if not found then
    return 'NOT_FOUND';
  end if;
  -- All of them in one order, so that two who withdraw each other leave one.
  if v_role = 'NATIONAL_ADMINISTRATOR' then
    perform from identity.account where role = 'NATIONAL_ADMINISTRATOR' order by id for no key update;
  end if;
  select * into v_account from identity.account where id = p_account for no key update;
  if v_account.version <> p_version then
    return 'STALE';
  end if;
  if v_account.role = 'NATIONAL_ADMINISTRATOR' and not exists (
    select from identity.account where role = 'NATIONAL_ADMINISTRATOR' and state = 'ACTIVE' and id <> p_account) then
    return 'LAST_ADMINISTRATOR';
  end if;
  update identity.account
  set state = p_state, version = version + 1, changed_at = p_at, changed_by = identity.current_organisation(),
      password_hash = case when p_state = 'INVITED' then null else password_hash end
  where id = p_account;
  if p_state = 'INVITED' then
    delete from identity.totp where account_id = p_account;
  end if;
  delete from identity.totp_enrolment where account_id = p_account;
  delete from identity.activation where account_id = p_account;
  update identity.session set revoked_at = now() where account_id = p_account and revoked_at is null;
  return 'DONE';
end
$$;
