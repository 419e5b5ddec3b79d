-- Full text by what each database has. Long texts are indexed by their first 100,000 characters on
-- PostgreSQL, whose tsvector holds at most a megabyte.
CREATE VIRTUAL TABLE claims_search USING fts5 (statement, content='claims', content_rowid='seq', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER claims_search_insert AFTER INSERT ON claims BEGIN
    INSERT INTO claims_search (rowid, statement) VALUES (new.seq, new.statement);
END;
CREATE TRIGGER claims_search_update AFTER UPDATE OF statement ON claims BEGIN
    INSERT INTO claims_search (claims_search, rowid, statement) VALUES ('delete', old.seq, old.statement);
    INSERT INTO claims_search (rowid, statement) VALUES (new.seq, new.statement);
END;
CREATE VIRTUAL TABLE versions_search USING fts5 (title, text, content='versions', content_rowid='seq', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER versions_search_insert AFTER INSERT ON versions BEGIN
    INSERT INTO versions_search (rowid, title, text) VALUES (new.seq, new.title, new.text);
END;
