DROP INDEX idempotency_keys_by_time;
ALTER TABLE idempotency_keys DROP COLUMN headers;
