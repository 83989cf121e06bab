-- Error rates of the country are read institution by institution, in the order of the page: a page costs what its own institutions have sent, not what
-- everybody has. Nothing else is read in this order, so it tempts the planner away from no list.
create index quality_of_sender on notification.quality_chain (sender_organisation_id, submitted_at);
