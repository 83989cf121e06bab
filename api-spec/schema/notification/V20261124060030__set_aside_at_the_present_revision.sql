-- A warning is set aside in the revision that stands, not in one that is over or is still to come.
alter table notification.finding_set_aside
  add constraint finding_set_aside_revision foreign key (notification_id, revision) references notification.revision not valid;
alter table notification.finding_set_aside validate constraint finding_set_aside_revision;
alter policy judged on notification.finding_set_aside
  with check (organisation_id = identity.current_organisation() and principal_id = identity.current_principal()
              and exists (select from notification.notification n
                          where n.id = finding_set_aside.notification_id and n.revision = finding_set_aside.revision
                            and (n.receiving_organisation_id = identity.current_organisation()
                                 or notification.may_supplement(n.course_id, n.sender_organisation_id, n.receiving_organisation_id))));
