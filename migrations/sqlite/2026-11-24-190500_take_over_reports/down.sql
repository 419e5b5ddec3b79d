DROP TABLE report_origins;
ALTER TABLE evidence DROP COLUMN copy_sha256;
ALTER TABLE people DROP COLUMN from_desk;
