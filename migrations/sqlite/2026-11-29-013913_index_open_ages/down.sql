DROP INDEX claims_open_by_created;
