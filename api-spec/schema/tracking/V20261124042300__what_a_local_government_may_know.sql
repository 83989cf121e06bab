-- What may be known without the case: no name, no birth date, no address. By the parties while the request is open, afterwards by those
-- that see the case. By the local government above while it has to do with it: while the request is open or the case can be assigned (the giver
-- has it and asks nobody else), and while a centre below it is responsible.
create or replace function tracking.handover_summary(p_handover uuid)
returns table (diagnosis_category text, current_status text, municipality_code text, diagnosis_date date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.diagnosis_category, f.current_status, f.municipality_code, f.diagnosis_date
  from tracking.handover h join tracking.case_file f on f.id = h.case_id
  where h.id = p_handover
    and case tracking.handover_party(h)
          when 'LOCAL_GOVERNMENT' then
            h.state = 'REQUESTED'
            or f.responsible_organisation_id in (select tracking.organisations_below(identity.current_organisation()))
            or (f.responsible_organisation_id = h.from_organisation_id
                and exists (select from tracking.handover_transition t where t.act = 'ASSIGN' and t.from_state = h.state)
                and not exists (select from tracking.handover o where o.case_id = h.case_id and o.state = 'REQUESTED' and o.expires_at > now()))
          else (h.state = 'REQUESTED' and tracking.handover_party(h) is not null)
               or (identity.current_organisation() in (h.from_organisation_id, h.to_organisation_id, h.assigned_organisation_id)
                   and exists (select from tracking.custody_entry c
                               where c.case_id = h.case_id and c.organisation_id = identity.current_organisation() and (c.until is null or c.until > now())))
        end
$$;
