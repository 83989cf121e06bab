-- The first fax of a centre with the same content is the first entry of one range, however many there are.
create index fax_content on notification.fax (organisation_id, digest, registered_at, id);
drop index notification.fax_digest;
