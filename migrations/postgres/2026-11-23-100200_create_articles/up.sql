-- Articles under check, the versions of their texts, and the sentences of each version.
CREATE TABLE articles (
    id UUID PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    byline TEXT NOT NULL DEFAULT '',
    publisher TEXT NOT NULL DEFAULT '',
    source_url TEXT,
    published_on DATE,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'signed_off')),
    version_id UUID NOT NULL,
    method_note TEXT NOT NULL DEFAULT '',
    selection_reason TEXT NOT NULL DEFAULT '',
    coverage_reason TEXT,
    signed_off_by UUID REFERENCES people (id),
    signed_off_at TIMESTAMPTZ,
    created_by UUID REFERENCES people (id),
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1
);

-- `seq` is the row's number for the full-text index; it never leaves the database.
CREATE TABLE versions (
    seq BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    id UUID PRIMARY KEY NOT NULL,
    article_id UUID NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    created_by UUID REFERENCES people (id),
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (article_id, number)
);

CREATE INDEX articles_by_time ON articles (created_at, id);

-- Spans count Unicode scalar values of the version's text, half-open.
CREATE TABLE sentences (
    id UUID PRIMARY KEY NOT NULL,
    version_id UUID NOT NULL REFERENCES versions (id),
    ordinal INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('claim', 'opinion', 'question', 'forecast', 'transition', 'heading', 'boilerplate')),
    marked_by UUID REFERENCES people (id),
    revision INTEGER NOT NULL DEFAULT 1,
    UNIQUE (version_id, ordinal)
);
