-- What a POST with an Idempotency-Key answered, so that a repeat gets the same answer and does nothing.
CREATE TABLE idempotency_keys (
    person_id UUID NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    request_hash BYTEA NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (person_id, name)
);
