-- Why an organisation may see a case. It may have several grounds at once, each with an end of its own; what it may do at present is
-- derived from all of them. RECEIVING 届出先, RESPONSIBLE 担当, FORMER a centre that gave the case away, RELATED 関係.
create table tracking.custody_ground (
  case_id uuid not null references tracking.case_file,
  organisation_id uuid not null,
  ground text not null check (ground in ('RECEIVING', 'RESPONSIBLE', 'FORMER', 'RELATED')),
  custody_right text not null check (custody_right in ('WRITE', 'READ')),
  until timestamptz,
  primary key (case_id, organisation_id, ground),
  check (custody_right = 'READ' or ground in ('RESPONSIBLE', 'RELATED'))
);
-- A case without a responsible centre, or with two, cannot be.
create unique index custody_ground_responsible on tracking.custody_ground (case_id) where ground = 'RESPONSIBLE';
create index custody_ground_end on tracking.custody_ground (until) where until is not null;

-- 担当・関係の履歴: each row is what became of one ground, and by whose act; no right means that the ground ended. Only added to.
-- by_… are null where time did it.
create table tracking.custody_history (
  sequence bigint generated always as identity primary key,
  case_id uuid not null references tracking.case_file,
  organisation_id uuid not null,
  ground text not null check (ground in ('RECEIVING', 'RESPONSIBLE', 'FORMER', 'RELATED')),
  custody_right text check (custody_right in ('WRITE', 'READ')),
  until timestamptz,
  act text not null check (act in ('OPENED', 'HANDED_OVER', 'RETURNED', 'ASSIGNED', 'RELATED_SET', 'RELATED_CHANGED', 'RELATED_REMOVED', 'RIGHT_ENDED')),
  reason text check (length(reason) between 1 and 1000),
  handover_id uuid,
  by_organisation_id uuid,
  by_principal_id uuid,
  by_operator text,
  recorded_at timestamptz not null
);
create index custody_history_case on tracking.custody_history (case_id, sequence);

-- write_until: when WRITE becomes READ, while sight goes on; null when it does not.
alter table tracking.custody_entry add column write_until timestamptz;
-- Who may change the case, on the row itself: a policy that waited for another writer is judged by what that one left (ADR 3).
alter table tracking.case_file add column writing_organisation_ids uuid[] not null default '{}';
-- The version of the list of related centres.
alter table tracking.case_file add column related_version int not null default 0;

insert into tracking.custody_ground (case_id, organisation_id, ground, custody_right)
select id, receiving_organisation_id, 'RECEIVING', 'READ' from tracking.case_file
union all
select id, responsible_organisation_id, 'RESPONSIBLE', 'WRITE' from tracking.case_file;
insert into tracking.custody_ground (case_id, organisation_id, ground, custody_right, until)
select case_id, organisation_id, 'FORMER', 'READ', until from tracking.custody_entry where until is not null and not departed;
delete from tracking.custody_entry where departed;
update tracking.case_file set writing_organisation_ids = array[responsible_organisation_id];

insert into tracking.custody_history (case_id, organisation_id, ground, custody_right, until, act, reason, handover_id, by_organisation_id, by_principal_id,
                                      by_operator, recorded_at)
select case_id, organisation_id, ground, custody_right, until, act, reason, handover_id, by_organisation_id, by_principal_id, by_operator, recorded_at
from (
  select f.id as case_id, f.receiving_organisation_id as organisation_id, g.ground, g.custody_right, null::timestamptz as until, 'OPENED' as act,
         null as reason, null::uuid as handover_id, null::uuid as by_organisation_id, null::uuid as by_principal_id, null as by_operator,
         f.submitted_at as recorded_at, g.step
  from tracking.case_file f cross join (values ('RECEIVING', 'READ', 1), ('RESPONSIBLE', 'WRITE', 2)) g (ground, custody_right, step)
  union all
  select h.case_id, g.organisation_id, g.ground, g.custody_right, g.until, 'HANDED_OVER', h.reason, h.id, h.to_organisation_id, h.decided_by,
         h.decided_operator, h.decided_at, g.step
  from tracking.handover h
  join tracking.case_file f on f.id = h.case_id
  left join tracking.custody_entry c on c.case_id = h.case_id and c.organisation_id = h.from_organisation_id
  cross join lateral (values (h.from_organisation_id, 'RESPONSIBLE', null, null, 1),
                             (h.to_organisation_id, 'RESPONSIBLE', 'WRITE', null, 2),
                             (h.from_organisation_id, 'FORMER', 'READ', c.until, 3)) g (organisation_id, ground, custody_right, until, step)
  where h.state = 'ACCEPTED' and (g.ground <> 'FORMER' or c.until is not null)
) told
order by recorded_at, step;

