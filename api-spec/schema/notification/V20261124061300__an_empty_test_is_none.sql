-- A test of which neither method nor result is written is none, and not a pending one.
create or replace view notification.published_standing with (security_invoker = true) as
select n.id as notification_id, n.course_id, n.number, n.succeeds_id,
       case when c.state = 'WITHDRAWN' then 'WITHDRAWN' when c.superseded then 'SUPERSEDED' else 'CURRENT' end as standing,
       r.diagnosis_category = 'SUSPECTED'
         and jsonb_path_exists(r.document, '$.tests[*] ? (@.result == "NEGATIVE")')
         and not jsonb_path_exists(r.document, '$.tests[*] ? ((exists (@.result) && !(@.result == "NEGATIVE" || @.result == "UNKNOWN"))
                                                           || (!exists (@.result) && exists (@.method)))') as ruled_out
from notification.notification n
join notification.confirmation c on c.notification_id = n.id
join notification.revision r on r.notification_id = n.id and r.revision = n.revision;
