-- What NIID is shown of a form, item by item: codes, dates, numbers and flags that are on this list, and look like it. An item that is added to the form
-- is hidden until somebody lists it here, and text is hidden wherever it stands, also in an item that is meant for a code.
create function notification.shown_as(p_kind text, p_value jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case
           when p_kind = 'CODES' then
             (select jsonb_agg(code order by position) from jsonb_array_elements(case jsonb_typeof(p_value) when 'array' then p_value else '[]' end)
                with ordinality given (code, position)
              where notification.shown_as('CODE', code) is not null)
           when p_kind = 'NUMBER' and jsonb_typeof(p_value) = 'number' then p_value
           when p_kind = 'FLAG' and jsonb_typeof(p_value) = 'boolean' then p_value
           when jsonb_typeof(p_value) = 'string'
             and p_value #>> '{}' ~ case p_kind when 'CODE' then '^[A-Z][A-Z0-9_]{1,39}$' when 'DATE' then '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
                                                when 'PREFECTURE' then '^[0-9]{2}$' when 'MUNICIPALITY' then '^[0-9]{6}$' end then p_value
         end
$$;

-- A member of the form with what is shown of it; null where that is nothing.
create function notification.shown_members(p_value jsonb, p_kinds jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select jsonb_object_agg(name, shown)
  from (select name, notification.shown_as(kind, p_value -> name) as shown from jsonb_each_text(p_kinds) listed (name, kind)) member
  where shown is not null
$$;

create function notification.shown_each(p_values jsonb, p_kinds jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select jsonb_agg(coalesce(notification.shown_members(given, p_kinds), '{}') order by position)
  from jsonb_array_elements(case jsonb_typeof(p_values) when 'array' then p_values else '[]' end) with ordinality item (given, position)
  where jsonb_typeof(given) = 'object'
$$;

-- An address, as far as statistics need it.
create or replace function notification.place_alone(p_address jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select notification.shown_members(p_address, '{"abode": "CODE", "prefecture": "PREFECTURE", "municipalityCode": "MUNICIPALITY"}')
$$;

-- The age stands for the birth date. Not shown: names, occupation, ids, guardian, phones, postcodes, addresses as written, vaccines and countries as
-- written, free text, institution and physicians.
create or replace function notification.without_person(p_document jsonb, p_age int) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select jsonb_strip_nulls(
    coalesce(notification.shown_members(p_document, '{
      "reportDate": "DATE", "diagnosisCategory": "CODE", "disease": "CODE", "diagnosisDate": "DATE", "samplingDate": "DATE", "firstVisitDate": "DATE",
      "onsetDate": "DATE", "deathDate": "DATE", "deathDateEstimated": "FLAG", "programmes": "CODES", "currentStatus": "CODE"}'), '{}')
    || jsonb_build_object(
      'patient',
        coalesce(notification.shown_members(p_document -> 'patient', '{"nameUnknown": "FLAG", "birthDateUnknown": "FLAG", "sex": "CODE"}'), '{}')
        || jsonb_build_object('ageAtDiagnosis',
             coalesce(notification.shown_members(p_document #> '{patient,ageAtDiagnosis}', '{"years": "NUMBER", "months": "NUMBER"}'),
                      jsonb_build_object('years', p_age))),
      'registeredAddress', notification.place_alone(p_document -> 'registeredAddress'),
      'currentLocation', notification.place_alone(p_document -> 'currentLocation'),
      'symptoms', notification.shown_members(p_document -> 'symptoms', '{"present": "CODES", "spo2": "NUMBER"}'),
      'tests', notification.shown_each(p_document -> 'tests',
        '{"method": "CODE", "specimen": "CODE", "samplingDate": "DATE", "resultDate": "DATE", "result": "CODE"}'),
      'infection', nullif(jsonb_strip_nulls(
        coalesce(notification.shown_members(p_document -> 'infection', '{"date": "DATE"}'), '{}')
        || jsonb_build_object(
          'route', notification.shown_members(p_document #> '{infection,route}', '{"kind": "CODE", "certainty": "CODE"}'),
          'place', notification.shown_members(p_document #> '{infection,place}', '{
            "kind": "CODE", "certainty": "CODE", "prefecture": "PREFECTURE", "municipalityCode": "MUNICIPALITY", "departureDate": "DATE",
            "returnDate": "DATE"}'))), '{}'),
      'vaccinations', notification.shown_each(p_document -> 'vaccinations', '{"dose": "NUMBER", "given": "CODE", "age": "NUMBER", "date": "DATE"}'),
      'admission', notification.shown_members(p_document -> 'admission', '{"hospitalised": "FLAG", "admissionDate": "DATE", "admissionNeeded": "FLAG"}'),
      'risk', notification.shown_members(p_document -> 'risk', '{"factors": "CODES", "immunosuppressed": "FLAG", "pregnant": "FLAG"}'),
      'assessment', notification.shown_members(p_document -> 'assessment', '{
        "severity": "CODE", "drugOrOxygenNeeded": "FLAG", "remoteConsultation": "FLAG", "diagnosedAsContact": "FLAG", "underFollowUpCentre": "FLAG"}')))
$$;
revoke execute on function notification.shown_as(text, jsonb), notification.shown_members(jsonb, jsonb), notification.shown_each(jsonb, jsonb) from public;
