-- CASE_REASSIGNED: a centre is told that the case it was responsible for is now with another one, by assignment.
alter table notification.mail
  drop constraint mail_kind_check,
  add constraint mail_kind_check check (
    kind in ('NOTIFICATION_RECEIVED', 'NOTIFICATION_RETURNED', 'QUESTION_ANSWERED', 'HANDOVER_REQUESTED', 'HANDOVER_REMINDER',
             'HANDOVER_ACCEPTED', 'HANDOVER_DECLINED', 'HANDOVER_CANCELLED', 'HANDOVER_EXPIRED', 'HANDOVER_RETURNED',
             'CASE_ASSIGNED', 'CASE_REASSIGNED', 'CASE_SHARED'));