drop index tracking.custody_entry_departure;
alter table tracking.custody_entry drop column departed;

alter table tracking.custody_ground enable row level security;
alter table tracking.custody_history enable row level security;
create policy custody on tracking.custody_ground for select to hersys_tracking
  using (exists (select from tracking.custody_entry c where c.case_id = custody_ground.case_id));
create policy custody on tracking.custody_history for select to hersys_tracking
  using (exists (select from tracking.custody_entry c where c.case_id = custody_history.case_id));
grant select on tracking.custody_ground, tracking.custody_history to hersys_tracking;
-- Custody changes through the functions alone.
revoke insert, update on tracking.custody_entry from hersys_tracking_worker;

create or replace view tracking.custody with (security_invoker = true) as
select course_id, organisation_id,
       case when custody_right = 'WRITE' and (write_until is null or write_until > now()) then 'WRITE' else 'READ' end as custody_right, until
from tracking.custody_entry;

drop policy responsible on tracking.case_file;
create policy writes on tracking.case_file for update to hersys_tracking
  using (identity.current_organisation() = any (writing_organisation_ids)
         and exists (select from tracking.custody_entry c
                     where c.case_id = id and c.custody_right = 'WRITE' and (c.write_until is null or c.write_until > now())));
drop policy responsible on tracking.status_entry;
create policy writes on tracking.status_entry for insert to hersys_tracking
  with check (organisation_id = identity.current_organisation() and principal_id = identity.current_principal()
              and exists (select from tracking.custody_entry c
                          where c.case_id = status_entry.case_id and c.custody_right = 'WRITE' and (c.write_until is null or c.write_until > now())));

-- Who did something with the custody of a case, and why.
create type tracking.custody_act as (act text, reason text, handover_id uuid, organisation_id uuid, principal_id uuid, operator text);

create function tracking.act_of_caller(p_act text, p_reason text, p_handover uuid, p_operator text) returns tracking.custody_act
language sql stable set search_path = pg_catalog, pg_temp as $$
  select row(p_act, p_reason, p_handover, identity.current_organisation(), identity.current_principal(), p_operator)::tracking.custody_act
$$;

-- The present right from all grounds: the strongest that is not over, and sight until the last of them ends. The case is locked before.
-- Answers whether the organisation lost sight of the case by it.
create function tracking.derive_custody(p_case uuid, p_organisation uuid) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_lost boolean;
  v_writers uuid[];
begin
  insert into tracking.custody_entry as c (case_id, organisation_id, course_id, custody_right, until, write_until, submitted_at)
  select f.id, p_organisation, f.course_id,
         case when bool_or(g.custody_right = 'WRITE') then 'WRITE' else 'READ' end,
         case when bool_and(g.until is not null) then max(g.until) end,
         case when not bool_or(g.custody_right = 'WRITE' and g.until is null) then max(g.until) filter (where g.custody_right = 'WRITE') end,
         f.submitted_at
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

