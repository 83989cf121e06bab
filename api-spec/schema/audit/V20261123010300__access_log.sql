create schema audit;
grant usage on schema audit to hersys_identity, hersys_notification, hersys_tracking;

-- Who read or changed whose data (アクセスログ, [S23, S25]). Ids only; services may add rows and do nothing else.
create table audit.access_log (
  id uuid primary key,
  sequence bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  recorded_at timestamptz not null default now(),
  database_role text not null default current_user,
  principal_id uuid not null,
  session_id uuid,
  operator text,
  organisation_id uuid,
  operation text not null check (operation ~ '^[a-z][a-z-]*(\.[a-z-]+)+$'),
  outcome text not null check (outcome in ('ALLOWED', 'DENIED')),
  subjects uuid[] not null,
  ticket text,
  trace_id text
);

alter table audit.access_log enable row level security;
-- Nobody can write a row in somebody else's name.
create policy own_name on audit.access_log for insert to hersys_notification, hersys_tracking
  with check (principal_id = identity.current_principal() and organisation_id = identity.current_organisation() and session_id = identity.current_session());
create policy own_name_at_door on audit.access_log for insert to hersys_identity
  with check (principal_id = coalesce(identity.current_principal(), identity.at_door()));
-- When, by which database role and in which transaction a row was written is for the database alone to say.
grant insert (id, principal_id, session_id, operator, organisation_id, operation, outcome, subjects, ticket, trace_id)
  on audit.access_log to hersys_identity, hersys_notification, hersys_tracking;
