-- The feed (変更の取得): a row per organisation that may see the case. Ids only. Read in the order of (xid, sequence), below the snapshot horizon.
create table tracking.change (
  sequence bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  organisation_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('UPSERT', 'LEFT')),
  recorded_at timestamptz not null default now()
);
create index change_order on tracking.change (organisation_id, xid, sequence);

-- Bumped by a restore: cursors of another generation are answered 410.
create table tracking.feed_generation (
  only_row boolean primary key default true check (only_row),
  generation uuid not null default gen_random_uuid()
);
insert into tracking.feed_generation default values;

-- How far a reader of the outbox has come; moved in the transaction that applies the events.
create table tracking.reader_position (
  reader text primary key,
  xid xid8 not null,
  sequence bigint not null
);
insert into tracking.reader_position values ('cases', '0', 0);

-- Events that could not be applied. They hold up no others: the reader goes on, and tries these again until it can.
-- failure is an SQLSTATE or the name of a fault, never a message: messages quote people's data.
create table tracking.set_aside_event (
  sequence bigint primary key,
  notification_id uuid not null,
  failure text not null check (length(failure) between 1 and 200),
  attempts int not null default 1,
  set_aside_at timestamptz not null,
  next_attempt_at timestamptz not null
);

alter table tracking.change enable row level security;
create policy own on tracking.change for select to hersys_tracking using (organisation_id = identity.current_organisation());

grant select on tracking.change, tracking.feed_generation to hersys_tracking;
grant select, update on tracking.reader_position to hersys_tracking_worker;
grant select, insert, update, delete on tracking.set_aside_event to hersys_tracking_worker;

-- Tells everybody who may see the case that it changed. A definer's function, because the writer may not see the other rows.
create function tracking.announce(p_case uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into tracking.change (organisation_id, case_id, kind)
  select organisation_id, case_id, 'UPSERT' from tracking.custody_entry where case_id = p_case and (until is null or until > now())
$$;
revoke execute on function tracking.announce(uuid) from public;
grant execute on function tracking.announce(uuid) to hersys_tracking, hersys_tracking_worker;

-- Tells those whose right to see a case is over, once, that it left their sight. Answers how many it told.
create function tracking.announce_departures(p_most int) returns int
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with over as (
    select case_id, organisation_id from tracking.custody_entry
    where until <= now() and not departed
    order by until limit p_most
    for update skip locked
  ), departed as (
    update tracking.custody_entry c set departed = true from over o
    where c.case_id = o.case_id and c.organisation_id = o.organisation_id
    returning c.case_id, c.organisation_id
  ), told as (
    insert into tracking.change (organisation_id, case_id, kind)
    select organisation_id, case_id, 'LEFT' from departed
    returning 1
  )
  select count(*)::int from told
$$;
revoke execute on function tracking.announce_departures(int) from public;
grant execute on function tracking.announce_departures(int) to hersys_tracking_worker;
