-- 保健所確認済: the present state of each notification ([S14-2]). version grows with each change. What lists are read by stands here too, so that a
-- page is read through one index however many notifications there are; course, sender, receiving centre and submitted_at of a notification never change.
create table notification.confirmation (
  notification_id uuid primary key references notification.notification,
  course_id uuid not null,
  sender_organisation_id uuid not null,
  receiving_organisation_id uuid not null,
  submitted_at timestamptz not null,
  state text not null default 'TO_BE_CONFIRMED' check (state in ('TO_BE_CONFIRMED', 'CONFIRMED', 'RETURNED')),
  version int not null default 1 check (version > 0)
);
insert into notification.confirmation (notification_id, course_id, sender_organisation_id, receiving_organisation_id, submitted_at)
select id, course_id, sender_organisation_id, receiving_organisation_id, submitted_at from notification.notification;
create index confirmation_received on notification.confirmation (receiving_organisation_id, state, submitted_at, notification_id);
create index confirmation_sent on notification.confirmation (sender_organisation_id, state, submitted_at, notification_id);

-- How it came to that: who, when, upon which revision. Version 1 is the submission, which stands in the notification itself.
create table notification.confirmation_entry (
  notification_id uuid not null references notification.confirmation,
  version int not null check (version > 1),
  deed text not null check (deed in ('CONFIRM', 'ASK', 'SETTLE', 'SETTLE_LAST', 'CHANGE_CATEGORY')),
  state text not null check (state in ('TO_BE_CONFIRMED', 'CONFIRMED', 'RETURNED')),
  revision int not null check (revision > 0),
  recorded_at timestamptz not null,
  organisation_id uuid not null,
  principal_id uuid not null,
  operator text,
  primary key (notification_id, version)
);

alter table notification.confirmation enable row level security;
alter table notification.confirmation_entry enable row level security;

create policy seen on notification.confirmation for select to hersys_notification
  using (receiving_organisation_id = identity.current_organisation()
         or sender_organisation_id = identity.current_organisation()
         or exists (select from tracking.custody c where c.course_id = confirmation.course_id));
create policy submitted on notification.confirmation for insert to hersys_notification
  with check (sender_organisation_id = identity.current_organisation() and state = 'TO_BE_CONFIRMED' and version = 1);
-- Only the receiving centre (届出先) confirms. A sender answers and supplements: what it leaves is never CONFIRMED.
create policy received on notification.confirmation for update to hersys_notification
  using (receiving_organisation_id = identity.current_organisation());
create policy sent on notification.confirmation for update to hersys_notification
  using (sender_organisation_id = identity.current_organisation())
  with check (sender_organisation_id = identity.current_organisation() and state <> 'CONFIRMED');

create policy seen on notification.confirmation_entry for select to hersys_notification
  using (exists (select from notification.confirmation c where c.notification_id = confirmation_entry.notification_id));
create policy done on notification.confirmation_entry for insert to hersys_notification
  with check (organisation_id = identity.current_organisation() and principal_id = identity.current_principal()
              and exists (select from notification.confirmation c
                          where c.notification_id = confirmation_entry.notification_id
                            and (c.receiving_organisation_id = identity.current_organisation()
                                 or (c.sender_organisation_id = identity.current_organisation() and confirmation_entry.state <> 'CONFIRMED'))));

grant select, insert, update (state, version) on notification.confirmation to hersys_notification;
grant select, insert on notification.confirmation_entry to hersys_notification;
