-- What the desk holds of a source from a day on; a note can be withdrawn, and is never changed.
ALTER TABLE reliability_notes ADD COLUMN rating TEXT CHECK (rating IN ('reliable', 'mixed', 'unreliable', 'unknown'));
ALTER TABLE reliability_notes ADD COLUMN holds_from DATE;
ALTER TABLE reliability_notes ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE reliability_notes ADD COLUMN withdrawn_by TEXT;
ALTER TABLE reliability_notes ADD COLUMN withdrawn_why TEXT;
