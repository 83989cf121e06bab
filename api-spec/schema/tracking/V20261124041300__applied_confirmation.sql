-- Which confirmation of the notification the case already shows, beside the revision; 0 for none. An event that comes again changes nothing.
alter table tracking.applied_notification add column confirmed_version int not null default 0;
