-- Puts a parked mail back to waiting, for those who may see it and manage. Answers whether there was such a mail.
-- The row itself is judged, so of two who try at once only one succeeds.
create function notification.retry_mail(p_mail uuid) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with again as (
    update notification.mail set state = 'WAITING', next_attempt_at = now()
    where id = p_mail and state = 'PARKED'
      and (identity.current_role_name() = 'NATIONAL_ADMINISTRATOR'
           or (identity.current_role_name() in ('HEALTH_CENTRE_MANAGER', 'INSTITUTION_MANAGER')
               and recipient_organisation_id = identity.current_organisation()))
    returning 1
  )
  select exists (select from again)
$$;
revoke execute on function notification.retry_mail(uuid) from public;
grant execute on function notification.retry_mail(uuid) to hersys_notification;
