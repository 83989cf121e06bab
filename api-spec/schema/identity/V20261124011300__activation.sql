-- One activation code an account, shown once to who issued it; only its keyed digest is kept, and it goes when it is used.
create table identity.activation (
  account_id uuid primary key references identity.account,
  code_digest bytea not null unique check (length(code_digest) = 32),
  issued_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > issued_at)
);
-- No role reads or writes it; what may be done with a code is done by the functions below.
alter table identity.activation enable row level security;

-- A new code for an account that awaits its activation; the one before is void. Refuses (42501) what the caller does not manage.
create function identity.issue_activation(p_account uuid, p_digest bytea, p_at timestamptz, p_until timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from identity.account
  where id = p_account and state = 'INVITED' and identity.may_manage(organisation_id, role)
  for no key update;
  if not found then
    raise exception 'no account that the caller may invite' using errcode = '42501';
  end if;
  insert into identity.activation (account_id, code_digest, issued_at, expires_at) values (p_account, p_digest, p_at, p_until)
  on conflict (account_id) do update set code_digest = excluded.code_digest, issued_at = excluded.issued_at, expires_at = excluded.expires_at;
end
$$;

-- Knocks with an activation code: opens the sight of its account; null when it is unknown, used or over.
create function identity.knock_activation(p_digest bytea, p_at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_account uuid;
begin
  select v.account_id into v_account
  from identity.activation v join identity.account a on a.id = v.account_id
  where v.code_digest = p_digest and v.expires_at > p_at and a.state = 'INVITED';
  perform set_config('hersys.door', coalesce(v_account::text, ''), true);
  return v_account;
end
$$;

-- Uses a code up: of many at once one succeeds. Null when it is unknown, used or over; else the transaction stands at the account's door.
create function identity.activate_account(p_digest bytea, p_password_hash text, p_at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_account uuid;
begin
  delete from identity.activation where code_digest = p_digest and expires_at > p_at returning account_id into v_account;
  update identity.account
  set state = 'ACTIVE', password_hash = p_password_hash, activated_at = coalesce(activated_at, p_at), version = version + 1, changed_at = p_at
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

-- The caller's own new password; every other session of the account is over.
create function identity.change_own_password(p_password_hash text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update identity.account set password_hash = p_password_hash where id = identity.current_principal() and state = 'ACTIVE';
  if not found then
    raise exception 'no account of the caller' using errcode = '42501';
  end if;
  update identity.session set revoked_at = now()
  where account_id = identity.current_principal() and id <> identity.current_session() and revoked_at is null;
end
$$;

revoke execute on function identity.issue_activation(uuid, bytea, timestamptz, timestamptz), identity.knock_activation(bytea, timestamptz),
  identity.activate_account(bytea, text, timestamptz), identity.change_own_password(text) from public;
grant execute on function identity.issue_activation(uuid, bytea, timestamptz, timestamptz), identity.knock_activation(bytea, timestamptz),
  identity.activate_account(bytea, text, timestamptz), identity.change_own_password(text) to hersys_identity;
