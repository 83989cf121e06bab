-- The present right of each organisation (the n-th) in a case (the n-th) from all its grounds: the strongest that is not over, and sight until the last
-- of them ends. The cases are locked before. Answers the rights that are gone by it.
create function tracking.derive_custody(p_cases uuid[], p_organisations uuid[]) returns setof tracking.custody_entry
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into tracking.custody_entry as c (case_id, organisation_id, course_id, custody_right, until, write_until, case_state, submitted_at)
  select f.id, g.organisation_id, f.course_id,
         case when bool_or(g.custody_right = 'WRITE') then 'WRITE' else 'READ' end,
         case when bool_and(g.until is not null) then max(g.until) end,
         case when not bool_or(g.custody_right = 'WRITE' and g.until is null) then max(g.until) filter (where g.custody_right = 'WRITE') end,
         f.case_state, f.submitted_at
  from unnest(p_cases, p_organisations) k (case_id, organisation_id)
  join tracking.case_file f on f.id = k.case_id
  join tracking.custody_ground g on g.case_id = k.case_id and g.organisation_id = k.organisation_id
  where g.until is null or g.until > clock_timestamp()
  group by f.id, g.organisation_id
  on conflict (case_id, organisation_id) do update
  set custody_right = excluded.custody_right, until = excluded.until, write_until = excluded.write_until
  where (c.custody_right, c.until, c.write_until) is distinct from (excluded.custody_right, excluded.until, excluded.write_until);

  return query
    delete from tracking.custody_entry c using unnest(p_cases, p_organisations) k (case_id, organisation_id)
    where c.case_id = k.case_id and c.organisation_id = k.organisation_id
      and not exists (select from tracking.custody_ground g
                      where g.case_id = k.case_id and g.organisation_id = k.organisation_id and (g.until is null or g.until > clock_timestamp()))
    returning c.*;

  update tracking.case_file f set writing_organisation_ids = w.writers
  from (select k.case_id, array(select c.organisation_id from tracking.custody_entry c
                                where c.case_id = k.case_id and c.custody_right = 'WRITE' order by c.organisation_id) as writers
        from (select distinct unnest(p_cases)) k (case_id)) w
  where f.id = w.case_id and f.writing_organisation_ids <> w.writers;
end
$$;
revoke execute on function tracking.derive_custody(uuid[], uuid[]) from public;

-- The same of one. Answers whether the organisation lost sight of the case by it.
create or replace function tracking.derive_custody(p_case uuid, p_organisation uuid) returns boolean
language sql set search_path = pg_catalog, pg_temp as $$
  select exists (select from tracking.derive_custody(array[p_case], array[p_organisation]))
$$;

-- The receiving centre (届出先) reads for ever (Art. 12), and is responsible until a handover. For cases that were just inserted with their receiving
-- centre as the only writer; the n-th sender and so on is the n-th case's.
create function tracking.open_custody(p_cases uuid[], p_senders uuid[], p_entered_by uuid[], p_operators text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_now timestamptz := clock_timestamp();
begin
  insert into tracking.custody_ground (case_id, organisation_id, ground, custody_right)
  select f.id, f.receiving_organisation_id, g.ground, g.custody_right
  from unnest(p_cases) k (case_id)
  join tracking.case_file f on f.id = k.case_id
  cross join (values ('RECEIVING', 'READ'), ('RESPONSIBLE', 'WRITE')) g (ground, custody_right);

  insert into tracking.custody_history (case_id, organisation_id, ground, custody_right, act, by_organisation_id, by_principal_id, by_operator, recorded_at)
  select k.case_id, g.organisation_id, g.ground, g.custody_right, 'OPENED', k.sender, k.entered_by, k.operator, v_now
  from unnest(p_cases, p_senders, p_entered_by, p_operators) with ordinality k (case_id, sender, entered_by, operator, place)
  join tracking.custody_ground g on g.case_id = k.case_id
  order by k.place, g.ground;

  perform tracking.derive_custody(p_cases, array(select f.receiving_organisation_id
                                                 from unnest(p_cases) with ordinality k (case_id, place)
                                                 join tracking.case_file f on f.id = k.case_id order by k.place));
end
$$;
revoke execute on function tracking.open_custody(uuid[], uuid[], uuid[], text[]) from public;
grant execute on function tracking.open_custody(uuid[], uuid[], uuid[], text[]) to hersys_tracking_worker;

-- For a reader of the version before, which may still run.
create or replace function tracking.open_custody(p_case uuid, p_sender uuid, p_entered_by uuid, p_operator text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select tracking.open_custody(array[p_case], array[p_sender], array[p_entered_by], array[p_operator])
$$;
