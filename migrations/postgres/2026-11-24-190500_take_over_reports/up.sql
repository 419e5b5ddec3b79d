-- Checks that come from another desk's report. The people it names have no account here: `from_desk` is the name of
-- theirs. Of a stored copy that the other desk keeps there is only the hash.
ALTER TABLE people ADD COLUMN from_desk TEXT;
ALTER TABLE evidence ADD COLUMN copy_sha256 TEXT;

-- Which report an article was made of: the hash of what it says, and the article's id there. `reports` tells of it and of
-- those that it was taken from itself, the last one first.
CREATE TABLE report_origins (
    article_id UUID PRIMARY KEY NOT NULL REFERENCES articles (id),
    sha256 TEXT NOT NULL,
    article_there TEXT NOT NULL,
    reports JSONB NOT NULL
);
CREATE INDEX report_origins_by_hash ON report_origins (sha256);
CREATE INDEX report_origins_by_article_there ON report_origins (article_there);
