-- Pairs of sources that somebody said are different, so that nobody is asked again. The lower id stands first.
CREATE TABLE source_differences (
    one_id UUID NOT NULL REFERENCES sources (id),
    other_id UUID NOT NULL REFERENCES sources (id),
    by_name TEXT NOT NULL,
    told_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (one_id, other_id)
);
