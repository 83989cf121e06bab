-- Machine clients that managers register and change; created_by is null for those of a directory that was loaded.
alter table identity.client
  add column version int not null default 1 check (version > 0),
  add column created_by uuid references identity.account,
  add column changed_at timestamptz not null default now();

grant update (name, active, jwks, version, changed_at) on identity.client to hersys_identity;

-- A client that is deactivated loses its sessions at once.
create index session_client on identity.session (client_id) where client_id is not null;
