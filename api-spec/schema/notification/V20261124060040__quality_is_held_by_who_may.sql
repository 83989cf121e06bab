-- Whether the caller has to do with a chain: its receiving centre, and the steps that it has come to.
create function notification.takes_part_in_quality(p_notification uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from notification.quality_chain q
    where q.notification_id = p_notification
      and (q.receiving_organisation_id = identity.current_organisation()
           or case notification.quality_step(q.area_id)
                when 'LOCAL_INSTITUTE' then true when 'NATIONAL_SURVEILLANCE' then q.seen_by_national else false end))
$$;
revoke execute on function notification.takes_part_in_quality(uuid) from public;

-- Nobody else makes anybody wait. Asked again behind the lock: it may have been another institute's meanwhile.
create or replace function notification.hold_quality(p_notification uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not notification.takes_part_in_quality(p_notification) then
    return false;
  end if;
  perform from notification.quality_chain where notification_id = p_notification for update;
  return notification.takes_part_in_quality(p_notification);
end
$$;
