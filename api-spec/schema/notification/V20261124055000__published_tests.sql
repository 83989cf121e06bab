-- The tests of a course's notifications, for the tests tab of its case ([S6]): under the caller's own sight.
create view notification.published_test with (security_invoker = true) as
select n.id as notification_id, n.course_id, n.submitted_at, n.revision, t.place - 1 as place, t.test
from notification.notification n
join notification.revision r on r.notification_id = n.id and r.revision = n.revision
cross join lateral jsonb_array_elements(r.document -> 'tests') with ordinality as t (test, place);

-- The revisions that left other tests than the one before.
create view notification.published_test_change with (security_invoker = true) as
select c.notification_id, c.course_id, c.revision, c.recorded_at, c.organisation_id, c.entered_by, c.operator, c.tests
from (
  select n.id as notification_id, n.course_id, r.revision, r.recorded_at, r.organisation_id, r.entered_by, r.operator,
         coalesce(r.document -> 'tests', '[]') as tests,
         lag(coalesce(r.document -> 'tests', '[]'), 1, '[]'::jsonb) over (partition by n.course_id, n.id order by r.revision) as before
  from notification.notification n
  join notification.revision r on r.notification_id = n.id) c
where c.tests <> c.before;

grant select on notification.published_test, notification.published_test_change to hersys_tracking;
