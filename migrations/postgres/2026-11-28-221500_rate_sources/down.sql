ALTER TABLE reliability_notes DROP COLUMN withdrawn_why;
ALTER TABLE reliability_notes DROP COLUMN withdrawn_by;
ALTER TABLE reliability_notes DROP COLUMN withdrawn_at;
ALTER TABLE reliability_notes DROP COLUMN holds_from;
ALTER TABLE reliability_notes DROP COLUMN rating;
