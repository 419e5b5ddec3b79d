ALTER TABLE reports DROP COLUMN signature;
DROP TABLE signing_keys;
