-- 追加登録 ([S3], [S7]): another notification of the same course of care. number counts the notifications of a course; each after the first succeeds one.
alter table notification.notification
  add column number int not null default 1 check (number > 0),
  add column succeeds_id uuid references notification.notification,
  add constraint notification_succession check ((number = 1) = (succeeds_id is null)),
  add constraint notification_number unique (course_id, number);
-- The unique one serves what this one did.
drop index notification.notification_course;

-- An earlier notification is read-only while a later one counts. Exactly one of a course is current, unless all are withdrawn.
alter table notification.confirmation add column superseded boolean not null default false;
create unique index confirmation_current on notification.confirmation (course_id) where not superseded and state <> 'WITHDRAWN';

-- Under a definer's own sight too: the caller's organisation is named, not left to the policies.
create or replace function notification.may_supplement(p_course uuid, p_sender uuid, p_receiving uuid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select p_sender = identity.current_organisation()
      or exists (select from tracking.custody c
                 where c.course_id = p_course and c.organisation_id = identity.current_organisation() and (c.until is null or c.until > now())
                   and c.custody_right = 'WRITE')
      or (p_receiving = identity.current_organisation()
          and not exists (select from tracking.custody c
                          where c.course_id = p_course and c.organisation_id = identity.current_organisation() and (c.until is null or c.until > now())))
$$;

-- 提出日 ([S8]): the day of the first 報告 of the course in that category, in whichever notification; what was withdrawn was no report. For who
-- may write one of the course's notifications; a definer's function, because the others may be out of the caller's sight.
create function notification.first_reported(p_course uuid, p_category text) returns date
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select min((n.submission_dates ->> p_category)::date)
  from notification.notification n join notification.confirmation c on c.notification_id = n.id
  where n.course_id = p_course and c.state <> 'WITHDRAWN'
    and exists (select from notification.notification own
                where own.course_id = p_course
                  and notification.may_supplement(own.course_id, own.sender_organisation_id, own.receiving_organisation_id))
$$;

-- Freezes the current notification and puts another one behind it, in the same course, to the same receiving centre (届出先, fixed). The caller
-- holds the confirmation of the former. Answers the 提出日, or null where the former is not the current one. Its first revision, its event and
-- its mail are the service's to write.
create function notification.succeed(p_former uuid, p_id uuid, p_form_version text, p_at timestamptz, p_category text, p_today date) returns date
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_former notification.notification;
  v_day date;
begin
  select n.* into v_former from notification.notification n
  where n.id = p_former and notification.may_supplement(n.course_id, n.sender_organisation_id, n.receiving_organisation_id);
  if not found then
    raise insufficient_privilege using message = 'not for the caller to succeed';
  end if;
  update notification.confirmation set superseded = true
  where notification_id = p_former and not superseded and state <> 'WITHDRAWN';
  if not found then return null; end if;
  v_day := coalesce(notification.first_reported(v_former.course_id, p_category), p_today);
  insert into notification.notification
    (id, course_id, disease, form_version, sender_organisation_id, receiving_organisation_id, revision, submitted_at, submission_dates, number, succeeds_id)
  select p_id, v_former.course_id, v_former.disease, p_form_version, identity.current_organisation(), v_former.receiving_organisation_id, 1, p_at,
         jsonb_build_object(p_category, v_day), max(number) + 1, p_former
  from notification.notification where course_id = v_former.course_id;
  insert into notification.confirmation (notification_id, course_id, sender_organisation_id, receiving_organisation_id, submitted_at)
  values (p_id, v_former.course_id, identity.current_organisation(), v_former.receiving_organisation_id, p_at);
  return v_day;
end
$$;

-- After a withdrawal: the newest notification of the course that is not withdrawn is current. Derives, decides nothing; harmless at any time.
create function notification.derive_current(p_course uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_newest record;
begin
  -- Again where somebody withdrew the newest one meanwhile.
  loop
    select c.notification_id, c.superseded into v_newest
    from notification.confirmation c join notification.notification n on n.id = c.notification_id
    where c.course_id = p_course and c.state <> 'WITHDRAWN' order by n.number desc limit 1;
    exit when not found or not v_newest.superseded;
    update notification.confirmation set superseded = false where notification_id = v_newest.notification_id and state <> 'WITHDRAWN';
    exit when found;
  end loop;
end
$$;

revoke execute on function notification.first_reported(uuid, text), notification.succeed(uuid, uuid, text, timestamptz, text, date),
  notification.derive_current(uuid) from public;
grant execute on function notification.first_reported(uuid, text), notification.succeed(uuid, uuid, text, timestamptz, text, date),
  notification.derive_current(uuid) to hersys_notification;

-- A course's first notification is inserted by its sender; all others come through succeed.
alter policy sent on notification.notification
  with check (sender_organisation_id = identity.current_organisation() and number = 1);
-- Only the current notification of a course is revised.
alter policy written on notification.revision
  with check (organisation_id = identity.current_organisation() and entered_by = identity.current_principal()
              and (revision = 1
                   or exists (select from notification.confirmation c
                              where c.notification_id = revision.notification_id and not c.superseded and c.state <> 'WITHDRAWN'
                                and notification.may_supplement(c.course_id, c.sender_organisation_id, c.receiving_organisation_id))));

-- Whoever sent a notification of a course knows the course, also where somebody else opened it.
alter policy seen on notification.course
  using (opened_by_organisation_id = identity.current_organisation()
         or receiving_organisation_id = identity.current_organisation()
         or exists (select from tracking.custody c where c.course_id = course.id)
         or exists (select from notification.notification n
                    where n.course_id = course.id and n.sender_organisation_id = identity.current_organisation()));

-- Published: how each notification stands within its course. Under the caller's own sight.
grant select (superseded) on notification.confirmation to hersys_tracking, hersys_tracking_worker;
create view notification.published_standing with (security_invoker = true) as
select n.id as notification_id, n.course_id, n.number, n.succeeds_id,
       case when c.state = 'WITHDRAWN' then 'WITHDRAWN' when c.superseded then 'SUPERSEDED' else 'CURRENT' end as standing
from notification.notification n join notification.confirmation c on c.notification_id = n.id;
grant select on notification.published_standing to hersys_tracking, hersys_tracking_worker;
