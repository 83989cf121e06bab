-- What is found in refused rows is kept up to a bound; how much is not is told, for each row and in all.
alter table notification.batch_row add column findings_omitted int not null default 0 check (findings_omitted >= 0);
alter table notification.batch
  add column findings_kept int not null default 0 check (findings_kept >= 0),
  add column findings_omitted int not null default 0 check (findings_omitted >= 0);
grant update (findings_kept, findings_omitted) on notification.batch to hersys_batch;
