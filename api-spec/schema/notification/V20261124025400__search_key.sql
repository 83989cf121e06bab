-- The ordinary form by which names are found: NFKC (half-width kana become full-width), no white space, no variation selectors, lower case,
-- hiragana as katakana. What was typed stays as it was typed; only keys are made ordinary.
create function notification.search_key(p_text text) returns text
language sql immutable strict parallel safe
return translate(
  lower(regexp_replace(normalize(p_text, NFKC), '[\s\uFE00-\uFE0F\U000E0100-\U000E01EF]', '', 'g')),
  'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖゝゞ',
  'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヽヾ');

-- Columns, not indexed expressions: behind a policy an index serves only comparisons that cannot leak, which a function of our own is not (ADR 12).
alter table notification.revision
  add column patient_name_key text collate "C" generated always as (notification.search_key(patient_name)) stored,
  add column patient_name_kana_key text collate "C" generated always as (notification.search_key(patient_name_kana)) stored,
  add column in_house_patient_id_key text collate "C" generated always as (notification.search_key(document ->> 'inHousePatientId')) stored;
create index revision_patient_name on notification.revision (patient_name_key);
create index revision_patient_name_kana on notification.revision (patient_name_kana_key) where patient_name_kana_key is not null;
create index revision_in_house_patient_id on notification.revision (in_house_patient_id_key) where in_house_patient_id_key is not null;
create index revision_birth_date on notification.revision (birth_date);
