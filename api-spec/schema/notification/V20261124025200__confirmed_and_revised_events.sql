-- Case-tracking is told of confirmations and supplements too; ids only, like all events.
alter table notification.event drop constraint event_kind_check;
alter table notification.event add constraint event_kind_check
  check (kind in ('NOTIFICATION_SUBMITTED', 'NOTIFICATION_REVISED', 'NOTIFICATION_CONFIRMED')) not valid;
alter table notification.event validate constraint event_kind_check;
