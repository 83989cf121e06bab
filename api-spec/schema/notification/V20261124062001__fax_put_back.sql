-- A fax that was settled by mistake is put back into the queue. How it was settled before, and who put it back when and why, stays here.
create table notification.fax_settlement (
  fax_id uuid not null references notification.fax,
  number int not null check (number > 0),
  state text not null check (state in ('ENTERED', 'CLOSED')),
  notification_id uuid references notification.notification,
  institution_id uuid,
  closing_reason text,
  closing_note text,
  supplements_id uuid,
  settled_at timestamptz not null,
  settled_by uuid not null,
  settled_operator text,
  reason text not null check (length(reason) between 1 and 1000),
  reopened_at timestamptz not null,
  reopened_by uuid not null,
  reopened_operator text,
  primary key (fax_id, number),
  check ((state = 'ENTERED') = (notification_id is not null))
);
create index fax_settlement_notification on notification.fax_settlement (notification_id);

-- Who sent it, as the registration said; institution_id is what was entered, which may be the mistake.
alter table notification.fax add column registered_institution_id uuid;
update notification.fax set registered_institution_id = institution_id where institution_id is not null;

alter table notification.fax_settlement enable row level security;
create policy own on notification.fax_settlement for select to hersys_notification
  using (exists (select from notification.fax f where f.id = fax_id));
grant select on notification.fax_settlement to hersys_notification;

-- For the staff of the centre that received it. What was entered from it must be withdrawn (取下げ), which is final: one notification comes of a fax.
-- Answers DONE, NOT_FOUND, NOT_SETTLED, or NOT_WITHDRAWN.
create function notification.reopen_fax(p_fax uuid, p_reason text, p_operator text, p_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_fax notification.fax;
begin
  select f.* into v_fax from notification.fax f
  where f.id = p_fax and f.organisation_id = identity.current_organisation()
    and identity.current_role_name() in ('HEALTH_CENTRE_STAFF', 'HEALTH_CENTRE_MANAGER')
  for update;
  if not found then return 'NOT_FOUND'; end if;
  if v_fax.state = 'WAITING' then return 'NOT_SETTLED'; end if;
  if v_fax.state = 'ENTERED'
     and not exists (select from notification.confirmation c where c.notification_id = v_fax.notification_id and c.state = 'WITHDRAWN') then
    return 'NOT_WITHDRAWN';
  end if;
  insert into notification.fax_settlement
    (fax_id, number, state, notification_id, institution_id, closing_reason, closing_note, supplements_id, settled_at, settled_by,
     settled_operator, reason, reopened_at, reopened_by, reopened_operator)
  select p_fax, 1 + count(*), v_fax.state, v_fax.notification_id, v_fax.institution_id, v_fax.closing_reason, v_fax.closing_note,
         v_fax.supplements_id, v_fax.settled_at, v_fax.settled_by, v_fax.settled_operator, p_reason, p_at, identity.current_principal(), p_operator
  from notification.fax_settlement s where s.fax_id = p_fax;
  update notification.fax
  set state = 'WAITING', notification_id = null, institution_id = registered_institution_id, closing_reason = null, closing_note = null,
      supplements_id = null, settled_at = null, settled_by = null, settled_operator = null, claimed_by = null, claimed_operator = null, claimed_until = null
  where id = p_fax;
  return 'DONE';
end
$$;
revoke execute on function notification.reopen_fax(uuid, text, text, timestamptz) from public;
grant execute on function notification.reopen_fax(uuid, text, text, timestamptz) to hersys_notification;
