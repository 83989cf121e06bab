-- Published: how far each notification is confirmed, for the case of its course ([S14-2]: the responsible centre must learn of 保健所確認済 too).
-- confirmed_version is the step of the history by which it was confirmed last; the three are null while nobody has. Under the caller's own sight.
alter policy seen on notification.confirmation to hersys_notification, hersys_tracking;
alter policy seen on notification.confirmation_entry to hersys_notification, hersys_tracking;
create policy worker on notification.confirmation for select to hersys_tracking_worker using (true);
create policy worker on notification.confirmation_entry for select to hersys_tracking_worker using (true);
grant select (notification_id, state) on notification.confirmation to hersys_tracking, hersys_tracking_worker;
grant select (notification_id, version, deed, revision, recorded_at) on notification.confirmation_entry to hersys_tracking, hersys_tracking_worker;

create view notification.published_confirmation with (security_invoker = true) as
select c.notification_id, c.state, e.version as confirmed_version, e.revision as confirmed_revision, e.recorded_at as confirmed_at
from notification.confirmation c
left join lateral (select version, revision, recorded_at from notification.confirmation_entry
                   where notification_id = c.notification_id and deed = 'CONFIRM' order by version desc limit 1) e on true;
grant select on notification.published_confirmation to hersys_tracking, hersys_tracking_worker;
