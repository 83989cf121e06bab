-- The trace id of the request that brought a batch. What a worker takes in of it is recorded under the same one, so that an auditor finds both together.
alter table notification.batch add column trace_id text check (trace_id ~ '^[0-9a-f]{32}$');
grant insert (trace_id) on notification.batch to hersys_notification;
