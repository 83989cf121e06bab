-- Published: the case of a course and its current status, for the sheet on which a notification is confirmed ([S14-3]). Under the caller's own sight.
create policy custody_of_notification on tracking.case_file for select to hersys_notification
  using (exists (select from tracking.custody_entry c where c.case_id = id));
grant select (id, course_id, case_number, current_status, status_version) on tracking.case_file to hersys_notification;

create view tracking.case_status with (security_invoker = true) as
select course_id, id as case_id, case_number, current_status, status_version from tracking.case_file;
grant select on tracking.case_status to hersys_notification;
