-- The headers of the kept answer, as a JSON list of [name, value]; and an index by which old keys are forgotten.
ALTER TABLE idempotency_keys ADD COLUMN headers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(headers));
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (created_at);
