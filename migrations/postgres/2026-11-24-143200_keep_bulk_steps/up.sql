-- What was done to many claims at once, and which lines of history it wrote, so that it can be taken back as a whole.
-- Beside the lines, whose hashes stay as they are.
CREATE TABLE bulk_steps (
    id UUID PRIMARY KEY NOT NULL,
    actor_id UUID REFERENCES people (id),
    at TIMESTAMPTZ NOT NULL,
    claims INTEGER NOT NULL,
    undoes UUID
);

CREATE TABLE bulk_lines (
    event_id UUID PRIMARY KEY NOT NULL REFERENCES events (id),
    step_id UUID NOT NULL REFERENCES bulk_steps (id)
);
CREATE INDEX bulk_lines_by_step ON bulk_lines (step_id, event_id);
