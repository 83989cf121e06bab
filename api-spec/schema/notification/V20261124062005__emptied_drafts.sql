-- When a discarded draft was emptied; those are not looked at again.
alter table notification.draft add column emptied_at timestamptz;
drop index notification.draft_discarded;
create index draft_discarded on notification.draft (settled_at) where state = 'DISCARDED' and emptied_at is null;

-- Empties drafts that were discarded before that instant, a hundred at a time: who typed when stays, people's data does not. Answers how many.
create or replace function notification.forget_discarded_drafts(p_before timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_due uuid[];
begin
  select coalesce(array_agg(due.id), '{}') into v_due
  from (select d.id from notification.draft d
        where d.state = 'DISCARDED' and d.emptied_at is null and d.settled_at < least(p_before, now())
        order by d.settled_at limit 100 for update skip locked) due;
  update notification.draft_revision set document = '{}' where draft_id = any (v_due) and document <> '{}';
  update notification.draft set emptied_at = now() where id = any (v_due);
  return cardinality(v_due);
end
$$;
