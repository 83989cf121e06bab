-- FAX代行入力: a fax that a health centre has received, and its way through the centre's hands. A claim is a lease: when it runs out, the fax waits again.
-- received_on: when it came out of the machine, in Japan's calendar. institution_id: who sent it, where that is known and registered.
create table notification.fax (
  id uuid primary key,
  organisation_id uuid not null,
  received_on date not null,
  pages int check (pages between 1 and 500),
  institution_id uuid,
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'image/tiff')),
  bytes int not null check (bytes between 1 and 10000000),
  digest bytea not null check (length(digest) = 32),
  registered_at timestamptz not null,
  registered_by uuid not null,
  registered_operator text,
  state text not null default 'WAITING' check (state in ('WAITING', 'ENTERED', 'CLOSED')),
  claimed_by uuid,
  claimed_operator text,
  claimed_until timestamptz,
  notification_id uuid unique references notification.notification deferrable initially deferred,
  closing_reason text check (closing_reason in ('BLANK', 'DUPLICATE', 'ILLEGIBLE', 'NOT_A_NOTIFICATION', 'MISDIRECTED', 'OTHER')),
  closing_note text check (length(closing_note) between 1 and 1000),
  settled_at timestamptz,
  settled_by uuid,
  settled_operator text,
  check ((claimed_by is null) = (claimed_until is null)),
  check ((state = 'WAITING') = (settled_at is null)),
  check ((settled_at is null) = (settled_by is null)),
  check ((state = 'ENTERED') = (notification_id is not null)),
  check ((state = 'CLOSED') = (closing_reason is not null))
);
create index fax_list on notification.fax (organisation_id, state, received_on, registered_at, id);
create index fax_digest on notification.fax (organisation_id, digest);

-- The original, as it came; beside the row that queues and lists read.
create table notification.fax_original (
  fax_id uuid primary key references notification.fax,
  content bytea not null
);
alter table notification.fax_original alter column content set storage external;

alter table notification.fax enable row level security;
alter table notification.fax_original enable row level security;

create policy own on notification.fax for select to hersys_notification
  using (organisation_id = identity.current_organisation());
create policy registered on notification.fax for insert to hersys_notification
  with check (organisation_id = identity.current_organisation() and registered_by = identity.current_principal() and state = 'WAITING'
              and claimed_by is null
              and identity.current_role_name() in ('HEALTH_CENTRE_STAFF', 'HEALTH_CENTRE_MANAGER'));
-- What is settled stays. Nobody claims or settles in somebody else's name, nor in the name of an institution of another centre.
create policy worked_off on notification.fax for update to hersys_notification
  using (organisation_id = identity.current_organisation() and state = 'WAITING')
  with check (organisation_id = identity.current_organisation()
              and case state when 'WAITING' then claimed_by is null or claimed_by = identity.current_principal()
                  else settled_by = identity.current_principal() end
              and (state <> 'ENTERED' or institution_id is null
                   or exists (select from identity.organisation_directory o
                              where o.id = institution_id and o.kind = 'MEDICAL_INSTITUTION'
                                and o.receiving_health_centre_id = identity.current_organisation())));

create policy own on notification.fax_original for select to hersys_notification
  using (exists (select from notification.fax f where f.id = fax_id));
create policy registered on notification.fax_original for insert to hersys_notification
  with check (exists (select from notification.fax f
                      where f.id = fax_id and f.registered_by = identity.current_principal() and f.state = 'WAITING'));

grant select, insert, update (institution_id, state, claimed_by, claimed_operator, claimed_until, notification_id, closing_reason, closing_note,
                              settled_at, settled_by, settled_operator)
  on notification.fax to hersys_notification;
grant select, insert on notification.fax_original to hersys_notification;
