-- The first national administrator, by a command on the server: nobody is logged in. Refused once a national administrator has ever been
-- active; one that was invited and never activated is invited again, under the name given now. Of several at once one decides first.
-- outcome: INVITED, ADMINISTRATOR_EXISTS, LOGIN_ID_TAKEN, or ORGANISATION_DIFFERS (another national organisation stands, or another kind has
-- the code); p_code and p_name may be null. With INVITED the transaction stands at the account's door.
create function identity.invite_first_administrator(
  p_organisation uuid, p_code text, p_name text, p_account uuid, p_login_id text, p_display_name text,
  p_digest bytea, p_at timestamptz, p_until timestamptz, out outcome text, out account_id uuid, out organisation_id uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_code text := coalesce(p_code, 'NATIONAL');
  v_standing text;
begin
  perform pg_advisory_xact_lock(hashtextextended('identity.first_administrator', 0));
  if exists (select from identity.account a where a.role = 'NATIONAL_ADMINISTRATOR' and (a.state <> 'INVITED' or a.activated_at is not null)) then
    outcome := 'ADMINISTRATOR_EXISTS';
    return;
  end if;
  select a.id into account_id from identity.account a where a.role = 'NATIONAL_ADMINISTRATOR' order by a.created_at limit 1 for no key update;
  if exists (select from identity.account a where a.login_id = p_login_id and a.id is distinct from account_id) then
    outcome := 'LOGIN_ID_TAKEN';
    return;
  end if;
  select o.id, o.code into organisation_id, v_standing from identity.organisation o where o.kind = 'NATIONAL' order by o.created_at, o.code limit 1;
  if v_standing <> p_code or (v_standing is null and exists (select from identity.organisation o where o.code = v_code)) then
    outcome := 'ORGANISATION_DIFFERS';
    return;
  end if;
  if organisation_id is null then
    organisation_id := p_organisation;
    insert into identity.organisation (id, code, kind, name) values (p_organisation, v_code, 'NATIONAL', coalesce(p_name, '厚生労働省'));
  end if;
  if account_id is null then
    account_id := p_account;
    insert into identity.account (id, organisation_id, login_id, display_name, role, state, created_at, changed_at)
    values (p_account, organisation_id, p_login_id, p_display_name, 'NATIONAL_ADMINISTRATOR', 'INVITED', p_at, p_at);
  else
    update identity.account a
    set login_id = p_login_id, display_name = p_display_name, version = a.version + 1, changed_at = p_at
    where a.id = account_id;
    select a.organisation_id into organisation_id from identity.account a where a.id = account_id;
  end if;
  delete from identity.activation v where v.account_id = invite_first_administrator.account_id;
  insert into identity.activation (account_id, code_digest, issued_at, expires_at) values (account_id, p_digest, p_at, p_until);
  perform set_config('hersys.door', account_id::text, true);
  outcome := 'INVITED';
end
$$;
revoke execute on function identity.invite_first_administrator(uuid, text, text, uuid, text, text, bytea, timestamptz, timestamptz) from public;
grant execute on function identity.invite_first_administrator(uuid, text, text, uuid, text, text, bytea, timestamptz, timestamptz) to hersys_identity;
