-- A second person checks a claim without seeing what the first one found. Given or withdrawn, a row stays for good; an open
-- one hides the claim's finding from whoever was asked.
CREATE TABLE second_checks (
    id UUID PRIMARY KEY NOT NULL,
    claim_id UUID NOT NULL REFERENCES claims (id),
    checker_id UUID NOT NULL REFERENCES people (id),
    asked_by UUID NOT NULL REFERENCES people (id),
    message TEXT NOT NULL,
    asked_at TIMESTAMPTZ NOT NULL,
    first_review_id UUID REFERENCES reviews (id),
    substance TEXT CHECK (substance IN ('confirmed', 'mostly_accurate', 'mixed', 'misleading', 'incorrect', 'disputed', 'unsupported', 'outdated', 'not_checkable')),
    attribution TEXT CHECK (attribution IN ('as_stated', 'wording_differs', 'meaning_changed', 'other_source', 'not_found', 'unreachable', 'confidential_seen', 'not_applicable')),
    links JSONB NOT NULL,
    rationale TEXT NOT NULL,
    searched TEXT NOT NULL,
    given_at TIMESTAMPTZ,
    withdrawn_by UUID REFERENCES people (id),
    withdrawn_at TIMESTAMPTZ,
    withdrawn_why TEXT
);
-- One at a time a claim.
CREATE UNIQUE INDEX second_checks_open ON second_checks (claim_id) WHERE given_at IS NULL AND withdrawn_at IS NULL;
-- What is hidden from a person.
CREATE INDEX second_checks_by_checker ON second_checks (checker_id) WHERE given_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX second_checks_by_claim ON second_checks (claim_id, id);
CREATE INDEX second_checks_given ON second_checks (id) WHERE given_at IS NOT NULL;
