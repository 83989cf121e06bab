-- What was created under which key.
create table if not exists identity.idempotency_key (like notification.idempotency_key including all);
grant select, insert, update, delete on identity.idempotency_key to hersys_identity;
