-- Mails are posted by the functions that turn handovers and share cases, in their definer's name; the service posts none of its own.
revoke execute on function notification.post_mail(text, uuid, uuid, text, text) from hersys_tracking, hersys_tracking_worker;

-- Tells everybody who may see the case that it changed, on behalf of a caller who sees it; of another case it tells nobody anything.
create function tracking.announce_seen(p_case uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select tracking.announce(p_case)
  where exists (select from tracking.custody_entry
                where case_id = p_case and organisation_id = identity.current_organisation() and (until is null or until > now()))
$$;
revoke execute on function tracking.announce_seen(uuid) from public;
grant execute on function tracking.announce_seen(uuid) to hersys_tracking;
revoke execute on function tracking.announce(uuid) from hersys_tracking;
