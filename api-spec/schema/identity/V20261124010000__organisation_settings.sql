-- What an organisation sets for itself. mail_address: a mailbox of the organisation, not of a person; it is told of notifications and
-- handovers there. same_person_may_confirm: whether who entered a notification at the centre may confirm it too ([S14-2]).
create table identity.organisation_setting (
  organisation_id uuid primary key references identity.organisation,
  mail_address text check (length(mail_address) between 3 and 254 and mail_address ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  same_person_may_confirm boolean not null default false,
  version int not null default 1 check (version > 0),
  changed_at timestamptz not null default now()
);

grant select, insert, update on identity.organisation_setting to hersys_identity;

-- Published; an organisation that has set nothing has the defaults.
create view identity.organisation_settings as
select o.id as organisation_id, s.mail_address, coalesce(s.same_person_may_confirm, false) as same_person_may_confirm
from identity.organisation o
left join identity.organisation_setting s on s.organisation_id = o.id;

grant select on identity.organisation_settings to hersys_identity, hersys_notification, hersys_tracking, hersys_mailer;
grant usage on schema identity to hersys_mailer;
grant select on identity.organisation_directory to hersys_mailer;

-- The caller's role, empty for a machine: for policies and definer's functions.
create function identity.current_role_name() returns text language sql stable parallel safe
  return coalesce(current_setting('hersys.role', true), '');
revoke execute on function identity.current_role_name() from public;
grant execute on function identity.current_role_name() to hersys_identity, hersys_notification, hersys_tracking, hersys_tracking_worker;
