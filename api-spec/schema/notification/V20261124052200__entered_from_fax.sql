-- A faxed form keeps its FAX受信日 beside 提出日, so that an outage makes no doctor late.
alter table notification.notification add column fax_received_on date;

create or replace view notification.published_notification with (security_invoker = true) as
select n.id, n.course_id, c.smartphone_entry_id, n.disease, n.form_version, n.sender_organisation_id, n.receiving_organisation_id, n.revision,
       n.submitted_at, n.submission_dates, r.entered_by, r.operator, r.attested_by, r.recorded_at, r.document, r.findings, r.diagnosis_category,
       r.diagnosis_date, r.patient_name, r.patient_name_kana, r.sex, r.birth_date, r.municipality_code, r.current_status, n.fax_received_on
from notification.notification n
join notification.course c on c.id = n.course_id
join notification.revision r on r.notification_id = n.id and r.revision = n.revision;

-- A centre enters what an institution of its own has faxed to it: in that institution's name, to itself, once, while the fax is being settled.
create policy sent_by_fax on notification.course for insert to hersys_notification
  with check (receiving_organisation_id = identity.current_organisation()
              and exists (select from notification.fax f
                          where f.organisation_id = identity.current_organisation() and f.state = 'ENTERED'
                            and f.settled_by = identity.current_principal() and f.institution_id = opened_by_organisation_id
                            and not exists (select from notification.notification n where n.id = f.notification_id)));
create policy sent_by_fax on notification.notification for insert to hersys_notification
  with check (receiving_organisation_id = identity.current_organisation()
              and exists (select from notification.fax f
                          where f.notification_id = notification.id and f.state = 'ENTERED' and f.settled_by = identity.current_principal()
                            and f.institution_id = sender_organisation_id and f.received_on = fax_received_on));
create policy submitted_by_fax on notification.confirmation for insert to hersys_notification
  with check (receiving_organisation_id = identity.current_organisation() and state = 'TO_BE_CONFIRMED' and version = 1
              and exists (select from notification.fax f
                          where f.notification_id = confirmation.notification_id and f.state = 'ENTERED'
                            and f.settled_by = identity.current_principal() and f.institution_id = sender_organisation_id));
