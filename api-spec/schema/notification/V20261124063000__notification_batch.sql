-- 一括届出: many notifications in one request, taken in row by row by a worker afterwards (ADR 28). The job holds ids and counts, nothing of people.
-- position: the last row that is done. worked_at: whose turn it is, the longest ago first. received_at: when the body was whole, the 報告 of every row.
create table notification.batch (
  id uuid primary key,
  organisation_id uuid not null,
  principal_id uuid not null,
  session_id uuid not null,
  role text,
  operator text,
  state text not null default 'RECEIVING' check (state in ('RECEIVING', 'WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'STOPPED')),
  received int not null default 0 check (received >= 0),
  stored int not null default 0 check (stored >= 0),
  refused int not null default 0 check (refused >= 0),
  with_findings int not null default 0 check (with_findings >= 0),
  position int not null default 0,
  begun_at timestamptz not null,
  touched_at timestamptz not null,
  received_at timestamptz,
  started_at timestamptz,
  worked_at timestamptz,
  ended_at timestamptz,
  check (stored + refused <= received),
  check (received_at is not null or state = 'RECEIVING')
);
create index batch_list on notification.batch (organisation_id, begun_at, id);
create index batch_open on notification.batch (organisation_id) where state in ('RECEIVING', 'WAITING', 'RUNNING');
create index batch_turn on notification.batch (worked_at, id) where state in ('WAITING', 'RUNNING');
create index batch_abandoned on notification.batch (touched_at) where state = 'RECEIVING';
create index batch_ended on notification.batch (ended_at) where ended_at is not null;

-- What came and is not yet processed: some hundred rows as they were sent. People's data, and gone with the outcome. Not compressed: it is read once, soon.
create table notification.batch_chunk (
  batch_id uuid not null references notification.batch on delete cascade,
  first_row int not null check (first_row > 0),
  rows int not null check (rows > 0),
  content bytea not null,
  primary key (batch_id, first_row)
);
alter table notification.batch_chunk alter column content set storage external;

-- What became of each row. The findings of a stored row stand with its notification.
create table notification.batch_row (
  batch_id uuid not null references notification.batch on delete cascade,
  row int not null check (row > 0),
  outcome text not null check (outcome in ('STORED', 'REFUSED')),
  notification_id uuid,
  findings jsonb,
  primary key (batch_id, row),
  check ((outcome = 'STORED') = (notification_id is not null)),
  check ((outcome = 'REFUSED') = (findings is not null))
);
-- The few among many; the stored ones are nearly all, and the primary key serves them.
create index batch_row_refused on notification.batch_row (batch_id, row) where outcome = 'REFUSED';

alter table notification.batch enable row level security;
alter table notification.batch_chunk enable row level security;
alter table notification.batch_row enable row level security;

create policy own on notification.batch for select to hersys_notification using (organisation_id = identity.current_organisation());
create policy begun on notification.batch for insert to hersys_notification
  with check (organisation_id = identity.current_organisation() and principal_id = identity.current_principal()
              and session_id = identity.current_session() and state = 'RECEIVING');
create policy received on notification.batch for update to hersys_notification
  using (organisation_id = identity.current_organisation() and session_id = identity.current_session() and state = 'RECEIVING')
  with check (state in ('RECEIVING', 'WAITING'));
create policy cancelled on notification.batch for update to hersys_notification
  using (organisation_id = identity.current_organisation() and state in ('WAITING', 'RUNNING'))
  with check (state = 'CANCELLED');
create policy broken_off on notification.batch for delete to hersys_notification
  using (organisation_id = identity.current_organisation() and session_id = identity.current_session() and state = 'RECEIVING');
-- Nobody who calls reads what waits; the organisation puts it in, and takes it out with the job.
create policy received on notification.batch_chunk for insert to hersys_notification
  with check (exists (select from notification.batch b
                      where b.id = batch_id and b.session_id = identity.current_session() and b.state = 'RECEIVING'));
create policy own on notification.batch_row for select to hersys_notification
  using (exists (select from notification.batch b where b.id = batch_id));

grant select, insert, delete, update (state, received, touched_at, received_at, worked_at, ended_at) on notification.batch to hersys_notification;
grant insert on notification.batch_chunk to hersys_notification;
grant select on notification.batch_row to hersys_notification;

-- Rows that come in for longer than a token lasts: enters the scope of a session again as long as the batch that it began is being received, for an hour
-- at most. Whoever was logged out or disabled meanwhile is refused as by identity.enter.
create function notification.enter_receiving(p_batch uuid, p_session uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_batch notification.batch;
begin
  select b.* into v_batch
  from notification.batch b
  join identity.session s on s.id = b.session_id and s.revoked_at is null
  where b.id = p_batch and b.session_id = p_session and b.state = 'RECEIVING' and b.begun_at > now() - interval '1 hour'
    and notification.may_still_send(b.organisation_id, b.principal_id, b.role);
  if v_batch.id is null then
    raise exception 'session is not valid' using errcode = '28000';
  end if;
  perform set_config('hersys.session', v_batch.session_id::text, true),
          set_config('hersys.organisation', v_batch.organisation_id::text, true),
          set_config('hersys.principal', v_batch.principal_id::text, true),
          set_config('hersys.role', coalesce(v_batch.role, ''), true);
end
$$;

-- Whether who has sent a batch may still send: the organisation is active, and so is the account, of the same organisation and role, or the client with its scope.
create function notification.may_still_send(p_organisation uuid, p_principal uuid, p_role text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from identity.organisation o where o.id = p_organisation and o.active)
     and case when p_role is null
              then exists (select from identity.client c
                           where c.id = p_principal and c.organisation_id = p_organisation and c.active and 'notification.write' = any (c.scopes))
              else exists (select from identity.account a
                           where a.id = p_principal and a.organisation_id = p_organisation and a.role = p_role and a.state = 'ACTIVE')
         end
$$;

-- 取消: takes what waits of a cancelled batch out with it; the organisation's own.
create function notification.drop_rows(p_batch uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from notification.batch_chunk c using notification.batch b
  where b.id = p_batch and c.batch_id = b.id and b.state = 'CANCELLED' and b.organisation_id = identity.current_organisation()
$$;

revoke execute on function
  notification.enter_receiving(uuid, uuid), notification.may_still_send(uuid, uuid, text), notification.drop_rows(uuid)
from public;
grant execute on function notification.enter_receiving(uuid, uuid), notification.drop_rows(uuid) to hersys_notification;
