-- Mails of kinds CASE_… are about a case: the handover tells two assignments of one case apart. The giver, whom the case was taken from,
-- and a centre that was still asked and does not get it are told so.

-- The local government decides who takes the case; responsibility moves at once. Answers DONE; what begin_turn answers; NOT_OPEN also when
-- the giver is not responsible any more or another request is open; OWN_CENTRE (the giver has it already); NOT_IN_AREA (no active
-- health centre below the caller's local government).
create or replace function tracking.assign_handover(p_handover uuid, p_version int, p_operator text, p_to uuid, p_reason text,
                                                    p_giver_reads_until timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  t record;
  v_was_asked boolean;
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
  v_was_asked := (t.h).state = 'REQUESTED' and (t.h).expires_at > clock_timestamp();
  update tracking.handover set assigned_organisation_id = p_to, state = t.to_state where id = p_handover;
  perform tracking.take_turn(p_handover, t.to_state, p_reason, identity.current_organisation(), identity.current_principal(), p_operator);
  perform tracking.move_case((t.h).case_id, (t.h).from_organisation_id, p_to, p_giver_reads_until,
    tracking.act_of_caller('ASSIGNED', p_reason, p_handover, p_operator));
  perform notification.post_mail('CASE_ASSIGNED', p_to, (t.h).case_id, p_handover::text, (t.f).smartphone_entry_id);
  perform notification.post_mail('CASE_REASSIGNED', (t.h).from_organisation_id, (t.h).case_id, p_handover::text, (t.f).smartphone_entry_id);
  if v_was_asked and p_to <> (t.h).to_organisation_id then
    perform notification.post_mail('HANDOVER_CANCELLED', (t.h).to_organisation_id, p_handover, '', null);
  end if;
  perform tracking.case_changed((t.h).case_id);
  return 'DONE';
end
$$;
