-- The database roles of OpenHERSYS. Run by a superuser, before the migrations, as often as wanted.
-- hersys_owner owns everything and cannot log in; nobody else owns anything. Passwords are set elsewhere, never here.
do $$
declare
  r text;
begin
  if not exists (select from pg_roles where rolname = 'hersys_owner') then
    create role hersys_owner nologin noinherit;
  end if;

  foreach r in array array['hersys_migrator', 'hersys_identity', 'hersys_notification', 'hersys_tracking', 'hersys_tracking_worker', 'hersys_mailer', 'hersys_batch'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I login', r);
    end if;
    execute format('alter role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls', r);
  end loop;

  -- Writers keep transactions short: the event reader and the feed wait for the oldest one that writes.
  -- A duplicate submission waits five seconds for the first (lock_timeout), then is asked to come again.
  foreach r in array array['hersys_identity', 'hersys_notification', 'hersys_tracking', 'hersys_tracking_worker', 'hersys_mailer', 'hersys_batch'] loop
    execute format('alter role %I set lock_timeout = %L', r, '5s');
    execute format('alter role %I set statement_timeout = %L', r, '15s');
    execute format('alter role %I set idle_in_transaction_session_timeout = %L', r, '15s');
    -- PostgreSQL 15 and 16 know no such bound.
    if current_setting('server_version_num')::int >= 170000 then
      execute format('alter role %I set transaction_timeout = %L', r, '30s');
    end if;
    execute format('alter role %I set search_path = %L', r, '');
    execute format('alter role %I set timezone = %L', r, 'UTC');
  end loop;

  -- The migrator becomes the owner by SET ROLE and holds nothing itself.
  alter role hersys_migrator noinherit;
  grant hersys_owner to hersys_migrator;

  execute format('grant create, connect on database %I to hersys_owner', current_database());
  execute format('revoke temporary on database %I from public', current_database());
  revoke create on schema public from public;
end
$$;
