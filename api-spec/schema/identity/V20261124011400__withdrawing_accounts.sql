-- Takes an account out of use: DISABLED (its holder has left), or INVITED anew (lost phone, forgotten password), which voids password and
-- authenticator at once. Both end its sessions and any open code. Answers DONE, NOT_FOUND (also for what the caller does not manage), STALE,
-- OWN_ACCOUNT, or LAST_ADMINISTRATOR: one national administrator stays active, also when two of them withdraw each other.
create function identity.withdraw_account(p_account uuid, p_version int, p_state text, p_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_account identity.account;
begin
  if p_state not in ('DISABLED', 'INVITED') then
    raise exception 'not a state of an account out of use' using errcode = '22023';
  end if;
  if p_account = identity.current_principal() then
    return 'OWN_ACCOUNT';
  end if;
  if exists (select from identity.account where id = p_account and role = 'NATIONAL_ADMINISTRATOR') then
    perform from identity.account where role = 'NATIONAL_ADMINISTRATOR' order by id for no key update;
  end if;
  select * into v_account from identity.account where id = p_account and identity.may_manage(organisation_id, role) for no key update;
  if not found then
    return 'NOT_FOUND';
  end if;
  if v_account.version <> p_version then
    return 'STALE';
  end if;
  if v_account.role = 'NATIONAL_ADMINISTRATOR' and not exists (
    select from identity.account where role = 'NATIONAL_ADMINISTRATOR' and state = 'ACTIVE' and id <> p_account) then
    return 'LAST_ADMINISTRATOR';
  end if;
  update identity.account
  set state = p_state, version = version + 1, changed_at = p_at,
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

-- Lets a disabled account be used again, with the password it had. Answers DONE, NOT_FOUND, STALE, or NOT_ACTIVATED: it never had one.
create function identity.enable_account(p_account uuid, p_version int, p_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_account identity.account;
begin
  select * into v_account from identity.account where id = p_account and identity.may_manage(organisation_id, role) for no key update;
  if not found then
    return 'NOT_FOUND';
  end if;
  if v_account.version <> p_version then
    return 'STALE';
  end if;
  if v_account.state <> 'DISABLED' or v_account.password_hash is null then
    return 'NOT_ACTIVATED';
  end if;
  update identity.account set state = 'ACTIVE', version = version + 1, changed_at = p_at where id = p_account;
  -- One that began while the account was being disabled may have come in behind that.
  update identity.session set revoked_at = now() where account_id = p_account and revoked_at is null;
  return 'DONE';
end
$$;

revoke execute on function identity.withdraw_account(uuid, int, text, timestamptz), identity.enable_account(uuid, int, timestamptz) from public;
grant execute on function identity.withdraw_account(uuid, int, text, timestamptz), identity.enable_account(uuid, int, timestamptz) to hersys_identity;
