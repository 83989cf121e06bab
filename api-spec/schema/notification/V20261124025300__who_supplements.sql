-- The sender supplements, after a handover too ([S4]), and the receiving centre corrects ([S3]): new revisions; what was submitted by whom, to whom and when stays.
drop policy supplemented on notification.notification;
create policy supplemented on notification.notification for update to hersys_notification
  using (identity.current_organisation() in (sender_organisation_id, receiving_organisation_id));
revoke update on notification.notification from hersys_notification;
grant update (revision, submission_dates) on notification.notification to hersys_notification;

-- The first revision is inserted together with its notification, and does not see it (ADR 3).
alter policy written on notification.revision
  with check (organisation_id = identity.current_organisation() and entered_by = identity.current_principal()
              and (revision = 1
                   or exists (select from notification.notification n
                              where n.id = notification_id
                                and identity.current_organisation() in (n.sender_organisation_id, n.receiving_organisation_id))));
