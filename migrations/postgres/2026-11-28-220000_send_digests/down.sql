DROP INDEX notifications_unmailed;
DROP TABLE digests;
ALTER TABLE people DROP COLUMN digest;
