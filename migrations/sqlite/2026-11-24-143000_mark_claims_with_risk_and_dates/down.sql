DROP INDEX claims_by_recheck;
ALTER TABLE claims DROP COLUMN recheck_by;
ALTER TABLE claims DROP COLUMN true_as_of;
ALTER TABLE claims DROP COLUMN risk_kinds;
