-- What waits for its recipient to set an address: looked at often by the mailer, touched by no insert.
create index mail_without_address on notification.mail (recipient_organisation_id, created_at)
  where state = 'PARKED' and failure = 'NO_ADDRESS';
