-- Where a public archive keeps a copy of the page; empty where none is known.
ALTER TABLE evidence ADD COLUMN archive_url TEXT;
