-- What a fax is said to supplement is a notification that its centre sees, whatever the code asks for: no other is named, and none is probed for.
alter policy worked_off on notification.fax
  with check (organisation_id = identity.current_organisation()
              and case state when 'WAITING' then claimed_by is null or claimed_by = identity.current_principal()
                  else settled_by = identity.current_principal() end
              and (state <> 'ENTERED' or institution_id is null
                   or exists (select from identity.organisation_directory o
                              where o.id = institution_id and o.kind = 'MEDICAL_INSTITUTION'
                                and o.receiving_health_centre_id = identity.current_organisation()))
              and (supplements_id is null or exists (select from notification.notification n where n.id = supplements_id)));
