-- An original can be forgotten a while after its fax was settled (a setting; without it none is): the content goes, the row, its digest and its history
-- stay.
alter table notification.fax add column original_forgotten_at timestamptz;
alter table notification.fax_original alter column content drop not null;
create index fax_original_kept on notification.fax (settled_at) where settled_at is not null and original_forgotten_at is null;

-- Forgets the originals of faxes that were settled before that instant, a hundred at a time. Answers how many.
create function notification.forget_fax_originals(p_before timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_due uuid[];
begin
  select coalesce(array_agg(due.id), '{}') into v_due
  from (select f.id from notification.fax f
        where f.settled_at is not null and f.original_forgotten_at is null and f.settled_at < least(p_before, now())
        order by f.settled_at limit 100 for update skip locked) due;
  update notification.fax_original set content = null where fax_id = any (v_due);
  update notification.fax set original_forgotten_at = now() where id = any (v_due);
  return cardinality(v_due);
end
$$;
revoke execute on function notification.forget_fax_originals(timestamptz) from public;
grant execute on function notification.forget_fax_originals(timestamptz) to hersys_notification;
