-- Each service checks at start that the schema is new enough; for that it may read what has been migrated.
grant usage on schema migration to hersys_identity, hersys_notification, hersys_tracking, hersys_tracking_worker, hersys_mailer, hersys_batch;
grant select on migration.history to hersys_identity, hersys_notification, hersys_tracking, hersys_tracking_worker, hersys_mailer, hersys_batch;
