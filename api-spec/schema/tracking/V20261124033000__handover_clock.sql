-- What time does with requests that nobody decides. Several instances may run these: each row is taken by one of them, and a case that
-- somebody works on is left for the next time.

-- Expires what is over; answers how many.
create function tracking.expire_handovers(p_most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  h record;
  v_expired int := 0;
begin
  for h in select id, case_id from tracking.handover where state = 'REQUESTED' and expires_at <= clock_timestamp() order by expires_at limit p_most loop
    perform from tracking.case_file where id = h.case_id for update skip locked;
    if found and tracking.expire_handover(h.id) then v_expired := v_expired + 1; end if;
  end loop;
  return v_expired;
end
$$;

-- Reminds the requested centres, once in each period; answers how many. A reminder is no turn: the version stays, so that it does not make
-- an acceptance stale.
create function tracking.remind_handovers(p_period interval, p_most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  h tracking.handover;
  v_reminded int := 0;
begin
  for h in select * from tracking.handover
           where state = 'REQUESTED' and remind_at <= clock_timestamp() and expires_at > clock_timestamp()
           order by remind_at limit p_most for update skip locked loop
    update tracking.handover
    set reminders = h.reminders + 1, reminded_at = clock_timestamp(),
        remind_at = h.remind_at + p_period * (1 + floor(extract(epoch from clock_timestamp() - h.remind_at) / extract(epoch from p_period)))
    where id = h.id;
    perform notification.post_mail('HANDOVER_REMINDER', h.to_organisation_id, h.id, (h.reminders + 1)::text, null);
    v_reminded := v_reminded + 1;
  end loop;
  return v_reminded;
end
$$;

revoke execute on function tracking.expire_handovers(int), tracking.remind_handovers(interval, int) from public;
grant execute on function tracking.expire_handovers(int), tracking.remind_handovers(interval, int) to hersys_tracking_worker;
