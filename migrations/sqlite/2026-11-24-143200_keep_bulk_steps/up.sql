-- What was done to many claims at once, and which lines of history it wrote, so that it can be taken back as a whole.
-- Beside the lines, whose hashes stay as they are.
CREATE TABLE bulk_steps (
    id BLOB PRIMARY KEY NOT NULL,
    actor_id BLOB REFERENCES people (id),
    at BIGINT NOT NULL,
    claims INTEGER NOT NULL,
    undoes BLOB
);

CREATE TABLE bulk_lines (
    event_id BLOB PRIMARY KEY NOT NULL REFERENCES events (id),
    step_id BLOB NOT NULL REFERENCES bulk_steps (id)
);
CREATE INDEX bulk_lines_by_step ON bulk_lines (step_id, event_id);
