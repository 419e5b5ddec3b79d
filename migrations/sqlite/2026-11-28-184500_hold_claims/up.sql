-- Who says that they are checking a claim just now. It locks nothing, ends by itself, and is no part of the history.
CREATE TABLE holds (
    claim_id BLOB PRIMARY KEY NOT NULL REFERENCES claims (id),
    person_id BLOB NOT NULL REFERENCES people (id),
    begun_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL
);
