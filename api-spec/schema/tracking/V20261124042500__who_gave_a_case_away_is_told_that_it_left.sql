-- Responsibility goes from one centre to another. The former one reads on: for ever where it received the notification (Art. 12), else
-- until p_former_reads_until. Where it sees the case no more in the end, it is told that it left: what set_ground answers on the way does not
-- say that yet, because one ground goes before the other comes.
create or replace function tracking.move_case(p_case uuid, p_from uuid, p_to uuid, p_former_reads_until timestamptz, p_act tracking.custody_act) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update tracking.case_file set responsible_organisation_id = p_to where id = p_case and responsible_organisation_id = p_from;
  if not found then raise exception 'the case is not with that centre' using errcode = '55000'; end if;
  perform tracking.set_ground(p_case, p_from, 'RESPONSIBLE', null, null, p_act);
  perform tracking.set_ground(p_case, p_to, 'RESPONSIBLE', 'WRITE', null, p_act);
  if not exists (select from tracking.case_file where id = p_case and receiving_organisation_id = p_from) then
    perform tracking.set_ground(p_case, p_from, 'FORMER', 'READ', p_former_reads_until, p_act);
  end if;
  insert into tracking.change (organisation_id, case_id, kind)
  select p_from, p_case, 'LEFT'
  where not exists (select from tracking.custody_entry where case_id = p_case and organisation_id = p_from);
end
$$;
