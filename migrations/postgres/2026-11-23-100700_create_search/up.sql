-- Full text by what each database has. Long texts are indexed by their first 100,000 characters on
-- PostgreSQL, whose tsvector holds at most a megabyte.
CREATE INDEX claims_search ON claims USING gin (to_tsvector('simple', left(statement, 100000)));
CREATE INDEX versions_search ON versions USING gin (to_tsvector('simple', left(title || ' ' || text, 100000)));
