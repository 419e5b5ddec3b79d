-- A frozen report; `content` is the canonical JSON that `sha256` was taken of.
CREATE TABLE reports (
    id UUID PRIMARY KEY NOT NULL,
    article_id UUID NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    history_head TEXT NOT NULL,
    frozen_by UUID NOT NULL REFERENCES people (id),
    frozen_at TIMESTAMPTZ NOT NULL,
    UNIQUE (article_id, number)
);

CREATE TABLE corrections (
    id UUID PRIMARY KEY NOT NULL,
    article_id UUID NOT NULL REFERENCES articles (id),
    claim_id UUID REFERENCES claims (id),
    kind TEXT NOT NULL CHECK (kind IN ('typo', 'clarification', 'correction', 'update', 'retraction')),
    was TEXT NOT NULL,
    now_says TEXT NOT NULL,
    why TEXT NOT NULL,
    found_by TEXT NOT NULL,
    approved_by UUID NOT NULL REFERENCES people (id),
    published_on DATE NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX corrections_by_article ON corrections (article_id, id);
