-- The states of a handover (担当保健所の変更, [S4]): what may follow what, and who does it. Everything that turns a handover reads this table.
create table tracking.handover_transition (
  act text not null,
  from_state text not null,
  to_state text not null,
  party text not null check (party in ('REQUESTED_CENTRE', 'REQUESTING_CENTRE', 'LOCAL_GOVERNMENT', 'CLOCK')),
  primary key (act, from_state)
);
insert into tracking.handover_transition (act, from_state, to_state, party) values
  ('ACCEPT',  'REQUESTED', 'ACCEPTED',  'REQUESTED_CENTRE'),
  ('DECLINE', 'REQUESTED', 'DECLINED',  'REQUESTED_CENTRE'),
  ('CANCEL',  'REQUESTED', 'CANCELLED', 'REQUESTING_CENTRE'),
  ('EXPIRE',  'REQUESTED', 'EXPIRED',   'CLOCK'),
  ('RETURN',  'ACCEPTED',  'RETURNED',  'REQUESTED_CENTRE'),
  ('ASSIGN',  'REQUESTED', 'ASSIGNED',  'LOCAL_GOVERNMENT'),
  ('ASSIGN',  'DECLINED',  'ASSIGNED',  'LOCAL_GOVERNMENT'),
  ('ASSIGN',  'EXPIRED',   'ASSIGNED',  'LOCAL_GOVERNMENT');
grant select on tracking.handover_transition to hersys_tracking;

