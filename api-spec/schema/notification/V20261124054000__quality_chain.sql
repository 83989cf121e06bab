-- 精度管理 (circular of 2020-11-16): health centre confirms, local institute (地方衛生研究所) checks, NIID (国立感染症研究所) checks. ADR 26.
-- A row comes into being with the first 保健所確認 and follows by triggers that fire on updates only: a submission inserts, and knows nothing of it.

-- What each deed leads to; what does not stand here changes nothing. Where no institute is configured, WITH_NATIONAL stands in for WITH_INSTITUTE.
create table notification.quality_turn (
  state text not null check (state in ('WITH_CENTRE', 'WITH_INSTITUTE', 'WITH_NATIONAL', 'CHECKED')),
  deed text not null check (deed in ('CONFIRM', 'REOPEN', 'REVISE', 'CHECK_BY_INSTITUTE', 'CHECK_BY_NATIONAL')),
  next_state text not null check (next_state in ('WITH_CENTRE', 'WITH_INSTITUTE', 'WITH_NATIONAL', 'CHECKED')),
  primary key (state, deed)
);
insert into notification.quality_turn (state, deed, next_state) values
  ('WITH_CENTRE',    'CONFIRM',            'WITH_INSTITUTE'),
  ('WITH_CENTRE',    'REVISE',             'WITH_CENTRE'),
  ('WITH_INSTITUTE', 'CHECK_BY_INSTITUTE', 'WITH_NATIONAL'),
  ('WITH_INSTITUTE', 'REVISE',             'WITH_INSTITUTE'),
  ('WITH_INSTITUTE', 'REOPEN',             'WITH_CENTRE'),
  ('WITH_NATIONAL',  'CHECK_BY_NATIONAL',  'CHECKED'),
  ('WITH_NATIONAL',  'REVISE',             'WITH_INSTITUTE'),
  ('WITH_NATIONAL',  'REOPEN',             'WITH_CENTRE'),
  ('CHECKED',        'REVISE',             'WITH_INSTITUTE'),
  ('CHECKED',        'REOPEN',             'WITH_CENTRE');

-- One row a notification that a centre has confirmed at least once; ids, codes and numbers, and what lists are read by. area_id: the local government whose
-- institute checks, or null where there is none. missing: JSON pointers. The counts are those of the last turn.
create table notification.quality_chain (
  notification_id uuid primary key references notification.confirmation,
  course_id uuid not null,
  sender_organisation_id uuid not null,
  receiving_organisation_id uuid not null,
  area_id uuid,
  submitted_at timestamptz not null,
  diagnosis_category text not null,
  state text not null default 'WITH_CENTRE' check (state in ('WITH_CENTRE', 'WITH_INSTITUTE', 'WITH_NATIONAL', 'CHECKED')),
  version int not null default 0,
  revision int not null check (revision > 0),
  confirmed_revision int not null check (confirmed_revision > 0),
  seen_by_national boolean not null default false,
  corrected boolean not null default false,
  changed boolean not null generated always as (revision > confirmed_revision) stored,
  warnings int not null default 0,
  missing text[] not null default '{}',
  missing_items int not null generated always as (cardinality(missing)) stored,
  duplicates int not null default 0,
  questions int not null default 0,
  queries int not null default 0,
  open_queries int not null default 0
);
-- Each list, of each need, is one index range; they are written when somebody confirms, checks, asks or corrects, not when a notification comes in.
create index quality_institute on notification.quality_chain (area_id, submitted_at, notification_id) where state = 'WITH_INSTITUTE';
create index quality_institute_warnings on notification.quality_chain (area_id, submitted_at, notification_id) where state = 'WITH_INSTITUTE' and warnings > 0;
create index quality_institute_missing on notification.quality_chain (area_id, submitted_at, notification_id) where state = 'WITH_INSTITUTE' and missing_items > 0;
create index quality_institute_duplicates on notification.quality_chain (area_id, submitted_at, notification_id) where state = 'WITH_INSTITUTE' and duplicates > 0;
create index quality_institute_changed on notification.quality_chain (area_id, submitted_at, notification_id) where state = 'WITH_INSTITUTE' and changed;
create index quality_institute_queries on notification.quality_chain (area_id, submitted_at, notification_id) where state = 'WITH_INSTITUTE' and open_queries > 0;
create index quality_national on notification.quality_chain (submitted_at, notification_id) where state = 'WITH_NATIONAL';
create index quality_national_warnings on notification.quality_chain (submitted_at, notification_id) where state = 'WITH_NATIONAL' and warnings > 0;
create index quality_national_missing on notification.quality_chain (submitted_at, notification_id) where state = 'WITH_NATIONAL' and missing_items > 0;
create index quality_national_duplicates on notification.quality_chain (submitted_at, notification_id) where state = 'WITH_NATIONAL' and duplicates > 0;
create index quality_national_changed on notification.quality_chain (submitted_at, notification_id) where state = 'WITH_NATIONAL' and changed;
create index quality_national_queries on notification.quality_chain (submitted_at, notification_id) where state = 'WITH_NATIONAL' and open_queries > 0;
-- Error rates per institution. Of the country by ranges of blocks: rows come in the order of time, and an order that lists could be read in would tempt
-- the planner away from theirs.
create index quality_of_area on notification.quality_chain (area_id, submitted_at);
create index quality_of_centre on notification.quality_chain (receiving_organisation_id, submitted_at);
create index quality_of_country on notification.quality_chain using brin (submitted_at);

