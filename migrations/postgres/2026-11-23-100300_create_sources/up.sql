-- `name_key` and `alias_key` are the names folded for comparison (see source::name_key).
CREATE TABLE sources (
    id UUID PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('outlet', 'government', 'organisation', 'expert', 'official', 'person', 'document', 'unnamed', 'collective')),
    country TEXT NOT NULL DEFAULT '',
    links JSONB NOT NULL DEFAULT '[]',
    interests TEXT NOT NULL DEFAULT '',
    merged_into UUID REFERENCES sources (id),
    created_at TIMESTAMPTZ NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE source_aliases (
    id UUID PRIMARY KEY NOT NULL,
    source_id UUID NOT NULL REFERENCES sources (id),
    alias TEXT NOT NULL,
    alias_key TEXT NOT NULL,
    UNIQUE (source_id, alias_key)
);
CREATE INDEX source_aliases_by_key ON source_aliases (alias_key);

CREATE TABLE reliability_notes (
    id UUID PRIMARY KEY NOT NULL,
    source_id UUID NOT NULL REFERENCES sources (id),
    author_id UUID NOT NULL REFERENCES people (id),
    note TEXT NOT NULL,
    noted_on DATE NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX reliability_notes_by_source ON reliability_notes (source_id, id);
