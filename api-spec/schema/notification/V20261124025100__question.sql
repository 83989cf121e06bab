-- Questions of the receiving centre to the sender about a notification (差戻し), each with its answer. number counts within the notification.
-- pointer: the item of the form that is meant (RFC 6901), or null for the whole.
create table notification.question (
  id uuid primary key,
  notification_id uuid not null references notification.confirmation,
  number int not null check (number > 0),
  pointer text check (length(pointer) <= 200),
  text text not null check (length(text) between 1 and 1000),
  revision int not null check (revision > 0),
  asked_at timestamptz not null,
  asked_organisation_id uuid not null,
  asked_by uuid not null,
  asked_operator text,
  state text not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'WITHDRAWN')),
  answer text check (length(answer) between 1 and 1000),
  settled_at timestamptz,
  settled_organisation_id uuid,
  settled_by uuid,
  settled_operator text,
  unique (notification_id, number),
  check ((state = 'ANSWERED') = (answer is not null)),
  check ((state = 'OPEN') = (settled_at is null))
);

alter table notification.question enable row level security;

create policy seen on notification.question for select to hersys_notification
  using (exists (select from notification.confirmation c where c.notification_id = question.notification_id));
create policy asked on notification.question for insert to hersys_notification
  with check (asked_organisation_id = identity.current_organisation() and asked_by = identity.current_principal() and state = 'OPEN'
              and exists (select from notification.confirmation c
                          where c.notification_id = question.notification_id and c.receiving_organisation_id = identity.current_organisation()));
-- Answered by the sender, withdrawn by the receiving centre; what is settled stays.
create policy settled on notification.question for update to hersys_notification
  using (state = 'OPEN'
         and exists (select from notification.confirmation c
                     where c.notification_id = question.notification_id
                       and identity.current_organisation() in (c.sender_organisation_id, c.receiving_organisation_id)))
  with check (settled_organisation_id = identity.current_organisation() and settled_by = identity.current_principal()
              and exists (select from notification.confirmation c
                          where c.notification_id = question.notification_id
                            and identity.current_organisation() = case question.state
                                  when 'ANSWERED' then c.sender_organisation_id
                                  when 'WITHDRAWN' then c.receiving_organisation_id end));

grant select, insert, update (state, answer, settled_at, settled_organisation_id, settled_by, settled_operator)
  on notification.question to hersys_notification;
