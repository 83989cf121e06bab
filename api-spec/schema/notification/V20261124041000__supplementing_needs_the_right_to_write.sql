-- Who supplements ([S3], [S4]; design: "Who sees a case"): the sender always; a health centre while it may write the case. The receiving centre is
-- responsible from the first moment, so it may before its case is there; after a handover it reads. Under the caller's own sight: the receiving
-- centre sees its case for ever, so that none in sight means none yet.
create function notification.may_supplement(p_course uuid, p_sender uuid, p_receiving uuid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select p_sender = identity.current_organisation()
      or exists (select from tracking.custody c where c.course_id = p_course and c.custody_right = 'WRITE')
      or (p_receiving = identity.current_organisation()
          and not exists (select from tracking.custody c where c.course_id = p_course))
$$;
revoke execute on function notification.may_supplement(uuid, uuid, uuid) from public;
grant execute on function notification.may_supplement(uuid, uuid, uuid) to hersys_notification;

alter policy supplemented on notification.notification
  using (notification.may_supplement(course_id, sender_organisation_id, receiving_organisation_id));

-- The first revision is inserted together with its notification, and does not see it (ADR 3).
alter policy written on notification.revision
  with check (organisation_id = identity.current_organisation() and entered_by = identity.current_principal()
              and (revision = 1
                   or exists (select from notification.notification n
                              where n.id = notification_id
                                and notification.may_supplement(n.course_id, n.sender_organisation_id, n.receiving_organisation_id))));

-- Whoever supplements holds the confirmation, and may open it again by another category; confirming stays with the receiving centre (届出先).
create policy supplemented on notification.confirmation for update to hersys_notification
  using (notification.may_supplement(course_id, sender_organisation_id, receiving_organisation_id))
  with check (state = 'TO_BE_CONFIRMED' and notification.may_supplement(course_id, sender_organisation_id, receiving_organisation_id));
create policy reopened on notification.confirmation_entry for insert to hersys_notification
  with check (organisation_id = identity.current_organisation() and principal_id = identity.current_principal()
              and deed = 'CHANGE_CATEGORY' and state = 'TO_BE_CONFIRMED'
              and exists (select from notification.confirmation c
                          where c.notification_id = confirmation_entry.notification_id
                            and notification.may_supplement(c.course_id, c.sender_organisation_id, c.receiving_organisation_id)));
