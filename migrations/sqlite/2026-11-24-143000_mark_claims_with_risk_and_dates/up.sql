-- Which kinds of risk a claim carries (claim::RiskKinds, as a sum of bits), for which day what was found holds, and
-- until when it has to be looked at again.
ALTER TABLE claims ADD COLUMN risk_kinds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claims ADD COLUMN true_as_of DATE;
ALTER TABLE claims ADD COLUMN recheck_by DATE;
CREATE INDEX claims_by_recheck ON claims (recheck_by, id) WHERE removed_at IS NULL AND recheck_by IS NOT NULL;
