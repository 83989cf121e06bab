-- Recovery codes (回復コード): keyed digests alone, ten to an enrolled account; one that is used is gone. Without its authenticator app an
-- account has none: whoever takes the app's seed away takes them away too.
create table identity.recovery_code (
  account_id uuid not null references identity.totp on delete cascade,
  digest bytea not null check (length(digest) = 32),
  primary key (account_id, digest)
);

alter table identity.recovery_code enable row level security;
create policy at_door on identity.recovery_code to hersys_identity using (account_id = identity.at_door());
grant select, insert, delete on identity.recovery_code to hersys_identity;
