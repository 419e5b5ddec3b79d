-- The daily digest: who wants it, and how that of each person and day went, so that none is sent twice.
ALTER TABLE people ADD COLUMN digest BOOLEAN NOT NULL DEFAULT TRUE;
CREATE TABLE digests (
    person_id UUID NOT NULL REFERENCES people (id),
    day DATE NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('taken', 'sending', 'sent', 'failed', 'unsure')),
    tries INTEGER NOT NULL,
    taken_at TIMESTAMPTZ NOT NULL,
    next_at TIMESTAMPTZ,
    sent_at TIMESTAMPTZ,
    error TEXT NOT NULL,
    PRIMARY KEY (person_id, day)
);
CREATE INDEX digests_by_day ON digests (day);
CREATE INDEX notifications_unmailed ON notifications (person_id, id) WHERE read_at IS NULL AND mailed_at IS NULL;
