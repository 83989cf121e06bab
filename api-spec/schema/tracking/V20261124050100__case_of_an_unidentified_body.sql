-- A case shows what its notification says: of an unidentified body no name and no birth date.
alter table tracking.case_file
  alter column patient_name drop not null,
  alter column birth_date drop not null;
