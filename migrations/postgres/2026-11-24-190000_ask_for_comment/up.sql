-- Whom the desk asked about a claim, and what came back.
CREATE TABLE contacts (
    id UUID PRIMARY KEY NOT NULL,
    claim_id UUID NOT NULL REFERENCES claims (id),
    name TEXT NOT NULL,
    party TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL CHECK (channel IN ('email', 'phone', 'in_person', 'form', 'letter', 'message', 'other')),
    asked_on DATE NOT NULL,
    question TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('awaited', 'answered', 'declined', 'no_answer')),
    answered_on DATE,
    answer TEXT NOT NULL DEFAULT '',
    confidential BOOLEAN NOT NULL,
    created_by UUID NOT NULL REFERENCES people (id),
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    removed_at TIMESTAMPTZ,
    revision INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX contacts_by_claim ON contacts (claim_id, id);
