-- A local government (都道府県・保健所設置市・特別区 本庁) sees the handovers of the centres below it, and assigns a case that nobody accepts.
-- It does not see the case itself.

-- The organisations below one, at any depth.
create function tracking.organisations_below(p_above uuid) returns setof uuid
language sql stable set search_path = pg_catalog, pg_temp as $$
  with recursive below as (
    select id from identity.organisation_directory where parent_id = p_above
    union
    select o.id from identity.organisation_directory o join below b on o.parent_id = b.id)
  select id from below
$$;
revoke execute on function tracking.organisations_below(uuid) from public;
grant execute on function tracking.organisations_below(uuid) to hersys_tracking;

create policy area on tracking.handover for select to hersys_tracking
  using (identity.current_role_name() = 'LOCAL_GOVERNMENT_STAFF'
         and (from_organisation_id = any (array(select tracking.organisations_below(identity.current_organisation())))
              or to_organisation_id = any (array(select tracking.organisations_below(identity.current_organisation())))));

create or replace function tracking.handover_party(h tracking.handover) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case
           when identity.current_organisation() = h.to_organisation_id then 'REQUESTED_CENTRE'
           when identity.current_organisation() = h.from_organisation_id then 'REQUESTING_CENTRE'
           when identity.current_role_name() = 'LOCAL_GOVERNMENT_STAFF'
                and exists (select from tracking.organisations_below(identity.current_organisation()) b (id)
                            where b.id in (h.from_organisation_id, h.to_organisation_id)) then 'LOCAL_GOVERNMENT'
         end
$$;

-- What may be known without the case: no name, no birth date, no address. By the parties while the request is open, afterwards by those
-- that see the case; by the local government above.
create or replace function tracking.handover_summary(p_handover uuid)
returns table (diagnosis_category text, current_status text, municipality_code text, diagnosis_date date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.diagnosis_category, f.current_status, f.municipality_code, f.diagnosis_date
  from tracking.handover h join tracking.case_file f on f.id = h.case_id
  where h.id = p_handover
    and case tracking.handover_party(h)
          when 'LOCAL_GOVERNMENT' then true
          else (h.state = 'REQUESTED' and tracking.handover_party(h) is not null)
               or (identity.current_organisation() in (h.from_organisation_id, h.to_organisation_id, h.assigned_organisation_id)
                   and exists (select from tracking.custody_entry c
                               where c.case_id = h.case_id and c.organisation_id = identity.current_organisation() and (c.until is null or c.until > now())))
        end
$$;

-- The local government decides who takes the case; responsibility moves at once. Answers DONE; what begin_turn answers; NOT_OPEN also when
-- the giver is not responsible any more or another request is open; OWN_CENTRE (the giver has it already); NOT_IN_AREA (no active
-- health centre below the caller's local government).
create function tracking.assign_handover(p_handover uuid, p_version int, p_operator text, p_to uuid, p_reason text, p_giver_reads_until timestamptz)
returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t record;
begin
  select * into t from tracking.begin_turn(p_handover, 'ASSIGN', p_version);
  if t.outcome is not null then return t.outcome; end if;
  if (t.f).responsible_organisation_id <> (t.h).from_organisation_id
     or exists (select from tracking.handover o
                where o.case_id = (t.h).case_id and o.id <> p_handover and o.state = 'REQUESTED' and o.expires_at > clock_timestamp()) then
    return 'NOT_OPEN';
  end if;
  if p_to = (t.h).from_organisation_id then return 'OWN_CENTRE'; end if;
  if not tracking.is_active_health_centre(p_to)
     or not exists (select from tracking.organisations_below(identity.current_organisation()) b (id) where b.id = p_to) then
    return 'NOT_IN_AREA';
  end if;
  update tracking.handover set assigned_organisation_id = p_to, state = t.to_state where id = p_handover;
  perform tracking.take_turn(p_handover, t.to_state, p_reason, identity.current_organisation(), identity.current_principal(), p_operator);
  perform tracking.move_case((t.h).case_id, (t.h).from_organisation_id, p_to, p_giver_reads_until,
    tracking.act_of_caller('ASSIGNED', p_reason, p_handover, p_operator));
  perform notification.post_mail('CASE_ASSIGNED', p_to, p_handover, '', (t.f).smartphone_entry_id);
  perform notification.post_mail('CASE_ASSIGNED', (t.h).from_organisation_id, p_handover, '', (t.f).smartphone_entry_id);
  perform tracking.case_changed((t.h).case_id);
  return 'DONE';
end
$$;
revoke execute on function tracking.assign_handover(uuid, int, text, uuid, text, timestamptz) from public;
grant execute on function tracking.assign_handover(uuid, int, text, uuid, text, timestamptz) to hersys_tracking;
