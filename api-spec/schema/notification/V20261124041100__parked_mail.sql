-- What makes the service unwell, counted at each look at its health: few rows, whatever else is parked or kept.
create index mail_parked on notification.mail (created_at) where state = 'PARKED' and failure <> 'NO_ADDRESS';