-- How it came to that: who, when, upon which revision.
create table notification.quality_entry (
  notification_id uuid not null references notification.quality_chain,
  version int not null check (version > 0),
  deed text not null check (deed in ('CONFIRM', 'REOPEN', 'REVISE', 'CHECK_BY_INSTITUTE', 'CHECK_BY_NATIONAL')),
  state text not null check (state in ('WITH_CENTRE', 'WITH_INSTITUTE', 'WITH_NATIONAL', 'CHECKED')),
  revision int not null check (revision > 0),
  recorded_at timestamptz not null,
  organisation_id uuid not null,
  principal_id uuid not null,
  operator text,
  primary key (notification_id, version)
);

-- 照会: what an institute or NIID asks the receiving centre. pointer: the item of the form that is meant (RFC 6901), or null for the whole.
create table notification.quality_query (
  id uuid primary key,
  notification_id uuid not null references notification.quality_chain,
  number int not null check (number > 0),
  receiving_organisation_id uuid not null,
  step text not null check (step in ('LOCAL_INSTITUTE', 'NATIONAL_SURVEILLANCE')),
  pointer text check (length(pointer) <= 200),
  text text not null check (length(text) between 1 and 1000),
  revision int not null check (revision > 0),
  asked_at timestamptz not null,
  asked_organisation_id uuid not null,
  asked_by uuid not null,
  asked_operator text,
  state text not null default 'OPEN' check (state in ('OPEN', 'REPLIED', 'CLOSED')),
  reply text check (length(reply) between 1 and 1000),
  replied_at timestamptz,
  replied_by uuid,
  replied_operator text,
  closed_at timestamptz,
  closed_by uuid,
  closed_operator text,
  unique (notification_id, number),
  check ((reply is null) = (replied_at is null)),
  check (state <> 'OPEN' or reply is null),
  check (state <> 'REPLIED' or reply is not null),
  check ((state = 'CLOSED') = (closed_at is not null))
);
create index quality_query_received on notification.quality_query (receiving_organisation_id, state, asked_at, id);
create index quality_query_asked on notification.quality_query (asked_organisation_id, state, asked_at, id);

-- The area of the caller: what an institute stands under.
create function notification.institute_area() returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select parent_id from identity.organisation
  where id = identity.current_organisation() and kind = 'LOCAL_INSTITUTE' and active
    and identity.current_role_name() = 'LOCAL_INSTITUTE_STAFF'
$$;