-- Sets one ground, or ends it (no right), writes it down, and derives what follows. The case is locked before. Answers as derive_custody.
create function tracking.set_ground(p_case uuid, p_organisation uuid, p_ground text, p_right text, p_until timestamptz, p_act tracking.custody_act)
returns boolean
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if p_right is null then
    delete from tracking.custody_ground where case_id = p_case and organisation_id = p_organisation and ground = p_ground;
  else
    insert into tracking.custody_ground (case_id, organisation_id, ground, custody_right, until)
    values (p_case, p_organisation, p_ground, p_right, p_until)
    on conflict (case_id, organisation_id, ground) do update set custody_right = excluded.custody_right, until = excluded.until;
  end if;
  if not found then return false; end if;
  insert into tracking.custody_history (case_id, organisation_id, ground, custody_right, until, act, reason, handover_id, by_organisation_id,
                                        by_principal_id, by_operator, recorded_at)
  values (p_case, p_organisation, p_ground, p_right, p_until, p_act.act, p_act.reason, p_act.handover_id, p_act.organisation_id,
          p_act.principal_id, p_act.operator, clock_timestamp());
  if p_ground = 'RELATED' then
    update tracking.case_file set related_version = related_version + 1 where id = p_case;
  end if;
  return tracking.derive_custody(p_case, p_organisation);
end
$$;

-- The receiving centre (届出先) reads for ever (Art. 12), and is responsible until a handover. For a case that was just inserted with its
-- receiving centre as the only writer.
create function tracking.open_custody(p_case uuid, p_sender uuid, p_entered_by uuid, p_operator text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_receiving uuid;
begin
  select receiving_organisation_id into strict v_receiving from tracking.case_file where id = p_case;
  with opened as (
    insert into tracking.custody_ground (case_id, organisation_id, ground, custody_right)
    values (p_case, v_receiving, 'RECEIVING', 'READ'), (p_case, v_receiving, 'RESPONSIBLE', 'WRITE')
    returning ground, custody_right)
  insert into tracking.custody_history (case_id, organisation_id, ground, custody_right, act, by_organisation_id, by_principal_id, by_operator, recorded_at)
  select p_case, v_receiving, ground, custody_right, 'OPENED', p_sender, p_entered_by, p_operator, clock_timestamp() from opened order by ground;
  perform tracking.derive_custody(p_case, v_receiving);
end
$$;

-- The case changed: its version grows, and everybody who may see it is told.
create function tracking.case_changed(p_case uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update tracking.case_file set version = version + 1, changed_at = clock_timestamp() where id = p_case;
  perform tracking.announce(p_case);
end
$$;

-- Ends a ground for good, and tells whoever loses sight of the case by it, once, that it left.
create function tracking.end_ground(p_case uuid, p_organisation uuid, p_ground text, p_act tracking.custody_act) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_left boolean := tracking.set_ground(p_case, p_organisation, p_ground, null, null, p_act);
begin
  perform tracking.case_changed(p_case);
  if v_left then
    insert into tracking.change (organisation_id, case_id, kind) values (p_organisation, p_case, 'LEFT');
  end if;
end
$$;

-- Ends the grounds whose time is over. Whoever loses sight of a case by that is told once that it left; whoever keeps another ground, how
-- it sees the case now. A case that somebody else works on is left for the next time. Answers how many grounds it ended.
create or replace function tracking.announce_departures(p_most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  g tracking.custody_ground;
  v_ended int := 0;
begin
  for g in select * from tracking.custody_ground where until <= clock_timestamp() order by until limit p_most loop
    perform from tracking.case_file where id = g.case_id for update skip locked;
    continue when not found;
    perform from tracking.custody_ground
    where case_id = g.case_id and organisation_id = g.organisation_id and ground = g.ground and until <= clock_timestamp();
    continue when not found;
    perform tracking.end_ground(g.case_id, g.organisation_id, g.ground, row('RIGHT_ENDED', null, null, null, null, null)::tracking.custody_act);
    v_ended := v_ended + 1;
  end loop;
  return v_ended;
end
$$;

revoke execute on function tracking.act_of_caller(text, text, uuid, text), tracking.derive_custody(uuid, uuid),
  tracking.set_ground(uuid, uuid, text, text, timestamptz, tracking.custody_act), tracking.open_custody(uuid, uuid, uuid, text),
  tracking.case_changed(uuid), tracking.end_ground(uuid, uuid, text, tracking.custody_act) from public;
grant execute on function tracking.open_custody(uuid, uuid, uuid, text) to hersys_tracking_worker;
