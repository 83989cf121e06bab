-- 担当保健所の変更: the giver stays responsible until the requested centre accepts ([S4]).
create table tracking.handover (
  id uuid primary key,
  case_id uuid not null references tracking.case_file,
  from_organisation_id uuid not null,
  to_organisation_id uuid not null check (to_organisation_id <> from_organisation_id),
  reason text not null check (length(reason) between 1 and 1000),
  state text not null default 'REQUESTED' check (state in ('REQUESTED', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED')),
  version int not null default 1,
  requested_at timestamptz not null,
  requested_by uuid not null,
  requested_operator text,
  decided_at timestamptz,
  decided_by uuid,
  decided_operator text
);
create unique index handover_open on tracking.handover (case_id) where state = 'REQUESTED';
create index handover_from on tracking.handover (from_organisation_id, requested_at, id);
create index handover_to on tracking.handover (to_organisation_id, requested_at, id);
create index handover_case on tracking.handover (case_id);

create table tracking.idempotency_key (like notification.idempotency_key including all);

alter table tracking.handover enable row level security;
create policy party on tracking.handover for select to hersys_tracking
  using (identity.current_organisation() in (from_organisation_id, to_organisation_id)
         and (state = 'REQUESTED' or exists (select from tracking.custody_entry c where c.case_id = handover.case_id)));
create policy request on tracking.handover for insert to hersys_tracking
  with check (from_organisation_id = identity.current_organisation() and requested_by = identity.current_principal() and state = 'REQUESTED'
              and exists (select from tracking.case_file f where f.id = case_id and f.responsible_organisation_id = identity.current_organisation()));
grant select, insert on tracking.handover to hersys_tracking;
grant select, insert, update, delete on tracking.idempotency_key to hersys_tracking;

-- What the requested centre may know before it accepts: no name, no birth date, no address. Nothing once the request is
-- decided and the case is out of the caller's sight: a former party must not follow how it goes on.
create function tracking.handover_summary(p_handover uuid)
returns table (diagnosis_category text, current_status text, municipality_code text, diagnosis_date date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.diagnosis_category, f.current_status, f.municipality_code, f.diagnosis_date
  from tracking.handover h join tracking.case_file f on f.id = h.case_id
  where h.id = p_handover and identity.current_organisation() in (h.from_organisation_id, h.to_organisation_id)
    and (h.state = 'REQUESTED'
         or exists (select from tracking.custody_entry c
                    where c.case_id = h.case_id and c.organisation_id = identity.current_organisation() and (c.until is null or c.until > now())))
$$;

-- Acceptance: responsibility, custody, state and feed change together, or not at all. Answers how it ended:
-- ACCEPTED; NOT_FOUND (not requested of the caller's centre); NOT_OPEN (decided before); STALE (another version).
-- The giver reads on: for ever where it received the notification (Art. 12), else until p_giver_reads_until.
create function tracking.accept_handover(p_handover uuid, p_version int, p_operator text, p_giver_reads_until timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  h tracking.handover;
  f tracking.case_file;
begin
  select * into h from tracking.handover where id = p_handover and to_organisation_id = identity.current_organisation();
  if not found then return 'NOT_FOUND'; end if;
  -- The case first, then the handover: the same order everywhere, so that no two wait for each other.
  select * into strict f from tracking.case_file where id = h.case_id for update;
  select * into strict h from tracking.handover where id = p_handover for update;
  if h.state <> 'REQUESTED' then return 'NOT_OPEN'; end if;
  if h.version <> p_version then return 'STALE'; end if;

  update tracking.handover
  set state = 'ACCEPTED', version = version + 1, decided_at = now(), decided_by = identity.current_principal(), decided_operator = p_operator
  where id = p_handover;
  update tracking.case_file
  set responsible_organisation_id = h.to_organisation_id, version = version + 1, changed_at = now()
  where id = h.case_id;
  update tracking.custody_entry
  set custody_right = 'READ', departed = false,
      until = case when h.from_organisation_id = f.receiving_organisation_id then null else p_giver_reads_until end
  where case_id = h.case_id and organisation_id = h.from_organisation_id;
  insert into tracking.custody_entry (case_id, organisation_id, course_id, custody_right, submitted_at)
  values (h.case_id, h.to_organisation_id, f.course_id, 'WRITE', f.submitted_at)
  on conflict (case_id, organisation_id) do update set custody_right = 'WRITE', until = null, departed = false;
  perform tracking.announce(h.case_id);
  return 'ACCEPTED';
end
$$;
revoke execute on function tracking.handover_summary(uuid), tracking.accept_handover(uuid, int, text, timestamptz) from public;
grant execute on function tracking.handover_summary(uuid), tracking.accept_handover(uuid, int, text, timestamptz) to hersys_tracking;
