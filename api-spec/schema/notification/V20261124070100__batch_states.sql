-- The states of a batch are a table. Policies see a row as it was and as it is, but not both, and several for one role are read as one; so a trigger
-- holds what they cannot: no way back, no count that sinks, nothing of the reception changed once it is over. Who makes which step is the policies' to say.
create table notification.batch_step (
  before text not null,
  after text not null,
  meaning text not null,
  primary key (before, after)
);
insert into notification.batch_step (before, after, meaning) values
  ('RECEIVING', 'RECEIVING', 'some rows more'),
  ('RECEIVING', 'WAITING', 'the body is whole'),
  ('WAITING', 'WAITING', 'its turn comes later'),
  ('WAITING', 'RUNNING', 'the first rows are taken in'),
  ('WAITING', 'DONE', 'all rows are taken in at once'),
  ('RUNNING', 'RUNNING', 'some rows more are taken in, or its turn comes later'),
  ('RUNNING', 'DONE', 'the last rows are taken in'),
  ('WAITING', 'CANCELLED', 'by its organisation'),
  ('RUNNING', 'CANCELLED', 'by its organisation'),
  ('WAITING', 'STOPPED', 'who sent it may send no longer'),
  ('RUNNING', 'STOPPED', 'who sent it may send no longer');

create function notification.batch_steps() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from notification.batch_step s where s.before = old.state and s.after = new.state) then
    raise insufficient_privilege using message = format('a batch does not go from %s to %s', old.state, new.state);
  end if;
  if new.received < old.received or new.stored < old.stored or new.refused < old.refused or new.position < old.position then
    raise insufficient_privilege using message = 'what a batch has is not taken from it';
  end if;
  if old.state <> 'RECEIVING' and (new.received, new.received_at, new.touched_at) is distinct from (old.received, old.received_at, old.touched_at) then
    raise insufficient_privilege using message = 'the reception of this batch is over';
  end if;
  if new.state not in ('RUNNING', 'DONE') and (new.stored, new.refused, new.position) is distinct from (old.stored, old.refused, old.position) then
    raise insufficient_privilege using message = 'rows are taken in while a batch runs';
  end if;
  if (new.ended_at is not null) <> (new.state in ('DONE', 'CANCELLED', 'STOPPED')) or (new.received_at is null) <> (new.state = 'RECEIVING')
     or (new.state = 'DONE' and new.stored + new.refused <> new.received) then
    raise insufficient_privilege using message = format('not so in state %s', new.state);
  end if;
  return new;
end
$$;
revoke execute on function notification.batch_steps() from public;
create trigger batch_steps before update on notification.batch for each row execute function notification.batch_steps();

-- A batch begins with nothing in it.
revoke insert on notification.batch from hersys_notification;
grant insert (id, organisation_id, principal_id, session_id, role, operator, begun_at, touched_at) on notification.batch to hersys_notification;
