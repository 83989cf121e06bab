-- A fax may be about a course of care that has been notified already. 追加登録 from a fax: behind the current notification, by the same rules as
-- succeed, in the name of whoever faxed it; while the caller settles that fax, once.
create function notification.succeed_by_fax(p_former uuid, p_id uuid, p_form_version text, p_at timestamptz, p_category text, p_today date) returns date
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_fax notification.fax;
  v_day date;
begin
  select f.* into v_fax from notification.fax f
  where f.notification_id = p_id and f.state = 'ENTERED' and f.organisation_id = identity.current_organisation()
    and f.settled_by = identity.current_principal();
  if not found then
    raise insufficient_privilege using message = 'no fax that the caller is entering';
  end if;
  v_day := notification.succeed(p_former, p_id, p_form_version, p_at, p_category, p_today);
  if v_day is not null then
    -- An institution that faxed it sends it as its own, whoever typed it.
    update notification.notification
    set fax_received_on = v_fax.received_on, sender_organisation_id = coalesce(v_fax.institution_id, sender_organisation_id),
        sent_by_custody = sent_by_custody and v_fax.institution_id is null
    where id = p_id;
    update notification.confirmation
    set sender_organisation_id = coalesce(v_fax.institution_id, sender_organisation_id), sent_by_custody = sent_by_custody and v_fax.institution_id is null
    where notification_id = p_id;
  end if;
  return v_day;
end
$$;
revoke execute on function notification.succeed_by_fax(uuid, uuid, text, timestamptz, text, date) from public;
grant execute on function notification.succeed_by_fax(uuid, uuid, text, timestamptz, text, date) to hersys_notification;

-- Or it supplements or corrects one, which is done there; the fax is closed with the notification that it was about.
alter table notification.fax add column supplements_id uuid references notification.notification;
alter table notification.fax drop constraint fax_closing_reason_check;
alter table notification.fax add constraint fax_closing_reason_check
  check (closing_reason in ('BLANK', 'DUPLICATE', 'ILLEGIBLE', 'NOT_A_NOTIFICATION', 'MISDIRECTED', 'SUPPLEMENT', 'OTHER')) not valid;
alter table notification.fax validate constraint fax_closing_reason_check;
alter table notification.fax add constraint fax_supplements
  check ((closing_reason is not distinct from 'SUPPLEMENT') = (supplements_id is not null)) not valid;
alter table notification.fax validate constraint fax_supplements;
grant update (supplements_id) on notification.fax to hersys_notification;
