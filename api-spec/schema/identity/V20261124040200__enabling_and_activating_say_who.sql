-- As before; they keep whose organisation changed the account: that of who enables it, and the holder's own with its activation.
create or replace function identity.enable_account(p_account uuid, p_version int, p_at timestamptz) returns text
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
  update identity.account
  set state = 'ACTIVE', version = version + 1, changed_at = p_at, changed_by = identity.current_organisation()
  where id = p_account;
  -- One that began while the account was being disabled may have come in behind that.
  update identity.session set revoked_at = now() where account_id = p_account and revoked_at is null;
  return 'DONE';
end
$$;

create or replace function identity.activate_account(p_digest bytea, p_password_hash text, p_at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_account uuid;
begin
  delete from identity.activation where code_digest = p_digest and expires_at > p_at returning account_id into v_account;
  update identity.account
  set state = 'ACTIVE', password_hash = p_password_hash, activated_at = coalesce(activated_at, p_at), version = version + 1, changed_at = p_at,
      changed_by = organisation_id
  where id = v_account and state = 'INVITED';
  if not found then
    return null;
  end if;
  -- A login or an enrolment that was under way when the account was withdrawn may have come in behind that.
  delete from identity.totp where account_id = v_account;
  delete from identity.totp_enrolment where account_id = v_account;
  update identity.session set revoked_at = now() where account_id = v_account and revoked_at is null;
  perform set_config('hersys.door', v_account::text, true);
  return v_account;
end
$$;
