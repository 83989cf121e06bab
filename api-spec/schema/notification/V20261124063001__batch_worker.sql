-- The worker of batches: a role of its own. It finds the jobs, which hold nothing of people, enters the scope of one, and adds new notifications of that
-- organisation; it reads no notification, old or new.
grant usage on schema identity, notification, audit to hersys_batch;
grant execute on function identity.current_session(), identity.current_principal(), identity.current_organisation(), identity.current_role_name() to hersys_batch;
grant select on identity.organisation_directory to hersys_batch;

-- Enters the scope of whoever has sent a batch, for the transaction. False where there is nothing to do any more; where the sender may send no longer the
-- job is stopped then, and what waits of it is gone.
create function notification.enter_batch(p_batch uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_batch notification.batch;
begin
  select * into v_batch from notification.batch where id = p_batch and state in ('WAITING', 'RUNNING');
  if v_batch.id is null then
    return false;
  end if;
  if not notification.may_still_send(v_batch.organisation_id, v_batch.principal_id, v_batch.role) then
    update notification.batch set state = 'STOPPED', ended_at = now() where id = p_batch and state in ('WAITING', 'RUNNING');
    delete from notification.batch_chunk where batch_id = p_batch;
    return false;
  end if;
  perform set_config('hersys.session', v_batch.session_id::text, true),
          set_config('hersys.organisation', v_batch.organisation_id::text, true),
          set_config('hersys.principal', v_batch.principal_id::text, true),
          set_config('hersys.role', coalesce(v_batch.role, ''), true);
  return true;
end
$$;

create policy worker on notification.batch for select to hersys_batch using (true);
create policy worked on notification.batch for update to hersys_batch
  using (organisation_id = identity.current_organisation() and state in ('WAITING', 'RUNNING'))
  with check (state in ('RUNNING', 'DONE'));
create policy worker on notification.batch_chunk for select to hersys_batch
  using (exists (select from notification.batch b where b.id = batch_id and b.organisation_id = identity.current_organisation()));
create policy done on notification.batch_chunk for delete to hersys_batch
  using (exists (select from notification.batch b where b.id = batch_id and b.organisation_id = identity.current_organisation()));
create policy done on notification.batch_row for insert to hersys_batch
  with check (exists (select from notification.batch b where b.id = batch_id and b.organisation_id = identity.current_organisation()));
grant select, update (state, stored, refused, with_findings, position, started_at, worked_at, ended_at) on notification.batch to hersys_batch;
grant select, delete on notification.batch_chunk to hersys_batch;
grant insert on notification.batch_row to hersys_batch;

-- What a submission writes, and nothing else of these tables.
create policy batched on notification.course for insert to hersys_batch with check (opened_by_organisation_id = identity.current_organisation());
create policy batched on notification.notification for insert to hersys_batch
  with check (sender_organisation_id = identity.current_organisation() and number = 1 and revision = 1 and fax_received_on is null);
create policy batched on notification.revision for insert to hersys_batch
  with check (revision = 1 and organisation_id = identity.current_organisation() and entered_by = identity.current_principal());
create policy batched on notification.confirmation for insert to hersys_batch
  with check (sender_organisation_id = identity.current_organisation() and state = 'TO_BE_CONFIRMED' and version = 1 and not superseded);
create policy batched on notification.mail for insert to hersys_batch with check (kind = 'NOTIFICATION_RECEIVED' and state = 'WAITING' and attempts = 0);
create policy batched on audit.access_log for insert to hersys_batch
  with check (principal_id = identity.current_principal() and organisation_id = identity.current_organisation() and session_id = identity.current_session());
grant insert on notification.course, notification.notification, notification.revision, notification.confirmation to hersys_batch;
grant insert (kind, aggregate_id, aggregate_version, occurred_at) on notification.event to hersys_batch;
grant insert (kind, recipient_organisation_id, subject_id, occasion, smartphone_entry_id) on notification.mail to hersys_batch;
grant insert (id, principal_id, session_id, operator, organisation_id, operation, outcome, subjects, ticket, trace_id) on audit.access_log to hersys_batch;

-- Check 32 for many at once: the numbers (from 1) of those who are likely the same person as somebody who was notified, or as one before them here.
create function notification.likely_same_persons(
  p_kana text[], p_birth_date date[], p_sex text[], p_current_phone text[], p_registered_phone text[], p_day date[]) returns setof int
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with person as materialized (
    select number::int, kana, birth_date, sex, current_phone, registered_phone, day, notification.search_key(kana) as kana_key,
           array_remove(array[notification.phone_key(current_phone), notification.phone_key(registered_phone)], null) as phone_keys
    from unnest(p_kana, p_birth_date, p_sex, p_current_phone, p_registered_phone, p_day)
         with ordinality given (kana, birth_date, sex, current_phone, registered_phone, day, number))
  select p.number from person p
  where notification.likely_same_person(p.kana, p.birth_date, p.sex, array[p.current_phone, p.registered_phone], p.day, null)
     or exists (select from person e
                where e.birth_date = p.birth_date and e.number < p.number and abs(e.day - p.day) <= 90
                  and ((e.kana_key = p.kana_key and e.sex = p.sex) or e.phone_keys && p.phone_keys))
$$;

-- Which of these smartphone entry ids are taken: at a national scale one chunk in six would meet one.
create function notification.taken_entry_ids(p_ids text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select smartphone_entry_id from notification.course where smartphone_entry_id = any (p_ids)
$$;

-- Forgets batches whose body broke off without a word (the service was killed) and those that ended long ago, with all that they hold; so many at most.
create function notification.forget_batches(p_abandoned interval, p_kept interval, p_most int) returns int
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with broken_off as (
    select id from notification.batch where state = 'RECEIVING' and touched_at < now() - p_abandoned limit p_most for update skip locked),
  old as (
    select id from notification.batch where ended_at < now() - p_kept limit p_most for update skip locked),
  gone as (
    delete from notification.batch b where b.id in (select id from broken_off union all select id from old) returning b.id)
  select count(*)::int from gone
$$;

revoke execute on function
  notification.enter_batch(uuid), notification.likely_same_persons(text[], date[], text[], text[], text[], date[]), notification.taken_entry_ids(text[]),
  notification.forget_batches(interval, interval, int)
from public;
grant execute on function
  notification.enter_batch(uuid), notification.likely_same_persons(text[], date[], text[], text[], text[], date[]), notification.taken_entry_ids(text[]),
  notification.forget_batches(interval, interval, int)
to hersys_batch;
