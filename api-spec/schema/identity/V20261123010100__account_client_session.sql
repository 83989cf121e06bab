-- The caller's context: set by identity.enter, local to the transaction, read by every policy.
create function identity.current_session() returns uuid language sql stable parallel safe
  return nullif(current_setting('hersys.session', true), '')::uuid;
create function identity.current_principal() returns uuid language sql stable parallel safe
  return nullif(current_setting('hersys.principal', true), '')::uuid;
create function identity.current_organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('hersys.organisation', true), '')::uuid;
-- The one account or client that somebody at the login door claims to be.
create function identity.at_door() returns uuid language sql stable parallel safe
  return nullif(current_setting('hersys.door', true), '')::uuid;

create table identity.account (
  id uuid primary key,
  organisation_id uuid not null references identity.organisation,
  login_id text not null unique check (login_id ~ '^[A-Za-z0-9._@-]{3,80}$'),
  display_name text not null check (length(display_name) between 1 and 100),
  role text not null check (role in ('PHYSICIAN', 'CLERK', 'INSTITUTION_MANAGER', 'HEALTH_CENTRE_STAFF', 'HEALTH_CENTRE_MANAGER', 'LOCAL_GOVERNMENT_STAFF',
                                     'LOCAL_INSTITUTE_STAFF', 'NATIONAL_STATISTICS', 'NATIONAL_SURVEILLANCE', 'NATIONAL_ADMINISTRATOR', 'CONTRACTOR', 'SUPPORT')),
  shared boolean not null default false,
  state text not null default 'ACTIVE' check (state in ('ACTIVE', 'DISABLED')),
  password_hash text not null,
  created_at timestamptz not null default now()
);
create index account_organisation on identity.account (organisation_id);

-- The growing delay after failures, for whatever login id was tried, known or not: so the delay tells nobody which ids exist.
create table identity.login_delay (
  login_key bytea primary key check (length(login_key) = 32),
  failures int not null,
  delayed_until timestamptz not null,
  attempted_at timestamptz not null
);
create index login_delay_age on identity.login_delay (attempted_at);

-- Confirmed TOTP (RFC 6238): the seed is sealed by the service; last_step makes each code usable once.
create table identity.totp (
  account_id uuid primary key references identity.account,
  sealed_secret bytea not null,
  last_step bigint not null,
  confirmed_at timestamptz not null default now()
);

create table identity.totp_enrolment (
  id uuid primary key,
  account_id uuid not null references identity.account,
  sealed_secret bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index totp_enrolment_account on identity.totp_enrolment (account_id);

-- A machine client: one institution's record system or one centre's own system (SMART Backend Services).
create table identity.client (
  id uuid primary key,
  organisation_id uuid not null references identity.organisation,
  name text not null check (length(name) between 1 and 100),
  scopes text[] not null check (scopes <@ array['notification.write', 'notification.read', 'case.read']),
  jwks jsonb not null,
  token_url_audience boolean not null default false,
  active boolean not null default true,
  created_at timestamptz not null default now()
);
create index client_organisation on identity.client (organisation_id);

create table identity.client_assertion (
  client_id uuid not null references identity.client,
  jti text not null check (length(jti) between 1 and 255),
  expires_at timestamptz not null,
  primary key (client_id, jti)
);
create index client_assertion_expiry on identity.client_assertion (expires_at);

-- One row a login or machine token; role is null for a machine.
create table identity.session (
  id uuid primary key,
  account_id uuid references identity.account,
  client_id uuid references identity.client,
  organisation_id uuid not null references identity.organisation,
  role text,
  operator text check (length(operator) between 1 and 100),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check ((account_id is null) <> (client_id is null)),
  check ((role is null) = (account_id is null))
);
create index session_account on identity.session (account_id);

create table identity.signing_key (
  kid text primary key,
  public_jwk jsonb not null,
  sealed_private_key bytea not null,
  published_at timestamptz not null default now(),
  signs_from timestamptz not null,
  retires_at timestamptz not null
);

alter table identity.account enable row level security;
alter table identity.totp enable row level security;
alter table identity.totp_enrolment enable row level security;
alter table identity.session enable row level security;

create policy at_door on identity.account to hersys_identity using (id = identity.at_door());
create policy colleague on identity.account for select to hersys_identity using (organisation_id = identity.current_organisation());
create policy at_door on identity.totp to hersys_identity using (account_id = identity.at_door());
create policy at_door on identity.totp_enrolment to hersys_identity using (account_id = identity.at_door());
create policy at_door on identity.session to hersys_identity using (account_id = identity.at_door() or client_id = identity.at_door());
create policy own on identity.session to hersys_identity using (id = identity.current_session());

grant select on identity.account to hersys_identity;
grant select, insert, update, delete on identity.login_delay to hersys_identity;
grant select, insert, update on identity.totp, identity.totp_enrolment, identity.session, identity.signing_key to hersys_identity;
grant delete on identity.totp_enrolment to hersys_identity;
grant select on identity.client to hersys_identity;
grant insert on identity.client to hersys_identity;
grant select, insert, delete on identity.client_assertion to hersys_identity;
grant delete on identity.signing_key to hersys_identity;
