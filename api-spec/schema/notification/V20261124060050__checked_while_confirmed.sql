-- An institute and NIID read a form while it stands confirmed: one that was returned to its sender, or withdrawn, is with its centre, as the lists have it.
create or replace function notification.document_to_check(p_notification uuid) returns table (form_version text, document jsonb, findings jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select n.form_version,
         case when shown.step = 'NATIONAL_SURVEILLANCE'
              then notification.without_person(r.document, extract(year from age(r.diagnosis_date, r.birth_date))::int)
              else r.document end,
         r.findings
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

-- Nor do they ask about it.
alter policy asked on notification.quality_query
  with check (asked_organisation_id = identity.current_organisation() and asked_by = identity.current_principal() and state = 'OPEN'
              and exists (select from notification.quality_chain c
                          where c.notification_id = quality_query.notification_id and c.receiving_organisation_id = quality_query.receiving_organisation_id
                            and c.state <> 'WITH_CENTRE'
                            and notification.quality_step(c.area_id) = quality_query.step
                            and (quality_query.step <> 'NATIONAL_SURVEILLANCE' or c.seen_by_national)));
