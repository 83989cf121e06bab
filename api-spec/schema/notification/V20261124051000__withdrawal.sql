-- 取下げ: a notification that was a mistake. It is kept and stays readable; its confirmation ends in WITHDRAWN, which no list of work shows.
alter table notification.confirmation drop constraint confirmation_state_check;
alter table notification.confirmation add constraint confirmation_state_check
  check (state in ('TO_BE_CONFIRMED', 'CONFIRMED', 'RETURNED', 'WITHDRAWN')) not valid;
alter table notification.confirmation validate constraint confirmation_state_check;
alter table notification.confirmation_entry drop constraint confirmation_entry_state_check;
alter table notification.confirmation_entry add constraint confirmation_entry_state_check
  check (state in ('TO_BE_CONFIRMED', 'CONFIRMED', 'RETURNED', 'WITHDRAWN')) not valid;
alter table notification.confirmation_entry validate constraint confirmation_entry_state_check;
alter table notification.confirmation_entry drop constraint confirmation_entry_deed_check;
alter table notification.confirmation_entry add constraint confirmation_entry_deed_check
  check (deed in ('CONFIRM', 'ASK', 'SETTLE', 'SETTLE_LAST', 'CHANGE_CATEGORY', 'WITHDRAW')) not valid;
alter table notification.confirmation_entry validate constraint confirmation_entry_deed_check;

-- Whoever supplements may withdraw.
alter policy supplemented on notification.confirmation
  with check (state in ('TO_BE_CONFIRMED', 'WITHDRAWN')
              and notification.may_supplement(course_id, sender_organisation_id, receiving_organisation_id));
alter policy reopened on notification.confirmation_entry
  with check (organisation_id = identity.current_organisation() and principal_id = identity.current_principal()
              and (deed, state) in (('CHANGE_CATEGORY', 'TO_BE_CONFIRMED'), ('WITHDRAW', 'WITHDRAWN'))
              and exists (select from notification.confirmation c
                          where c.notification_id = confirmation_entry.notification_id
                            and notification.may_supplement(c.course_id, c.sender_organisation_id, c.receiving_organisation_id)));

-- Why, and who did it.
create table notification.withdrawal (
  notification_id uuid primary key references notification.confirmation,
  reason text not null check (length(reason) between 1 and 1000),
  recorded_at timestamptz not null,
  organisation_id uuid not null,
  principal_id uuid not null,
  operator text
);
alter table notification.withdrawal enable row level security;
create policy seen on notification.withdrawal for select to hersys_notification
  using (exists (select from notification.confirmation c where c.notification_id = withdrawal.notification_id));
create policy done on notification.withdrawal for insert to hersys_notification
  with check (organisation_id = identity.current_organisation() and principal_id = identity.current_principal()
              and exists (select from notification.confirmation c
                          where c.notification_id = withdrawal.notification_id
                            and notification.may_supplement(c.course_id, c.sender_organisation_id, c.receiving_organisation_id)));
grant select, insert on notification.withdrawal to hersys_notification;

-- A withdrawn notification is revised no more.
alter policy written on notification.revision
  with check (organisation_id = identity.current_organisation() and entered_by = identity.current_principal()
              and (revision = 1
                   or exists (select from notification.confirmation c
                              where c.notification_id = revision.notification_id and c.state <> 'WITHDRAWN'
                                and notification.may_supplement(c.course_id, c.sender_organisation_id, c.receiving_organisation_id))));

alter table notification.event drop constraint event_kind_check;
alter table notification.event add constraint event_kind_check
  check (kind in ('NOTIFICATION_SUBMITTED', 'NOTIFICATION_REVISED', 'NOTIFICATION_CONFIRMED', 'NOTIFICATION_WITHDRAWN')) not valid;
alter table notification.event validate constraint event_kind_check;

alter table notification.mail
  drop constraint mail_kind_check,
  add constraint mail_kind_check check (
    kind in ('NOTIFICATION_RECEIVED', 'NOTIFICATION_RETURNED', 'NOTIFICATION_WITHDRAWN', 'QUESTION_ANSWERED', 'HANDOVER_REQUESTED', 'HANDOVER_REMINDER',
             'HANDOVER_ACCEPTED', 'HANDOVER_DECLINED', 'HANDOVER_CANCELLED', 'HANDOVER_EXPIRED', 'HANDOVER_RETURNED',
             'CASE_ASSIGNED', 'CASE_REASSIGNED', 'CASE_SHARED'));
