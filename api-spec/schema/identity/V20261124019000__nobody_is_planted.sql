-- Every account is issued by somebody, and the first by a command: nothing is loaded past the doors any more.
drop function identity.plant_account(uuid, uuid, text, text, text, boolean, text);
