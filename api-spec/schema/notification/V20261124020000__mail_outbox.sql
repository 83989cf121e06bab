-- The mail outbox: what an organisation is to be told by e-mail. Written in the transaction of what it tells of; ids only, the text is
-- made when it is sent and holds no personal data ([S14-2]). occasion tells mails of one kind about one subject apart (a revision, a version).
-- failure is an SMTP reply code or the name of a fault, never a message.
create table notification.mail (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('NOTIFICATION_RECEIVED', 'NOTIFICATION_RETURNED', 'QUESTION_ANSWERED', 'HANDOVER_REQUESTED', 'HANDOVER_REMINDER',
                                     'HANDOVER_ACCEPTED', 'HANDOVER_DECLINED', 'HANDOVER_CANCELLED', 'HANDOVER_EXPIRED', 'HANDOVER_RETURNED',
                                     'CASE_ASSIGNED', 'CASE_SHARED')),
  recipient_organisation_id uuid not null,
  subject_id uuid not null,
  occasion text not null default '' check (length(occasion) <= 40),
  smartphone_entry_id text check (smartphone_entry_id ~ '^[0-9]{4}-[0-9]{4}-[0-9]{4}$'),
  state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'PARKED')),
  attempts int not null default 0 check (attempts >= 0),
  failure text check (length(failure) between 1 and 100),
  created_at timestamptz not null default now(),
  next_attempt_at timestamptz not null default now(),
  sent_at timestamptz,
  unique (kind, recipient_organisation_id, subject_id, occasion)
);
create index mail_due on notification.mail (next_attempt_at) where state = 'WAITING';
create index mail_list on notification.mail (state, created_at, id);

alter table notification.mail enable row level security;
create policy posted on notification.mail for insert to hersys_notification with check (state = 'WAITING' and attempts = 0);
create policy own on notification.mail for select to hersys_notification
  using (recipient_organisation_id = identity.current_organisation() or identity.current_role_name() = 'NATIONAL_ADMINISTRATOR');
create policy mailer on notification.mail to hersys_mailer using (true);
grant insert (id, kind, recipient_organisation_id, subject_id, occasion, smartphone_entry_id) on notification.mail to hersys_notification;
grant select on notification.mail to hersys_notification;
grant select, update on notification.mail to hersys_mailer;
grant usage on schema notification to hersys_mailer;

-- How another service tells an organisation something by mail; the same mail again changes nothing.
-- p_smartphone_entry_id is null where the recipient may not know it yet (a centre that is asked to take a case over).
create function notification.post_mail(p_kind text, p_recipient uuid, p_subject uuid, p_occasion text, p_smartphone_entry_id text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into notification.mail (kind, recipient_organisation_id, subject_id, occasion, smartphone_entry_id)
  values (p_kind, p_recipient, p_subject, p_occasion, p_smartphone_entry_id)
  on conflict (kind, recipient_organisation_id, subject_id, occasion) do nothing
$$;
revoke execute on function notification.post_mail(text, uuid, uuid, text, text) from public;
grant execute on function notification.post_mail(text, uuid, uuid, text, text) to hersys_notification, hersys_tracking, hersys_tracking_worker;
