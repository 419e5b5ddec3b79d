-- What checkers find: evidence, its ties to claims, and the stored copies of pages.
CREATE TABLE evidence (
    id BLOB PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('link', 'file')),
    url TEXT,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL DEFAULT '',
    published_on DATE,
    accessed_on DATE,
    excerpt TEXT NOT NULL DEFAULT '',
    grade TEXT NOT NULL CHECK (grade IN ('primary', 'secondary', 'tertiary')),
    independence TEXT NOT NULL CHECK (independence IN ('independent', 'dependent', 'unknown')),
    origin_id BLOB REFERENCES sources (id),
    note TEXT NOT NULL DEFAULT '',
    confidential BOOLEAN NOT NULL,
    created_by BLOB NOT NULL REFERENCES people (id),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX evidence_by_url ON evidence (url);

-- One piece of evidence may serve several claims, and say a different thing of each.
CREATE TABLE claim_evidence (
    claim_id BLOB NOT NULL REFERENCES claims (id),
    evidence_id BLOB NOT NULL REFERENCES evidence (id),
    stance TEXT NOT NULL CHECK (stance IN ('supports', 'partly', 'refutes', 'context')),
    attached_by BLOB NOT NULL REFERENCES people (id),
    attached_at BIGINT NOT NULL,
    PRIMARY KEY (claim_id, evidence_id)
);
CREATE INDEX claim_evidence_by_evidence ON claim_evidence (evidence_id, claim_id);

-- The bytes lie in the desk's file store under their hash.
CREATE TABLE snapshots (
    id BLOB PRIMARY KEY NOT NULL,
    evidence_id BLOB NOT NULL REFERENCES evidence (id),
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL,
    extracted_text TEXT NOT NULL,
    captured_at BIGINT NOT NULL
);
CREATE INDEX snapshots_by_evidence ON snapshots (evidence_id, id);
