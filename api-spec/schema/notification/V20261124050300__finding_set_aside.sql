-- A warning set aside (domain: a warning stays visible until it is corrected or set aside): who, when, why, upon which revision. It was judged by
-- what then stood at its pointer: where a later revision raises the finding at another value, it is open again.
create table notification.finding_set_aside (
  notification_id uuid not null references notification.confirmation,
  revision int not null check (revision > 0),
  pointer text not null check (length(pointer) <= 200),
  code text not null check (length(code) between 1 and 100),
  reason text check (length(reason) between 1 and 1000),
  set_aside_at timestamptz not null,
  organisation_id uuid not null,
  principal_id uuid not null,
  operator text,
  primary key (notification_id, pointer, code, revision)
);

alter table notification.finding_set_aside enable row level security;
create policy seen on notification.finding_set_aside for select to hersys_notification
  using (exists (select from notification.confirmation c where c.notification_id = finding_set_aside.notification_id));
-- By the sender, the receiving centre (it confirms), and who may write the case.
create policy judged on notification.finding_set_aside for insert to hersys_notification
  with check (organisation_id = identity.current_organisation() and principal_id = identity.current_principal()
              and exists (select from notification.confirmation c
                          where c.notification_id = finding_set_aside.notification_id
                            and (c.receiving_organisation_id = identity.current_organisation()
                                 or notification.may_supplement(c.course_id, c.sender_organisation_id, c.receiving_organisation_id))));
grant select, insert on notification.finding_set_aside to hersys_notification;

-- The findings of each notification's present revision, each with the judgement that set it aside, if one did. Under the caller's own sight.
create view notification.present_finding with (security_invoker = true) as
select n.id as notification_id, n.revision, found.ordinality as number, found.finding ->> 'pointer' as pointer, found.finding ->> 'code' as code,
       aside.revision as judged_revision, aside.set_aside_at, aside.reason, aside.organisation_id, aside.principal_id, aside.operator
from notification.notification n
join notification.revision r on r.notification_id = n.id and r.revision = n.revision
cross join lateral jsonb_array_elements(r.findings) with ordinality as found (finding, ordinality)
left join lateral (
  select a.*
  from notification.finding_set_aside a
  join notification.revision judged on judged.notification_id = a.notification_id and judged.revision = a.revision
  where a.notification_id = n.id and a.pointer = found.finding ->> 'pointer' and a.code = found.finding ->> 'code'
    and (judged.document #> string_to_array(substr(a.pointer, 2), '/')) is not distinct from (r.document #> string_to_array(substr(a.pointer, 2), '/'))
  order by a.revision desc limit 1) aside on true;
grant select on notification.present_finding to hersys_notification;
