-- How often somebody asks whether a person was notified, without notifying: a bucket for each account or machine client, full at filled_until. One row
-- each, and nothing of whom was asked about.
create table notification.likeness_asked (
  principal_id uuid primary key,
  filled_until timestamptz not null
);
alter table notification.likeness_asked enable row level security;
create policy own on notification.likeness_asked to hersys_notification
  using (principal_id = identity.current_principal()) with check (principal_id = identity.current_principal());
grant select, insert, update (filled_until) on notification.likeness_asked to hersys_notification;
