-- Articles under check, the versions of their texts, and the sentences of each version.
CREATE TABLE articles (
    id BLOB PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    byline TEXT NOT NULL DEFAULT '',
    publisher TEXT NOT NULL DEFAULT '',
    source_url TEXT,
    published_on DATE,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'signed_off')),
    version_id BLOB NOT NULL,
    method_note TEXT NOT NULL DEFAULT '',
    selection_reason TEXT NOT NULL DEFAULT '',
    coverage_reason TEXT,
    signed_off_by BLOB REFERENCES people (id),
    signed_off_at BIGINT,
    created_by BLOB REFERENCES people (id),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1
);

-- `seq` is the row's number for the full-text index; it never leaves the database.
CREATE TABLE versions (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    article_id BLOB NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    created_by BLOB REFERENCES people (id),
    created_at BIGINT NOT NULL,
    UNIQUE (article_id, number)
);

CREATE INDEX articles_by_time ON articles (created_at, id);

-- Spans count Unicode scalar values of the version's text, half-open.
CREATE TABLE sentences (
    id BLOB PRIMARY KEY NOT NULL,
    version_id BLOB NOT NULL REFERENCES versions (id),
    ordinal INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('claim', 'opinion', 'question', 'forecast', 'transition', 'heading', 'boilerplate')),
    marked_by BLOB REFERENCES people (id),
    revision INTEGER NOT NULL DEFAULT 1,
    UNIQUE (version_id, ordinal)
);
