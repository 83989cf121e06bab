-- An organisation's list of its mails, by state and newest first.
create index mail_of_recipient on notification.mail (recipient_organisation_id, state, created_at, id);
