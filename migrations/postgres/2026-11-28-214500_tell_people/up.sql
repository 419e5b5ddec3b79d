-- What people are told of, each line written with the deed it tells of.
CREATE TABLE notifications (
    id UUID PRIMARY KEY NOT NULL,
    person_id UUID NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('mention', 'comment', 'comment_settled', 'comment_reopened', 'assigned', 'sent_back', 'signed_off', 'reopened', 'second_asked', 'second_given')),
    claim_id UUID NOT NULL REFERENCES claims (id),
    comment_id UUID REFERENCES comments (id),
    event_id UUID NOT NULL,
    actor_id UUID,
    actor_name TEXT NOT NULL,
    said TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    read_at TIMESTAMPTZ,
    mailed_at TIMESTAMPTZ
);
CREATE INDEX notifications_by_person ON notifications (person_id, id);
CREATE INDEX notifications_unread ON notifications (person_id, id) WHERE read_at IS NULL;
CREATE UNIQUE INDEX notifications_once ON notifications (event_id, person_id);
