-- Whom a remark speaks to by “@” and a name, and where it says so.
CREATE TABLE mentions (
    comment_id BLOB NOT NULL REFERENCES comments (id),
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id),
    PRIMARY KEY (comment_id, span_start)
);
CREATE INDEX mentions_by_person ON mentions (person_id, comment_id);
