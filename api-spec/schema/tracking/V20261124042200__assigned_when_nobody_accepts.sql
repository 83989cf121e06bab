-- A local government assigns where nobody accepts: what was declined or is over, and what is still open only once the requested centre was
-- reminded of it.

-- reminded: possible only once the requested centre was reminded.
alter table tracking.handover_transition add column reminded boolean not null default false;
update tracking.handover_transition set reminded = true where act = 'ASSIGN' and from_state = 'REQUESTED';

-- Locks the case, then the handover (the same order everywhere, so that no two wait for each other), and judges whether the caller may do
-- that now. outcome is null if so; else NOT_FOUND (a stranger), FORBIDDEN (another party's act), NOT_OPEN (not in this state), STILL_OPEN (its
-- centre was not reminded yet), STALE (another version). A request whose time is over counts as expired, whether or not that was written down.
create or replace function tracking.begin_turn(p_handover uuid, p_act text, p_version int, out outcome text, out to_state text,
                                               out h tracking.handover, out f tracking.case_file)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_party text;
  v_reminded boolean;
begin
  select * into h from tracking.handover where id = p_handover;
  v_party := case when found then tracking.handover_party(h) end;
  if v_party is null then outcome := 'NOT_FOUND'; return; end if;
  if not exists (select from tracking.handover_transition where act = p_act and party = v_party) then outcome := 'FORBIDDEN'; return; end if;

  select * into strict f from tracking.case_file where id = h.case_id for update;
  select * into strict h from tracking.handover where id = p_handover for update;
  select t.to_state, t.reminded into to_state, v_reminded from tracking.handover_transition t
  where t.act = p_act and t.party = v_party
    and t.from_state = case when h.state = 'REQUESTED' and h.expires_at <= clock_timestamp() then 'EXPIRED' else h.state end;
  outcome := case when to_state is null then 'NOT_OPEN' when v_reminded and h.reminders = 0 then 'STILL_OPEN' when h.version <> p_version then 'STALE' end;
end
$$;
