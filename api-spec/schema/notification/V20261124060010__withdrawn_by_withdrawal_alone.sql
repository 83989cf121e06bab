-- 取下げ is one deed by whoever may supplement, and final: the state, its entry and its reason stand together or not at all. Policies see a row as it
-- is or as it was, not both (ADR 11); so a trigger, which fires on updates alone: a submission knows nothing of it.
create function notification.withdrawn_stays() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise insufficient_privilege using message = 'a withdrawal is final';
end
$$;
create trigger withdrawn_stays before update of state on notification.confirmation
  for each row when (old.state = 'WITHDRAWN' and new.state <> 'WITHDRAWN' and identity.current_organisation() is not null)
  execute function notification.withdrawn_stays();

create function notification.withdrawn_with_reason() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from notification.withdrawal w where w.notification_id = new.notification_id) then
    raise insufficient_privilege using message = 'withdrawn by a withdrawal alone';
  end if;
  return null;
end
$$;
revoke execute on function notification.withdrawn_stays(), notification.withdrawn_with_reason() from public;
-- At the end of the transaction: the reason comes behind the state.
create constraint trigger withdrawn_with_reason after update of state on notification.confirmation deferrable initially deferred
  for each row when (new.state = 'WITHDRAWN' and old.state <> 'WITHDRAWN' and identity.current_organisation() is not null)
  execute function notification.withdrawn_with_reason();

-- Neither confirming, asking nor answering withdraws.
alter policy received on notification.confirmation
  with check (receiving_organisation_id = identity.current_organisation() and state <> 'WITHDRAWN');
alter policy sent on notification.confirmation
  with check (sender_organisation_id = identity.current_organisation() and state not in ('CONFIRMED', 'WITHDRAWN')
              and notification.may_supplement(course_id, sender_organisation_id, receiving_organisation_id));
alter policy done on notification.confirmation_entry
  with check (organisation_id = identity.current_organisation() and principal_id = identity.current_principal()
              and deed <> 'WITHDRAW' and state <> 'WITHDRAWN'
              and exists (select from notification.confirmation c
                          where c.notification_id = confirmation_entry.notification_id
                            and (c.receiving_organisation_id = identity.current_organisation()
                                 or (c.sender_organisation_id = identity.current_organisation() and confirmation_entry.state <> 'CONFIRMED'
                                     and notification.may_supplement(c.course_id, c.sender_organisation_id, c.receiving_organisation_id)))));
-- The reason is given for what is withdrawn.
alter policy done on notification.withdrawal
  with check (organisation_id = identity.current_organisation() and principal_id = identity.current_principal()
              and exists (select from notification.confirmation c
                          where c.notification_id = withdrawal.notification_id and c.state = 'WITHDRAWN'
                            and notification.may_supplement(c.course_id, c.sender_organisation_id, c.receiving_organisation_id)));
