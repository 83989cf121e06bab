-- 症例の状態: whether a case counts. It follows from the current notification of its course ([S3]). It stands beside the right too, for lists of what is closed.
alter table tracking.case_file
  add column case_state text not null default 'OPEN' check (case_state in ('OPEN', 'RULED_OUT', 'WITHDRAWN'));
alter table tracking.custody_entry
  add column case_state text not null default 'OPEN' check (case_state in ('OPEN', 'RULED_OUT', 'WITHDRAWN'));
-- Most cases are open: those are found through custody_entry_list, and this index costs nothing for them.
create index custody_entry_closed on tracking.custody_entry (organisation_id, case_state, submitted_at, case_id) where case_state <> 'OPEN';
-- Whether the case already shows that the notification is withdrawn.
alter table tracking.applied_notification add column withdrawn boolean not null default false;

update tracking.case_file f set case_state = 'RULED_OUT', version = version + 1
from notification.published_standing s
where s.course_id = f.course_id and s.standing = 'CURRENT' and s.ruled_out;
update tracking.custody_entry c set case_state = f.case_state from tracking.case_file f where f.id = c.case_id and f.case_state <> 'OPEN';
insert into tracking.change (organisation_id, case_id, kind)
select organisation_id, case_id, 'UPSERT' from tracking.custody_entry where case_state <> 'OPEN' and (until is null or until > now());

-- As before, and with the state of the case.
create or replace function tracking.derive_custody(p_case uuid, p_organisation uuid) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_lost boolean;
  v_writers uuid[];
begin
  insert into tracking.custody_entry as c (case_id, organisation_id, course_id, custody_right, until, write_until, case_state, submitted_at)
  select f.id, p_organisation, f.course_id,
         case when bool_or(g.custody_right = 'WRITE') then 'WRITE' else 'READ' end,
         case when bool_and(g.until is not null) then max(g.until) end,
         case when not bool_or(g.custody_right = 'WRITE' and g.until is null) then max(g.until) filter (where g.custody_right = 'WRITE') end,
         f.case_state, f.submitted_at
  from tracking.case_file f join tracking.custody_ground g on g.case_id = f.id
  where f.id = p_case and g.organisation_id = p_organisation and (g.until is null or g.until > clock_timestamp())
  group by f.id
  on conflict (case_id, organisation_id) do update
  set custody_right = excluded.custody_right, until = excluded.until, write_until = excluded.write_until
  where (c.custody_right, c.until, c.write_until) is distinct from (excluded.custody_right, excluded.until, excluded.write_until);

  delete from tracking.custody_entry c
  where c.case_id = p_case and c.organisation_id = p_organisation
    and not exists (select from tracking.custody_ground g
                    where g.case_id = p_case and g.organisation_id = p_organisation and (g.until is null or g.until > clock_timestamp()));
  v_lost := found;

  select coalesce(array_agg(organisation_id order by organisation_id), '{}') into v_writers
  from tracking.custody_entry where case_id = p_case and custody_right = 'WRITE';
  update tracking.case_file set writing_organisation_ids = v_writers where id = p_case and writing_organisation_ids <> v_writers;
  return v_lost;
end
$$;

-- The case's state as lists are read by it. The case is locked before.
create function tracking.show_case_state(p_case uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update tracking.custody_entry c set case_state = f.case_state
  from tracking.case_file f where f.id = p_case and c.case_id = f.id and c.case_state <> f.case_state
$$;
revoke execute on function tracking.show_case_state(uuid) from public;
grant execute on function tracking.show_case_state(uuid) to hersys_tracking_worker;
