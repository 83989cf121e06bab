-- Since when a confirmed notification says something else than what was confirmed; null while it does not. For the list of its receiving centre:
-- only another category reopens 保健所確認済, but no correction goes unseen.
alter table notification.confirmation add column changed_at timestamptz;
create index confirmation_changed on notification.confirmation (receiving_organisation_id, changed_at, notification_id) where changed_at is not null;

-- A first revision is inserted, and passes by here.
create function notification.confirmation_notes_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update notification.confirmation c set changed_at = r.recorded_at
  from notification.revision r
  where c.notification_id = new.id and c.state = 'CONFIRMED' and c.changed_at is null and r.notification_id = new.id and r.revision = new.revision;
  return null;
end
$$;
create trigger confirmation_notes_change after update of revision on notification.notification
  for each row when (new.revision is distinct from old.revision)
  execute function notification.confirmation_notes_change();

-- Whatever is done about the confirmation, somebody looked.
create function notification.confirmation_forgets_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.changed_at := null;
  return new;
end
$$;
create trigger confirmation_forgets_change before update of version on notification.confirmation
  for each row when (old.changed_at is not null and new.version is distinct from old.version)
  execute function notification.confirmation_forgets_change();

-- Confirmed again as it is now: no step of the quality chain is taken back for it, and nothing is changed since any more.
create function notification.quality_follows_second_look() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update notification.quality_chain set confirmed_revision = revision where notification_id = new.notification_id;
  return null;
end
$$;
create trigger quality_follows_second_look after update of version on notification.confirmation
  for each row when (old.changed_at is not null and old.state = 'CONFIRMED' and new.state = 'CONFIRMED')
  execute function notification.quality_follows_second_look();
revoke execute on function notification.confirmation_notes_change(), notification.confirmation_forgets_change(),
  notification.quality_follows_second_look() from public;

update notification.confirmation c set changed_at = changed.at
from (
  select n.id, min(r.recorded_at) as at
  from notification.notification n
  join notification.quality_chain q on q.notification_id = n.id and q.revision > q.confirmed_revision
  join notification.revision r on r.notification_id = n.id and r.revision > q.confirmed_revision
  group by n.id) changed
where c.notification_id = changed.id and c.state = 'CONFIRMED';