-- remind_at: when the next reminder is due; reminders: how many were sent. decided_… and decision_reason are of the last turn.
alter table tracking.handover
  drop constraint handover_state_check,
  add constraint handover_state_check check (state in ('REQUESTED', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED', 'RETURNED', 'ASSIGNED')),
  add column expires_at timestamptz,
  add column remind_at timestamptz,
  add column reminders int not null default 0,
  add column reminded_at timestamptz,
  add column accepted_at timestamptz,
  add column decision_reason text check (length(decision_reason) between 1 and 1000),
  add column assigned_organisation_id uuid,
  add check ((state = 'ASSIGNED') = (assigned_organisation_id is not null));
update tracking.handover
set expires_at = requested_at + interval '7 days', remind_at = requested_at + interval '1 day',
    accepted_at = case when state = 'ACCEPTED' then decided_at end;
alter table tracking.handover alter column expires_at set not null, alter column remind_at set not null;
create index handover_expiry on tracking.handover (expires_at) where state = 'REQUESTED';
create index handover_reminder on tracking.handover (remind_at) where state = 'REQUESTED';
create index handover_assigned on tracking.handover (assigned_organisation_id, requested_at, id) where assigned_organisation_id is not null;

-- Every turn a handover took, with who, when, why. Only added to. organisation_id is null where time did it.
create table tracking.handover_turn (
  handover_id uuid not null references tracking.handover,
  version int not null check (version > 0),
  state text not null,
  reason text check (length(reason) between 1 and 1000),
  organisation_id uuid,
  principal_id uuid,
  operator text,
  recorded_at timestamptz not null,
  primary key (handover_id, version)
);
insert into tracking.handover_turn (handover_id, version, state, reason, organisation_id, principal_id, operator, recorded_at)
select id, 1, 'REQUESTED', reason, from_organisation_id, requested_by, requested_operator, requested_at from tracking.handover
union all
select id, version, state, null, to_organisation_id, decided_by, decided_operator, decided_at from tracking.handover where state = 'ACCEPTED';
alter table tracking.handover_turn enable row level security;
create policy party on tracking.handover_turn for select to hersys_tracking
  using (exists (select from tracking.handover h where h.id = handover_id));
grant select on tracking.handover_turn to hersys_tracking;

-- The parties see an open request. The requested centre keeps what it was asked and how that ended, without the case; everything else
-- is for parties that see the case.
drop policy party on tracking.handover;
create policy party on tracking.handover for select to hersys_tracking
  using ((state = 'REQUESTED' and identity.current_organisation() in (from_organisation_id, to_organisation_id))
         or (state in ('DECLINED', 'CANCELLED', 'EXPIRED') and identity.current_organisation() = to_organisation_id)
         or (identity.current_organisation() in (from_organisation_id, to_organisation_id, assigned_organisation_id)
             and exists (select from tracking.custody_entry c where c.case_id = handover.case_id)));

-- Requests are made by the function below alone.
drop policy request on tracking.handover;
revoke insert on tracking.handover from hersys_tracking;
drop function tracking.accept_handover(uuid, int, text, timestamptz);

-- The caller's part in a handover, as the table of transitions names it; null for a stranger.
create function tracking.handover_party(h tracking.handover) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case identity.current_organisation()
           when h.to_organisation_id then 'REQUESTED_CENTRE'
           when h.from_organisation_id then 'REQUESTING_CENTRE'
         end
$$;

-- Locks the case, then the handover (the same order everywhere, so that no two wait for each other), and judges whether the caller may do
-- that now. outcome is null if so; else NOT_FOUND (a stranger), FORBIDDEN (another party's act), NOT_OPEN (not in this state), STALE
-- (another version). A request whose time is over counts as expired, whether or not that was written down yet.
create function tracking.begin_turn(p_handover uuid, p_act text, p_version int, out outcome text, out to_state text, out h tracking.handover, out f tracking.case_file)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_party text;
begin
  select * into h from tracking.handover where id = p_handover;
  v_party := case when found then tracking.handover_party(h) end;
  if v_party is null then outcome := 'NOT_FOUND'; return; end if;
  if not exists (select from tracking.handover_transition where act = p_act and party = v_party) then outcome := 'FORBIDDEN'; return; end if;

  select * into strict f from tracking.case_file where id = h.case_id for update;
  select * into strict h from tracking.handover where id = p_handover for update;
  select t.to_state into to_state from tracking.handover_transition t
  where t.act = p_act and t.party = v_party
    and t.from_state = case when h.state = 'REQUESTED' and h.expires_at <= clock_timestamp() then 'EXPIRED' else h.state end;
  outcome := case when to_state is null then 'NOT_OPEN' when h.version <> p_version then 'STALE' end;
end
$$;

-- Writes the turn down.
create function tracking.take_turn(p_handover uuid, p_state text, p_reason text, p_organisation uuid, p_principal uuid, p_operator text) returns void
language sql set search_path = pg_catalog, pg_temp as $$
  with turned as (
    update tracking.handover
    set state = p_state, version = version + 1, decided_at = clock_timestamp(), decided_by = p_principal, decided_operator = p_operator,
        decision_reason = p_reason, accepted_at = case when p_state = 'ACCEPTED' then clock_timestamp() else accepted_at end
    where id = p_handover
    returning id, version, decided_at)
  insert into tracking.handover_turn (handover_id, version, state, reason, organisation_id, principal_id, operator, recorded_at)
  select id, version, p_state, p_reason, p_organisation, p_principal, p_operator, decided_at from turned
$$;

-- Responsibility goes from one centre to another. The former one reads on: for ever where it received the notification (Art. 12), else
-- until p_former_reads_until.
create function tracking.move_case(p_case uuid, p_from uuid, p_to uuid, p_former_reads_until timestamptz, p_act tracking.custody_act) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update tracking.case_file set responsible_organisation_id = p_to where id = p_case and responsible_organisation_id = p_from;
  if not found then raise exception 'the case is not with that centre' using errcode = '55000'; end if;
  perform tracking.set_ground(p_case, p_from, 'RESPONSIBLE', null, null, p_act);
  perform tracking.set_ground(p_case, p_to, 'RESPONSIBLE', 'WRITE', null, p_act);
  if not exists (select from tracking.case_file where id = p_case and receiving_organisation_id = p_from) then
    perform tracking.set_ground(p_case, p_from, 'FORMER', 'READ', p_former_reads_until, p_act);
  end if;
end
$$;

-- The request's time is over: the giver stays responsible and is told. The case is locked before. Answers whether it was so.
create function tracking.expire_handover(p_handover uuid) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  h tracking.handover;
  v_state text;
begin
  select * into strict h from tracking.handover where id = p_handover for update;
  select to_state into v_state from tracking.handover_transition where act = 'EXPIRE' and from_state = h.state;
  if v_state is null or h.expires_at > clock_timestamp() then return false; end if;
  perform tracking.take_turn(h.id, v_state, null, null, null, null);
  perform notification.post_mail('HANDOVER_EXPIRED', h.from_organisation_id, h.id, '', (select smartphone_entry_id from tracking.case_file where id = h.case_id));
  perform tracking.case_changed(h.case_id);
  return true;
end
$$;

-- The responsible centre asks another one, and stays responsible. Answers DONE; NOT_FOUND, FORBIDDEN (as lock_own_case); OWN_CENTRE;
-- NOT_A_HEALTH_CENTRE (none, or not active); HANDOVER_OPEN (asked already).
create function tracking.request_handover(p_id uuid, p_case uuid, p_to uuid, p_reason text, p_operator text, p_expires_at timestamptz, p_remind_at timestamptz)
returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_open uuid;
  v_refused text := tracking.lock_own_case(p_case);
begin
  if v_refused is not null then return v_refused; end if;
  if p_to = identity.current_organisation() then return 'OWN_CENTRE'; end if;
  if not tracking.is_active_health_centre(p_to) then return 'NOT_A_HEALTH_CENTRE'; end if;
  select id into v_open from tracking.handover where case_id = p_case and state = 'REQUESTED';
  if found and not tracking.expire_handover(v_open) then return 'HANDOVER_OPEN'; end if;

  insert into tracking.handover (id, case_id, from_organisation_id, to_organisation_id, reason, requested_at, requested_by, requested_operator,
                                 expires_at, remind_at)
  values (p_id, p_case, identity.current_organisation(), p_to, p_reason, clock_timestamp(), identity.current_principal(), p_operator,
          p_expires_at, p_remind_at);
  insert into tracking.handover_turn (handover_id, version, state, reason, organisation_id, principal_id, operator, recorded_at)
  values (p_id, 1, 'REQUESTED', p_reason, identity.current_organisation(), identity.current_principal(), p_operator, clock_timestamp());
  -- The requested centre may not know the person yet: no entry id.
  perform notification.post_mail('HANDOVER_REQUESTED', p_to, p_id, '', null);
  perform tracking.case_changed(p_case);
  return 'DONE';
end
$$;

-- Acceptance: responsibility, custody, state, history, feed and mail change together, or not at all. Answers DONE; what begin_turn answers;
-- INACTIVE (the centre works no more).
create function tracking.accept_handover(p_handover uuid, p_version int, p_operator text, p_giver_reads_until timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t record;
begin
  select * into t from tracking.begin_turn(p_handover, 'ACCEPT', p_version);
  if t.outcome is not null then return t.outcome; end if;
  if not tracking.is_active_health_centre((t.h).to_organisation_id) then return 'INACTIVE'; end if;
  perform tracking.take_turn(p_handover, t.to_state, null, identity.current_organisation(), identity.current_principal(), p_operator);
  perform tracking.move_case((t.h).case_id, (t.h).from_organisation_id, (t.h).to_organisation_id, p_giver_reads_until,
    tracking.act_of_caller('HANDED_OVER', (t.h).reason, p_handover, p_operator));
  perform notification.post_mail('HANDOVER_ACCEPTED', (t.h).from_organisation_id, p_handover, '', (t.f).smartphone_entry_id);
  perform tracking.case_changed((t.h).case_id);
  return 'DONE';
end
$$;

-- The requested centre does not take the case; the giver stays responsible. Answers DONE, or what begin_turn answers.
create function tracking.decline_handover(p_handover uuid, p_version int, p_operator text, p_reason text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t record;
begin
  select * into t from tracking.begin_turn(p_handover, 'DECLINE', p_version);
  if t.outcome is not null then return t.outcome; end if;
  perform tracking.take_turn(p_handover, t.to_state, p_reason, identity.current_organisation(), identity.current_principal(), p_operator);
  perform notification.post_mail('HANDOVER_DECLINED', (t.h).from_organisation_id, p_handover, '', (t.f).smartphone_entry_id);
  perform tracking.case_changed((t.h).case_id);
  return 'DONE';
end
$$;

-- The requesting centre keeps the case after all. Answers DONE, or what begin_turn answers.
create function tracking.cancel_handover(p_handover uuid, p_version int, p_operator text, p_reason text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t record;
begin
  select * into t from tracking.begin_turn(p_handover, 'CANCEL', p_version);
  if t.outcome is not null then return t.outcome; end if;
  perform tracking.take_turn(p_handover, t.to_state, p_reason, identity.current_organisation(), identity.current_principal(), p_operator);
  perform notification.post_mail('HANDOVER_CANCELLED', (t.h).to_organisation_id, p_handover, '', null);
  perform tracking.case_changed((t.h).case_id);
  return 'DONE';
end
$$;

-- The taker gives the case back, at once. Answers DONE; what begin_turn answers; NOT_RETURNABLE (it is not responsible any more, the time
-- is over, or the case moved or was offered since); INACTIVE (the giver works no more).
create function tracking.return_handover(p_handover uuid, p_version int, p_operator text, p_reason text, p_returns_within interval, p_taker_reads_until timestamptz)
returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t record;
begin
  select * into t from tracking.begin_turn(p_handover, 'RETURN', p_version);
  if t.outcome is not null then return t.outcome; end if;
  if (t.f).responsible_organisation_id <> (t.h).to_organisation_id
     or clock_timestamp() > (t.h).accepted_at + p_returns_within
     or exists (select from tracking.handover o
                where o.case_id = (t.h).case_id and o.id <> p_handover
                  and ((o.state = 'REQUESTED' and o.expires_at > clock_timestamp())
                       or (o.state in ('ACCEPTED', 'RETURNED', 'ASSIGNED') and o.decided_at > (t.h).accepted_at))) then
    return 'NOT_RETURNABLE';
  end if;
  if not tracking.is_active_health_centre((t.h).from_organisation_id) then return 'INACTIVE'; end if;
  perform tracking.take_turn(p_handover, t.to_state, p_reason, identity.current_organisation(), identity.current_principal(), p_operator);
  perform tracking.move_case((t.h).case_id, (t.h).to_organisation_id, (t.h).from_organisation_id, p_taker_reads_until,
    tracking.act_of_caller('RETURNED', p_reason, p_handover, p_operator));
  perform notification.post_mail('HANDOVER_RETURNED', (t.h).from_organisation_id, p_handover, '', (t.f).smartphone_entry_id);
  perform tracking.case_changed((t.h).case_id);
  return 'DONE';
end
$$;

revoke execute on function tracking.handover_party(tracking.handover), tracking.begin_turn(uuid, text, int),
  tracking.take_turn(uuid, text, text, uuid, uuid, text), tracking.move_case(uuid, uuid, uuid, timestamptz, tracking.custody_act),
  tracking.expire_handover(uuid), tracking.request_handover(uuid, uuid, uuid, text, text, timestamptz, timestamptz),
  tracking.accept_handover(uuid, int, text, timestamptz), tracking.decline_handover(uuid, int, text, text),
  tracking.cancel_handover(uuid, int, text, text), tracking.return_handover(uuid, int, text, text, interval, timestamptz) from public;
grant execute on function tracking.request_handover(uuid, uuid, uuid, text, text, timestamptz, timestamptz),
  tracking.accept_handover(uuid, int, text, timestamptz), tracking.decline_handover(uuid, int, text, text),
  tracking.cancel_handover(uuid, int, text, text), tracking.return_handover(uuid, int, text, text, interval, timestamptz) to hersys_tracking;
