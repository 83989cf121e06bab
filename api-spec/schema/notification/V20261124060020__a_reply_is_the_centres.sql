-- A query is replied to by the centre and closed by whoever asked; closing it writes no reply, and replying no closure. Which of the two happens, the
-- policies tell by the new state; what changed with it, only a trigger sees.
create function notification.query_parts_stay() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.state <> 'REPLIED' and (new.reply, new.replied_at, new.replied_by, new.replied_operator)
                                 is distinct from (old.reply, old.replied_at, old.replied_by, old.replied_operator))
     or (new.state <> 'CLOSED' and (new.closed_at, new.closed_by, new.closed_operator)
                                   is distinct from (old.closed_at, old.closed_by, old.closed_operator)) then
    raise insufficient_privilege using message = 'only the part of the deed is written';
  end if;
  return new;
end
$$;
revoke execute on function notification.query_parts_stay() from public;
create trigger parts_stay before update on notification.quality_query
  for each row when (identity.current_organisation() is not null)
  execute function notification.query_parts_stay();
