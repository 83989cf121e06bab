-- A batch that cannot be worked on now is tried again, with growing pauses and without end; why, how often and when next stands with it, in ids and codes only.
alter table notification.batch
  add column attempts int not null default 0 check (attempts >= 0),
  add column failure text,
  add column next_attempt_at timestamptz,
  add check ((attempts > 0) = (failure is not null) and (attempts > 0) = (next_attempt_at is not null));
create index batch_delayed on notification.batch (attempts) where attempts > 0 and state in ('WAITING', 'RUNNING');
grant update (attempts, failure, next_attempt_at) on notification.batch to hersys_batch;

-- Puts off a batch that no worker has at this moment, whatever it is that fails: also where its sender's scope cannot be entered. Null where there is nothing to put off.
create function notification.postpone_batch(p_batch uuid, p_failure text, p_now timestamptz, p_first interval, p_longest interval) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_attempts int;
begin
  if pg_try_advisory_xact_lock(hashtextextended(p_batch::text, 0)) then
    update notification.batch
    set attempts = attempts + 1, failure = p_failure, worked_at = p_now,
        next_attempt_at = p_now + least(p_first * power(2, least(attempts, 20)), p_longest)
    where id = p_batch and state in ('WAITING', 'RUNNING')
    returning attempts into v_attempts;
  end if;
  return v_attempts;
end
$$;
revoke execute on function notification.postpone_batch(uuid, text, timestamptz, interval, interval) from public;
grant execute on function notification.postpone_batch(uuid, text, timestamptz, interval, interval) to hersys_batch;
