-- What was taken from who sent a batch that was stopped in this transaction; null where none was. For the log of who looks after the system.
create function notification.batch_stopped_because(p_batch uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case
           when not exists (select from identity.organisation o where o.id = b.organisation_id and o.active) then 'ORGANISATION_CLOSED'
           when b.role is null then
             case when exists (select from identity.client c where c.id = b.principal_id and c.active) then 'SCOPE_TAKEN_AWAY' else 'CLIENT_DISABLED' end
           when exists (select from identity.account a where a.id = b.principal_id and a.state = 'ACTIVE') then 'ROLE_OR_ORGANISATION_CHANGED'
           else 'ACCOUNT_DISABLED'
         end
  from notification.batch b
  where b.id = p_batch and b.state = 'STOPPED' and b.ended_at = now()
$$;
revoke execute on function notification.batch_stopped_because(uuid) from public;
grant execute on function notification.batch_stopped_because(uuid) to hersys_batch;
