-- The mailer forgets what was sent long ago.
grant delete on notification.mail to hersys_mailer;
