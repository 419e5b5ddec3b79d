-- A frozen report; `content` is the canonical JSON that `sha256` was taken of.
CREATE TABLE reports (
    id BLOB PRIMARY KEY NOT NULL,
    article_id BLOB NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    history_head TEXT NOT NULL,
    frozen_by BLOB NOT NULL REFERENCES people (id),
    frozen_at BIGINT NOT NULL,
    UNIQUE (article_id, number)
);

CREATE TABLE corrections (
    id BLOB PRIMARY KEY NOT NULL,
    article_id BLOB NOT NULL REFERENCES articles (id),
    claim_id BLOB REFERENCES claims (id),
    kind TEXT NOT NULL CHECK (kind IN ('typo', 'clarification', 'correction', 'update', 'retraction')),
    was TEXT NOT NULL,
    now_says TEXT NOT NULL,
    why TEXT NOT NULL,
    found_by TEXT NOT NULL,
    approved_by BLOB NOT NULL REFERENCES people (id),
    published_on DATE NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX corrections_by_article ON corrections (article_id, id);
