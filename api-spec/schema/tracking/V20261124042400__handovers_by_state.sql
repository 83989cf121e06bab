-- Lists by state are read in the order of an index too.
create index handover_from_state on tracking.handover (from_organisation_id, state, requested_at, id);
create index handover_to_state on tracking.handover (to_organisation_id, state, requested_at, id);
-- Those that came to a centre which was not asked; what was assigned to the one that was is found as asked of it.
drop index tracking.handover_assigned;
create index handover_assigned on tracking.handover (assigned_organisation_id, requested_at, id) where assigned_organisation_id <> to_organisation_id;
