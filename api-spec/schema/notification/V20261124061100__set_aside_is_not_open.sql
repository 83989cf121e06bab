-- A warning that was set aside is not open: neither in the lists, counts, sheets and rates of the quality chain, nor in the case, which shows who judged it.

create function notification.open_warnings(p_notification uuid) returns int
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from notification.present_finding f where f.notification_id = p_notification and f.judged_revision is null
$$;

-- As before, but for the warnings.
create or replace function notification.turn_quality(p_notification uuid, p_deed text, p_operator text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  q notification.quality_chain;
  v_next text;
begin
  if p_deed = 'CONFIRM' then
    insert into notification.quality_chain
      (notification_id, course_id, sender_organisation_id, receiving_organisation_id, submitted_at, diagnosis_category, revision, confirmed_revision)
    select c.notification_id, c.course_id, c.sender_organisation_id, c.receiving_organisation_id, c.submitted_at, r.diagnosis_category, n.revision, n.revision
    from notification.confirmation c
    join notification.notification n on n.id = c.notification_id
    join notification.revision r on r.notification_id = n.id and r.revision = n.revision
    where c.notification_id = p_notification
    on conflict (notification_id) do nothing;
  end if;
  select * into q from notification.quality_chain where notification_id = p_notification for update;
  select next_state into v_next from notification.quality_turn where state = q.state and deed = p_deed;
  if v_next is null then
    return;
  end if;
  if p_deed = 'CONFIRM' then
    q.area_id := notification.checking_area(q.receiving_organisation_id);
  end if;
  if v_next = 'WITH_INSTITUTE' and q.area_id is null then
    v_next := 'WITH_NATIONAL';
  end if;
  update notification.quality_chain c
  set state = v_next, version = c.version + 1, area_id = q.area_id, revision = r.revision, diagnosis_category = r.diagnosis_category,
      confirmed_revision = case p_deed when 'CONFIRM' then r.revision else c.confirmed_revision end,
      seen_by_national = c.seen_by_national or v_next = 'WITH_NATIONAL',
      corrected = c.corrected or p_deed = 'REVISE',
      warnings = case when r.findings = '[]' then 0 else notification.open_warnings(p_notification) end,
      duplicates = notification.likely_duplicates(p_notification),
      questions = (select count(*) from notification.question a where a.notification_id = p_notification)
  from notification.notification n
  join notification.revision r on r.notification_id = n.id and r.revision = n.revision
  where c.notification_id = p_notification and n.id = p_notification;
  insert into notification.quality_entry (notification_id, version, deed, state, revision, recorded_at, organisation_id, principal_id, operator)
  select notification_id, version, p_deed, state, revision, now(), identity.current_organisation(), identity.current_principal(), p_operator
  from notification.quality_chain where notification_id = p_notification and identity.current_principal() is not null;
end
$$;

create function notification.quality_counts_warnings() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update notification.quality_chain set warnings = notification.open_warnings(new.notification_id) where notification_id = new.notification_id;
  return null;
end
$$;
-- Triggers of one event fire in the order of their names: whom a likeness was judged of (judged_likeness) is remembered before it is counted.
create trigger quality_counts after insert on notification.finding_set_aside for each row execute function notification.quality_counts_warnings();

-- As before, but for the findings: those that are open.
create or replace function notification.document_to_check(p_notification uuid) returns table (form_version text, document jsonb, findings jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select n.form_version,
         case when shown.step = 'NATIONAL_SURVEILLANCE'
              then notification.without_person(r.document, extract(year from age(r.diagnosis_date, r.birth_date))::int)
              else r.document end,
         (select coalesce(jsonb_agg(r.findings -> (f.number::int - 1) order by f.number), '[]')
          from notification.present_finding f where f.notification_id = n.id and f.judged_revision is null)
  from notification.quality_chain q
  join notification.confirmation c on c.notification_id = q.notification_id
  join notification.notification n on n.id = q.notification_id
  join notification.revision r on r.notification_id = n.id and r.revision = n.revision
  cross join lateral (select notification.quality_step(q.area_id) as step) shown
  where q.notification_id = p_notification
    and ((q.receiving_organisation_id = identity.current_organisation()
          and identity.current_role_name() in ('HEALTH_CENTRE_STAFF', 'HEALTH_CENTRE_MANAGER'))
         or (q.state <> 'WITH_CENTRE' and c.state = 'CONFIRMED'
             and case shown.step when 'LOCAL_INSTITUTE' then true when 'NATIONAL_SURVEILLANCE' then q.seen_by_national else false end))
$$;

revoke execute on function notification.open_warnings(uuid), notification.quality_counts_warnings() from public;

update notification.quality_chain c set warnings = notification.open_warnings(c.notification_id)
where exists (select from notification.finding_set_aside a where a.notification_id = c.notification_id);

-- Published: the warnings of present revisions with their judgements, for the case. Under the caller's own sight.
alter policy seen on notification.finding_set_aside to hersys_notification, hersys_tracking;
grant select on notification.finding_set_aside, notification.present_finding to hersys_tracking;
grant execute on function notification.is_alike_unjudged(uuid) to hersys_tracking;
