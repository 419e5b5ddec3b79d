-- Pairs of sources that somebody said are different, so that nobody is asked again. The lower id stands first.
CREATE TABLE source_differences (
    one_id BLOB NOT NULL REFERENCES sources (id),
    other_id BLOB NOT NULL REFERENCES sources (id),
    by_name TEXT NOT NULL,
    told_at BIGINT NOT NULL,
    PRIMARY KEY (one_id, other_id)
);
