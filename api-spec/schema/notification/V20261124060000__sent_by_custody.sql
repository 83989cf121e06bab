-- A health centre that succeeds (追加登録) another's notification sends it by its right to the case: what it may do with it ends with that right
-- (design: "Who sees a case"). Whoever opened the course, and any institution, stays sender for ever ([S4]). Never changed; written by succeed alone.
alter table notification.notification add column sent_by_custody boolean not null default false;
alter table notification.confirmation add column sent_by_custody boolean not null default false;

create function notification.sends_by_custody(p_course uuid, p_sender uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from notification.course c where c.id = p_course and c.opened_by_organisation_id <> p_sender)
     and not exists (select from identity.organisation o where o.id = p_sender and o.kind = 'MEDICAL_INSTITUTION')
$$;
revoke execute on function notification.sends_by_custody(uuid, uuid) from public;

update notification.notification set sent_by_custody = true
where number > 1 and notification.sends_by_custody(course_id, sender_organisation_id);
update notification.confirmation c set sent_by_custody = true
from notification.notification n where n.id = c.notification_id and n.sent_by_custody;

create or replace function notification.succeed(p_former uuid, p_id uuid, p_form_version text, p_at timestamptz, p_category text, p_today date) returns date
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_former notification.notification;
  v_day date;
  v_by_custody boolean;
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
  v_by_custody := notification.sends_by_custody(v_former.course_id, identity.current_organisation());
  insert into notification.notification
    (id, course_id, disease, form_version, sender_organisation_id, receiving_organisation_id, revision, submitted_at, submission_dates, number, succeeds_id,
     sent_by_custody)
  select p_id, v_former.course_id, v_former.disease, p_form_version, identity.current_organisation(), v_former.receiving_organisation_id, 1, p_at,
         jsonb_build_object(p_category, v_day), max(number) + 1, p_former, v_by_custody
  from notification.notification where course_id = v_former.course_id;
  insert into notification.confirmation
    (notification_id, course_id, sender_organisation_id, receiving_organisation_id, submitted_at, sent_by_custody)
  values (p_id, v_former.course_id, identity.current_organisation(), v_former.receiving_organisation_id, p_at, v_by_custody);
  return v_day;
end
$$;

-- The sender's part is asked as "sent one here as its own", which a sender sees by itself.
create or replace function notification.may_supplement(p_course uuid, p_sender uuid, p_receiving uuid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select (p_sender = identity.current_organisation()
          and exists (select from notification.notification n
                      where n.course_id = p_course and n.sender_organisation_id = p_sender and not n.sent_by_custody))
      or exists (select from tracking.custody c
                 where c.course_id = p_course and c.organisation_id = identity.current_organisation() and (c.until is null or c.until > now())
                   and c.custody_right = 'WRITE')
      or (p_receiving = identity.current_organisation()
          and not exists (select from tracking.custody c
                          where c.course_id = p_course and c.organisation_id = identity.current_organisation() and (c.until is null or c.until > now())))
$$;

alter policy seen on notification.notification
  using ((sender_organisation_id = identity.current_organisation() and not sent_by_custody)
         or receiving_organisation_id = identity.current_organisation()
         or exists (select from tracking.custody c where c.course_id = notification.course_id));
alter policy seen on notification.confirmation
  using (receiving_organisation_id = identity.current_organisation()
         or (sender_organisation_id = identity.current_organisation() and not sent_by_custody)
         or exists (select from tracking.custody c where c.course_id = confirmation.course_id));
alter policy seen on notification.course
  using (opened_by_organisation_id = identity.current_organisation()
         or receiving_organisation_id = identity.current_organisation()
         or exists (select from tracking.custody c where c.course_id = course.id)
         or exists (select from notification.notification n
                    where n.course_id = course.id and n.sender_organisation_id = identity.current_organisation() and not n.sent_by_custody));

-- A sender answers while it may supplement. What it leaves is never CONFIRMED.
alter policy sent on notification.confirmation
  using (sender_organisation_id = identity.current_organisation()
         and notification.may_supplement(course_id, sender_organisation_id, receiving_organisation_id))
  with check (sender_organisation_id = identity.current_organisation() and state <> 'CONFIRMED'
              and notification.may_supplement(course_id, sender_organisation_id, receiving_organisation_id));
alter policy done on notification.confirmation_entry
  with check (organisation_id = identity.current_organisation() and principal_id = identity.current_principal()
              and exists (select from notification.confirmation c
                          where c.notification_id = confirmation_entry.notification_id
                            and (c.receiving_organisation_id = identity.current_organisation()
                                 or (c.sender_organisation_id = identity.current_organisation() and confirmation_entry.state <> 'CONFIRMED'
                                     and notification.may_supplement(c.course_id, c.sender_organisation_id, c.receiving_organisation_id)))));
alter policy settled on notification.question
  using (state = 'OPEN'
         and exists (select from notification.confirmation c
                     where c.notification_id = question.notification_id
                       and (c.receiving_organisation_id = identity.current_organisation()
                            or (c.sender_organisation_id = identity.current_organisation()
                                and notification.may_supplement(c.course_id, c.sender_organisation_id, c.receiving_organisation_id)))))
  with check (settled_organisation_id = identity.current_organisation() and settled_by = identity.current_principal()
              and exists (select from notification.confirmation c
                          where c.notification_id = question.notification_id
                            and case question.state
                                  when 'ANSWERED' then c.sender_organisation_id = identity.current_organisation()
                                    and notification.may_supplement(c.course_id, c.sender_organisation_id, c.receiving_organisation_id)
                                  when 'WITHDRAWN' then c.receiving_organisation_id = identity.current_organisation()
                                end));
