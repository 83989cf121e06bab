-- Of an unidentified body the name and the birth date may be unknown; of anybody else they are in the minimum set ([S5]).
alter table notification.revision
  alter column patient_name drop not null,
  alter column birth_date drop not null,
  add constraint revision_identified check (
    diagnosis_category in ('BODY_CONFIRMED', 'BODY_SUSPECTED') or (patient_name is not null and birth_date is not null)) not valid;
alter table notification.revision validate constraint revision_identified;
