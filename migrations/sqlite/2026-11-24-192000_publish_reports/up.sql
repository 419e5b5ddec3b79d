-- Frozen reports that everybody may read: under which address, and which of the article's reports stands there now. An
-- address that was taken back stays its article's: it never leads to another.
CREATE TABLE publications (
    id BLOB PRIMARY KEY NOT NULL,
    article_id BLOB NOT NULL REFERENCES articles (id),
    slug TEXT NOT NULL UNIQUE,
    chosen BOOLEAN NOT NULL,
    report_id BLOB NOT NULL REFERENCES reports (id),
    number INTEGER NOT NULL,
    published_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    revision INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX publications_by_article ON publications (article_id);
CREATE INDEX publications_by_update ON publications (updated_at, id);
