-- 下書き ([S17]): what somebody has typed and nobody has reported yet. Of one organisation alone; no health centre sees an institution's, and no
-- case is made from it. What was typed is never overwritten: each change is a revision, with who typed it when.
create table notification.draft (
  id uuid primary key,
  organisation_id uuid not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'REPORTED', 'DISCARDED')),
  revision int not null default 1 check (revision > 0),
  created_at timestamptz not null,
  created_by uuid not null,
  created_operator text,
  notification_id uuid unique references notification.notification deferrable initially deferred,
  settled_at timestamptz,
  settled_by uuid,
  settled_operator text,
  check ((state = 'OPEN') = (settled_at is null)),
  check ((settled_at is null) = (settled_by is null)),
  check ((state = 'REPORTED') = (notification_id is not null))
);
create index draft_list on notification.draft (organisation_id, state, created_at, id);
create index draft_discarded on notification.draft (settled_at) where state = 'DISCARDED';

create table notification.draft_revision (
  draft_id uuid not null references notification.draft,
  revision int not null check (revision > 0),
  recorded_at timestamptz not null,
  entered_by uuid not null,
  operator text,
  document jsonb not null,
  primary key (draft_id, revision)
);

alter table notification.draft enable row level security;
alter table notification.draft_revision enable row level security;

create policy own on notification.draft for select to hersys_notification
  using (organisation_id = identity.current_organisation());
create policy typed on notification.draft for insert to hersys_notification
  with check (organisation_id = identity.current_organisation() and created_by = identity.current_principal() and state = 'OPEN');
-- What is settled stays. A clerk types and discards, and never reports: what is reported a physician has attested.
create policy open on notification.draft for update to hersys_notification
  using (organisation_id = identity.current_organisation() and state = 'OPEN')
  with check (organisation_id = identity.current_organisation()
              and (state = 'OPEN' or settled_by = identity.current_principal())
              and (state <> 'REPORTED' or identity.current_role_name() in ('PHYSICIAN', 'HEALTH_CENTRE_STAFF', 'HEALTH_CENTRE_MANAGER')));

create policy own on notification.draft_revision for select to hersys_notification
  using (exists (select from notification.draft d where d.id = draft_id));
create policy typed on notification.draft_revision for insert to hersys_notification
  with check (entered_by = identity.current_principal()
              and exists (select from notification.draft d where d.id = draft_id and d.state = 'OPEN'));

-- Whoever reports a draft does not become the one who typed it.
create policy written_as_draft on notification.revision for insert to hersys_notification
  with check (organisation_id = identity.current_organisation() and revision = 1
              and exists (select from notification.draft d
                          join notification.draft_revision t on t.draft_id = d.id
                          where d.notification_id = revision.notification_id and d.state = 'REPORTED' and d.settled_by = identity.current_principal()
                            and t.entered_by = revision.entered_by and t.operator is not distinct from revision.operator));

grant select, insert, update (state, revision, notification_id, settled_at, settled_by, settled_operator) on notification.draft to hersys_notification;
grant select, insert on notification.draft_revision to hersys_notification;

-- Empties drafts that were discarded before that instant, a thousand revisions at a time: who typed when stays, people's data does not.
create function notification.forget_discarded_drafts(p_before timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_emptied int;
begin
  update notification.draft_revision set document = '{}'
  where (draft_id, revision) in
    (select r.draft_id, r.revision from notification.draft d
     join notification.draft_revision r on r.draft_id = d.id
     where d.state = 'DISCARDED' and d.settled_at < least(p_before, now()) and r.document <> '{}'
     limit 1000 for update of r skip locked);
  get diagnostics v_emptied = row_count;
  return v_emptied;
end
$$;
revoke execute on function notification.forget_discarded_drafts(timestamptz) from public;
grant execute on function notification.forget_discarded_drafts(timestamptz) to hersys_notification;
