-- A fax whose original was forgotten is not put back into the queue: there is nothing left to type from.
-- Answers DONE, NOT_FOUND, NOT_SETTLED, ORIGINAL_FORGOTTEN, or NOT_WITHDRAWN.
create or replace function notification.reopen_fax(p_fax uuid, p_reason text, p_operator text, p_at timestamptz) returns text
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
  if v_fax.original_forgotten_at is not null then return 'ORIGINAL_FORGOTTEN'; end if;
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
