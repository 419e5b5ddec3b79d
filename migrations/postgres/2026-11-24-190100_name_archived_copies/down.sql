ALTER TABLE evidence DROP COLUMN archive_url;
