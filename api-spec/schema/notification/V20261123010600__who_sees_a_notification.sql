-- The sender, the receiving centre (届出先) and whoever has custody of the case (design: "Who sees a case").
alter table notification.course enable row level security;
alter table notification.notification enable row level security;
alter table notification.revision enable row level security;

create policy seen on notification.course for select to hersys_notification, hersys_tracking
  using (opened_by_organisation_id = identity.current_organisation()
         or receiving_organisation_id = identity.current_organisation()
         or exists (select from tracking.custody c where c.course_id = id));
create policy opened on notification.course for insert to hersys_notification
  with check (opened_by_organisation_id = identity.current_organisation());

create policy seen on notification.notification for select to hersys_notification, hersys_tracking
  using (sender_organisation_id = identity.current_organisation()
         or receiving_organisation_id = identity.current_organisation()
         or exists (select from tracking.custody c where c.course_id = notification.course_id));
create policy sent on notification.notification for insert to hersys_notification
  with check (sender_organisation_id = identity.current_organisation());
create policy supplemented on notification.notification for update to hersys_notification
  using (sender_organisation_id = identity.current_organisation());

create policy seen on notification.revision for select to hersys_notification, hersys_tracking
  using (exists (select from notification.notification n where n.id = notification_id));
create policy written on notification.revision for insert to hersys_notification
  with check (organisation_id = identity.current_organisation() and entered_by = identity.current_principal());

create policy worker on notification.course for select to hersys_tracking_worker using (true);
create policy worker on notification.notification for select to hersys_tracking_worker using (true);
create policy worker on notification.revision for select to hersys_tracking_worker using (true);

-- The present state of each notification, for case-tracking: under the caller's own sight.
create view notification.published_notification with (security_invoker = true) as
select n.id, n.course_id, c.smartphone_entry_id, n.disease, n.form_version, n.sender_organisation_id, n.receiving_organisation_id, n.revision,
       n.submitted_at, n.submission_dates, r.entered_by, r.operator, r.attested_by, r.recorded_at, r.document, r.findings, r.diagnosis_category,
       r.diagnosis_date, r.patient_name, r.patient_name_kana, r.sex, r.birth_date, r.municipality_code, r.current_status
from notification.notification n
join notification.course c on c.id = n.course_id
join notification.revision r on r.notification_id = n.id and r.revision = n.revision;

grant select on notification.course, notification.notification, notification.revision, notification.published_notification
  to hersys_tracking, hersys_tracking_worker;
grant select on notification.published_notification to hersys_notification;
