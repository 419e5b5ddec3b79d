-- What a POST with an Idempotency-Key answered, so that a repeat gets the same answer and does nothing.
CREATE TABLE idempotency_keys (
    person_id BLOB NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    request_hash BLOB NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, name)
);
