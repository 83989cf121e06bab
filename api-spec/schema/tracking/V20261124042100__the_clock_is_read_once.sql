-- What time does: clock_timestamp() may answer differently for each row, so that no index can be asked with it. It is read once, before.

-- Ends the grounds whose time is over. Whoever loses sight of a case by that is told once that it left; whoever keeps another ground, how
-- it sees the case now. A case that somebody else works on is left for the next time. Answers how many grounds it ended.
create or replace function tracking.announce_departures(p_most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_now timestamptz := clock_timestamp();
  g tracking.custody_ground;
  v_ended int := 0;
begin
  for g in select * from tracking.custody_ground where until <= v_now order by until limit p_most loop
    perform from tracking.case_file where id = g.case_id for update skip locked;
    continue when not found;
    perform from tracking.custody_ground
    where case_id = g.case_id and organisation_id = g.organisation_id and ground = g.ground and until <= v_now;
    continue when not found;
    perform tracking.end_ground(g.case_id, g.organisation_id, g.ground, row('RIGHT_ENDED', null, null, null, null, null)::tracking.custody_act);
    v_ended := v_ended + 1;
  end loop;
  return v_ended;
end
$$;

-- Expires what is over; answers how many.
create or replace function tracking.expire_handovers(p_most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_now timestamptz := clock_timestamp();
  h record;
  v_expired int := 0;
begin
  for h in select id, case_id from tracking.handover where state = 'REQUESTED' and expires_at <= v_now order by expires_at limit p_most loop
    perform from tracking.case_file where id = h.case_id for update skip locked;
    if found and tracking.expire_handover(h.id) then v_expired := v_expired + 1; end if;
  end loop;
  return v_expired;
end
$$;

-- Reminds the requested centres, once in each period; answers how many. A reminder is no turn: the version stays, so that it does not make
-- an acceptance stale. It locks the handover without its case, against the order that turns keep, and cannot deadlock: it waits for nobody
-- while it holds the handover. A handover that is held is skipped; the case is neither locked nor changed; and the one other thing that could
-- be waited for, the same mail in another transaction, is posted by nobody but the holder of the handover.
create or replace function tracking.remind_handovers(p_period interval, p_most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_now timestamptz := clock_timestamp();
  h tracking.handover;
  v_reminded int := 0;
begin
  for h in select * from tracking.handover
           where state = 'REQUESTED' and remind_at <= v_now and expires_at > v_now
           order by remind_at limit p_most for update skip locked loop
    update tracking.handover
    set reminders = h.reminders + 1, reminded_at = v_now,
        remind_at = h.remind_at + p_period * (1 + floor(extract(epoch from v_now - h.remind_at) / extract(epoch from p_period)))
    where id = h.id;
    perform notification.post_mail('HANDOVER_REMINDER', h.to_organisation_id, h.id, (h.reminders + 1)::text, null);
    v_reminded := v_reminded + 1;
  end loop;
  return v_reminded;
end
$$;
