-- What was decided and signed off lately, for the figures of the desk.
CREATE INDEX claims_by_verdict_at ON claims (verdict_at) WHERE removed_at IS NULL AND verdict_at IS NOT NULL;
CREATE INDEX claims_by_signed_off_at ON claims (signed_off_at) WHERE removed_at IS NULL AND signed_off_at IS NOT NULL;
