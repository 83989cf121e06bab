-- The first statement of every transaction on behalf of a caller. Refuses (28000) a session that is unknown, revoked, over,
-- of another organisation or role, or of a disabled account, client or organisation. So revocation works at the next request everywhere.
create function identity.enter(p_session uuid, p_organisation uuid, p_role text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_principal uuid;
begin
  select coalesce(s.account_id, s.client_id) into v_principal
  from identity.session s
  join identity.organisation o on o.id = s.organisation_id
  left join identity.account a on a.id = s.account_id
  left join identity.client c on c.id = s.client_id
  where s.id = p_session
    and s.organisation_id = p_organisation
    and s.role is not distinct from p_role
    and s.revoked_at is null
    and s.expires_at > now()
    and o.active
    and coalesce(a.state = 'ACTIVE', c.active)
    and (a.id is null or (a.organisation_id = s.organisation_id and a.role = s.role));
  if v_principal is null then
    raise exception 'session is not valid' using errcode = '28000';
  end if;
  perform set_config('hersys.session', p_session::text, true),
          set_config('hersys.organisation', p_organisation::text, true),
          set_config('hersys.principal', v_principal::text, true),
          set_config('hersys.role', coalesce(p_role, ''), true);
end
$$;

-- The login door: opens the sight of exactly one account (or client) to this transaction, and of nothing else.
create function identity.knock(p_login_id text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_account uuid;
begin
  select id into v_account from identity.account where login_id = p_login_id;
  perform set_config('hersys.door', coalesce(v_account::text, ''), true);
  return v_account;
end
$$;

create function identity.knock_enrolment(p_enrolment uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_account uuid;
begin
  select account_id into v_account from identity.totp_enrolment where id = p_enrolment;
  perform set_config('hersys.door', coalesce(v_account::text, ''), true);
  return v_account;
end
$$;

create function identity.knock_client(p_client uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_client uuid;
begin
  select id into v_client from identity.client where id = p_client;
  perform set_config('hersys.door', coalesce(v_client::text, ''), true);
  return v_client;
end
$$;

-- Accounts of a directory that is loaded into an empty system: refused once anybody has ever logged in.
create function identity.plant_account(p_id uuid, p_organisation uuid, p_login_id text, p_display_name text, p_role text, p_shared boolean, p_password_hash text)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from identity.session) then
    raise exception 'the system is in use' using errcode = '55000';
  end if;
  insert into identity.account (id, organisation_id, login_id, display_name, role, shared, password_hash)
  values (p_id, p_organisation, p_login_id, p_display_name, p_role, p_shared, p_password_hash);
end
$$;

revoke execute on all functions in schema identity from public;
grant execute on function identity.current_session(), identity.current_principal(), identity.current_organisation(), identity.enter(uuid, uuid, text)
  to hersys_identity, hersys_notification, hersys_tracking, hersys_tracking_worker;
grant execute on function identity.at_door(), identity.knock(text), identity.knock_enrolment(uuid), identity.knock_client(uuid),
  identity.plant_account(uuid, uuid, text, text, text, boolean, text) to hersys_identity;