-- The nearest local government above a centre that has an institute: a city's own institute comes before its prefecture's.
create function notification.checking_area(p_centre uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive above (id, parent_id, height) as (
    select id, parent_id, 0 from identity.organisation where id = p_centre
    union all
    select o.id, o.parent_id, a.height + 1 from identity.organisation o join above a on o.id = a.parent_id where a.height < 10)
  select a.id from above a
  where a.height > 0
    and exists (select from identity.organisation i where i.parent_id = a.id and i.kind = 'LOCAL_INSTITUTE' and i.active)
  order by a.height limit 1
$$;

-- Which step the caller is; null for everybody else.
create function notification.quality_step(p_area uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case
           when identity.current_role_name() = 'NATIONAL_SURVEILLANCE' then 'NATIONAL_SURVEILLANCE'
           when p_area = notification.institute_area() then 'LOCAL_INSTITUTE'
         end
$$;

-- Likely the same person in another course: kana (or name), birth date and sex, diagnosed within 90 days. Up to 10 are counted; whose they are stays here.
create function notification.likely_duplicates(p_notification uuid) returns int
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from (
    select distinct m.id
    from notification.notification n
    join notification.revision r on r.notification_id = n.id and r.revision = n.revision
    join notification.revision o on o.birth_date = r.birth_date and o.sex = r.sex
      and (o.patient_name_kana_key = r.patient_name_kana_key or o.patient_name_key = r.patient_name_key)
    join notification.notification m on m.id = o.notification_id and m.revision = o.revision and m.course_id <> n.course_id
    where n.id = p_notification and abs(o.diagnosis_date - r.diagnosis_date) <= 90
    limit 10) found
$$;

-- Does a deed that has happened; the confirmation is held by whoever did it (ADR 11).
create function notification.turn_quality(p_notification uuid, p_deed text, p_operator text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  q notification.quality_chain;
  v_next text;
begin
  if p_deed = 'CONFIRM' then
    insert into notification.quality_chain
      (notification_id, course_id, sender_organisation_id, receiving_organisation_id, submitted_at, diagnosis_category, revision, confirmed_revision)
    select c.notification_id, c.course_id, c.sender_organisation_id, c.receiving_organisation_id, c.submitted_at, r.diagnosis_category, n.revision, n.revision
    from notification.confirmation c
    join notification.notification n on n.id = c.notification_id
    join notification.revision r on r.notification_id = n.id and r.revision = n.revision
    where c.notification_id = p_notification
    on conflict (notification_id) do nothing;
  end if;
  select * into q from notification.quality_chain where notification_id = p_notification for update;
  select next_state into v_next from notification.quality_turn where state = q.state and deed = p_deed;
  if v_next is null then
    return;
  end if;
  if p_deed = 'CONFIRM' then
    q.area_id := notification.checking_area(q.receiving_organisation_id);
  end if;
  if v_next = 'WITH_INSTITUTE' and q.area_id is null then
    v_next := 'WITH_NATIONAL';
  end if;
  update notification.quality_chain c
  set state = v_next, version = c.version + 1, area_id = q.area_id, revision = r.revision, diagnosis_category = r.diagnosis_category,
      confirmed_revision = case p_deed when 'CONFIRM' then r.revision else c.confirmed_revision end,
      seen_by_national = c.seen_by_national or v_next = 'WITH_NATIONAL',
      corrected = c.corrected or p_deed = 'REVISE',
      warnings = jsonb_array_length(r.findings),
      duplicates = notification.likely_duplicates(p_notification),
      questions = (select count(*) from notification.question a where a.notification_id = p_notification)
  from notification.notification n
  join notification.revision r on r.notification_id = n.id and r.revision = n.revision
  where c.notification_id = p_notification and n.id = p_notification;
  insert into notification.quality_entry (notification_id, version, deed, state, revision, recorded_at, organisation_id, principal_id, operator)
  select notification_id, version, p_deed, state, revision, now(), identity.current_organisation(), identity.current_principal(), p_operator
  from notification.quality_chain where notification_id = p_notification and identity.current_principal() is not null;
end
$$;

create function notification.quality_follows_confirmation() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform notification.turn_quality(new.notification_id, case new.state when 'CONFIRMED' then 'CONFIRM' else 'REOPEN' end, null);
  return null;
end
$$;
create trigger quality_follows after update of state on notification.confirmation
  for each row when (new.state is distinct from old.state and 'CONFIRMED' in (new.state, old.state))
  execute function notification.quality_follows_confirmation();

create function notification.quality_follows_revision() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform notification.turn_quality(new.id, 'REVISE', null);
  return null;
end
$$;
create trigger quality_follows after update of revision on notification.notification
  for each row when (new.revision is distinct from old.revision)
  execute function notification.quality_follows_revision();

create function notification.quality_counts_questions() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update notification.quality_chain set questions = questions + 1 where notification_id = new.notification_id;
  return null;
end
$$;
create trigger quality_counts after insert on notification.question for each row execute function notification.quality_counts_questions();

create function notification.quality_counts_queries() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update notification.quality_chain c
  set queries = s.all_queries, open_queries = s.open_queries
  from (select count(*) as all_queries, count(*) filter (where state = 'OPEN') as open_queries
        from notification.quality_query where notification_id = new.notification_id) s
  where c.notification_id = new.notification_id;
  return null;
end
$$;
create trigger quality_counts after insert or update on notification.quality_query for each row execute function notification.quality_counts_queries();

-- Which items a form lacks is the form table's to say, which stands in the service; by the receiving centre, or whoever wrote the present revision.
create function notification.count_missing(p_notification uuid, p_missing text[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update notification.quality_chain c set missing = p_missing
  where c.notification_id = p_notification
    and (c.receiving_organisation_id = identity.current_organisation()
         or exists (select from notification.revision r
                    where r.notification_id = p_notification and r.revision = c.revision and r.organisation_id = identity.current_organisation()))
$$;

-- Holds the chain for whoever may ask or reply, so that numbers are not taken twice; false for anybody else.
create function notification.hold_quality(p_notification uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  q notification.quality_chain;
begin
  select * into q from notification.quality_chain where notification_id = p_notification for update;
  return found
    and coalesce(q.receiving_organisation_id = identity.current_organisation()
                 or case notification.quality_step(q.area_id) when 'LOCAL_INSTITUTE' then true when 'NATIONAL_SURVEILLANCE' then q.seen_by_national end, false);
end
$$;

-- 確認 by the caller's step, of the sheet (revision, version) that it saw. Answers DONE; NOT_FOUND; STALE; NOT_DUE (another step's turn).
create function notification.check_quality(p_notification uuid, p_revision int, p_version int, p_operator text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  q notification.quality_chain;
  v_step text;
  v_deed text;
begin
  select * into q from notification.quality_chain where notification_id = p_notification;
  v_step := notification.quality_step(q.area_id);
  if q.notification_id is null or v_step is null or (v_step = 'NATIONAL_SURVEILLANCE' and not q.seen_by_national) then
    return 'NOT_FOUND';
  end if;
  -- The confirmation first, as everybody does who changes what is confirmed (ADR 11).
  perform from notification.confirmation where notification_id = p_notification for update;
  select * into q from notification.quality_chain where notification_id = p_notification for update;
  if q.revision <> p_revision or q.version <> p_version then
    return 'STALE';
  end if;
  v_deed := case v_step when 'LOCAL_INSTITUTE' then 'CHECK_BY_INSTITUTE' else 'CHECK_BY_NATIONAL' end;
  if not exists (select from notification.quality_turn where state = q.state and deed = v_deed) then
    return 'NOT_DUE';
  end if;
  perform notification.turn_quality(p_notification, v_deed, p_operator);
  return 'DONE';
end
$$;

-- An address, as far as statistics need it.
create function notification.place_alone(p_address jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when p_address is not null then
    jsonb_strip_nulls(jsonb_build_object('abode', p_address -> 'abode', 'prefecture', p_address -> 'prefecture', 'municipalityCode', p_address -> 'municipalityCode'))
  end
$$;

-- A form without what tells who the person is: what is shown is listed, so that an item that is added later is hidden until somebody decides. No name,
-- kana, birth date (the age stands for it), occupation, in-house id, guardian, phone, postcode, address as written, free text, nor the physician's name.
create function notification.without_person(p_document jsonb, p_age int) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select jsonb_strip_nulls(
    jsonb_build_object(
      'patient', jsonb_build_object(
        'nameUnknown', d #> '{patient,nameUnknown}', 'birthDateUnknown', d #> '{patient,birthDateUnknown}', 'sex', d #> '{patient,sex}',
        'ageAtDiagnosis', coalesce(d #> '{patient,ageAtDiagnosis}', jsonb_build_object('years', p_age))),
      'registeredAddress', notification.place_alone(d -> 'registeredAddress'),
      'currentLocation', notification.place_alone(d -> 'currentLocation'),
      'symptoms', (d -> 'symptoms') - 'otherText',
      'tests', (select jsonb_agg(test - 'specimenText' order by position)
                from jsonb_array_elements(d -> 'tests') with ordinality t (test, position) where jsonb_typeof(test) = 'object'),
      'infection', (d -> 'infection') #- '{route,text}',
      'risk', (d -> 'risk') - 'otherText')
    || (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(d)
        where key in ('reportDate', 'diagnosisCategory', 'disease', 'diagnosisDate', 'samplingDate', 'firstVisitDate', 'onsetDate', 'deathDate',
                      'deathDateEstimated', 'vaccinations', 'admission', 'assessment', 'programmes', 'currentStatus')))
  from (select jsonb_strip_nulls(p_document) as d) given
$$;

-- The present revision for whoever has to do with the chain: whole for the receiving centre and the institute, without the person for NIID, and
-- nothing for anybody else. This function is the only way by which an institute or NIID comes to a notification.
create function notification.document_to_check(p_notification uuid) returns table (form_version text, document jsonb, findings jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select n.form_version,
         case when shown.step = 'NATIONAL_SURVEILLANCE'
              then notification.without_person(r.document, extract(year from age(r.diagnosis_date, r.birth_date))::int)
              else r.document end,
         r.findings
  from notification.quality_chain q
  join notification.notification n on n.id = q.notification_id
  join notification.revision r on r.notification_id = n.id and r.revision = n.revision
  cross join lateral (select notification.quality_step(q.area_id) as step) shown
  where q.notification_id = p_notification
    and (shown.step = 'LOCAL_INSTITUTE'
         or (shown.step = 'NATIONAL_SURVEILLANCE' and q.seen_by_national)
         or (q.receiving_organisation_id = identity.current_organisation()
             and identity.current_role_name() in ('HEALTH_CENTRE_STAFF', 'HEALTH_CENTRE_MANAGER')))
$$;

-- What the caller's organisation stands for in a chain: its row holds no people's data, but is nobody else's business.
alter table notification.quality_turn enable row level security;
alter table notification.quality_chain enable row level security;
alter table notification.quality_entry enable row level security;
alter table notification.quality_query enable row level security;

-- The role is asked as a question of its own: compared in the row it would be thought to let 1 in 200 through, and lists would be sorted.
create policy seen on notification.quality_chain for select to hersys_notification
  using (receiving_organisation_id = identity.current_organisation()
         or area_id = (select notification.institute_area())
         or (select identity.current_role_name() = 'NATIONAL_SURVEILLANCE'));
create policy seen on notification.quality_entry for select to hersys_notification
  using (exists (select from notification.quality_chain c where c.notification_id = quality_entry.notification_id));
-- An institute's questions and the centre's replies are between the two, and NIID's likewise.
create policy seen on notification.quality_query for select to hersys_notification
  using (receiving_organisation_id = identity.current_organisation() or asked_organisation_id = identity.current_organisation());
create policy asked on notification.quality_query for insert to hersys_notification
  with check (asked_organisation_id = identity.current_organisation() and asked_by = identity.current_principal() and state = 'OPEN'
              and exists (select from notification.quality_chain c
                          where c.notification_id = quality_query.notification_id and c.receiving_organisation_id = quality_query.receiving_organisation_id
                            and notification.quality_step(c.area_id) = quality_query.step
                            and (quality_query.step <> 'NATIONAL_SURVEILLANCE' or c.seen_by_national)));
-- Replied to by the centre, closed by who asked.
create policy replied on notification.quality_query for update to hersys_notification
  using (state = 'OPEN' and receiving_organisation_id = identity.current_organisation())
  with check (state = 'REPLIED' and receiving_organisation_id = identity.current_organisation() and replied_by = identity.current_principal());
create policy closed on notification.quality_query for update to hersys_notification
  using (state <> 'CLOSED' and asked_organisation_id = identity.current_organisation())
  with check (state = 'CLOSED' and asked_organisation_id = identity.current_organisation() and closed_by = identity.current_principal());

grant select on notification.quality_chain, notification.quality_entry to hersys_notification;
grant select, insert, update (state, reply, replied_at, replied_by, replied_operator, closed_at, closed_by, closed_operator)
  on notification.quality_query to hersys_notification;

revoke execute on function
  notification.institute_area(), notification.checking_area(uuid), notification.quality_step(uuid), notification.likely_duplicates(uuid),
  notification.turn_quality(uuid, text, text), notification.quality_follows_confirmation(), notification.quality_follows_revision(),
  notification.quality_counts_questions(), notification.quality_counts_queries(), notification.count_missing(uuid, text[]),
  notification.hold_quality(uuid), notification.check_quality(uuid, int, int, text), notification.place_alone(jsonb), notification.without_person(jsonb, int),
  notification.document_to_check(uuid)
from public;
grant execute on function
  notification.institute_area(), notification.quality_step(uuid), notification.count_missing(uuid, text[]),
  notification.hold_quality(uuid), notification.check_quality(uuid, int, int, text), notification.document_to_check(uuid)
to hersys_notification;

-- What has been confirmed already enters the chain; nobody in particular did that.
select notification.turn_quality(notification_id, 'CONFIRM', null) from notification.confirmation where state = 'CONFIRMED';

-- Two more kinds of mail, beside whichever there are.
do $$
declare
  v_check text;
begin
  select pg_get_constraintdef(oid) into strict v_check from pg_constraint
  where conrelid = 'notification.mail'::regclass and conname = 'mail_kind_check';
  alter table notification.mail drop constraint mail_kind_check;
  execute 'alter table notification.mail add constraint mail_kind_check '
    || replace(v_check, 'ARRAY[', 'ARRAY[''QUALITY_QUERY_ASKED''::text, ''QUALITY_QUERY_REPLIED''::text, ');
end
$$;
