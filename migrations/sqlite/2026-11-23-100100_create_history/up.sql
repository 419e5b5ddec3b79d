-- One hash chain an article and one for the desk. `before` and `after` are canonical JSON kept as text:
-- the bytes that were hashed are the bytes that are stored. No foreign keys: history outlives everything.
CREATE TABLE chains (
    id BLOB PRIMARY KEY NOT NULL,
    length BIGINT NOT NULL,
    head_hash TEXT NOT NULL
);

CREATE TABLE events (
    id BLOB PRIMARY KEY NOT NULL,
    chain_id BLOB NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor_id BLOB,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id BLOB NOT NULL,
    claim_id BLOB,
    before TEXT,
    after TEXT,
    reason TEXT,
    undoes BLOB,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (chain_id, seq)
);
CREATE INDEX events_by_subject ON events (subject_id, id);
CREATE INDEX events_by_claim ON events (claim_id, id);
CREATE INDEX events_by_actor ON events (actor_id, id);
CREATE INDEX events_by_undoes ON events (undoes);

CREATE TRIGGER events_are_not_updated BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
