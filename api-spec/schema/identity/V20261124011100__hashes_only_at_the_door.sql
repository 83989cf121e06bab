-- A colleague or a manager sees an account, never its password hash: that is read at the login door alone.
create function identity.hash_at_door() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select password_hash from identity.account where id = identity.at_door()
$$;
revoke execute on function identity.hash_at_door() from public;
grant execute on function identity.hash_at_door() to hersys_identity;

revoke select on identity.account from hersys_identity;
grant select (id, organisation_id, login_id, display_name, role, shared, state, charged_to, created_by, created_at, activated_at, version, changed_at)
  on identity.account to hersys_identity;

-- At the door an account is seen; what changes there, changes through functions.
drop policy at_door on identity.account;
create policy at_door on identity.account for select to hersys_identity using (id = identity.at_door());
