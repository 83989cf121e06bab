-- What was created under which idempotency key: ids only.
create table if not exists identity.idempotency_key (like notification.idempotency_key including all);
grant select, insert, update, delete on identity.idempotency_key to hersys_identity;
