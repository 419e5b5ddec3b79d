-- `urgency` orders the queue in one indexed column (see claim::urgency); `priority` and `risk` are ranks.
CREATE TABLE claims (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    article_id BLOB NOT NULL REFERENCES articles (id),
    version_id BLOB NOT NULL REFERENCES versions (id),
    sentence_id BLOB REFERENCES sentences (id),
    number INTEGER NOT NULL,
    statement TEXT NOT NULL,
    check_worthiness DOUBLE NOT NULL,
    why TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(why)),
    state TEXT NOT NULL CHECK (state IN ('to_check', 'checking', 'waiting', 'in_review', 'signed_off', 'set_aside')),
    assignee_id BLOB REFERENCES people (id),
    due_on DATE,
    priority INTEGER NOT NULL,
    risk INTEGER NOT NULL,
    urgency BIGINT NOT NULL,
    substance TEXT CHECK (substance IN ('confirmed', 'mostly_accurate', 'mixed', 'misleading', 'incorrect', 'disputed', 'unsupported', 'outdated', 'not_checkable')),
    attribution TEXT CHECK (attribution IN ('as_stated', 'wording_differs', 'meaning_changed', 'other_source', 'not_found', 'unreachable', 'confidential_seen', 'not_applicable')),
    review_id BLOB,
    verdict_by BLOB REFERENCES people (id),
    verdict_at BIGINT,
    signed_off_by BLOB REFERENCES people (id),
    signed_off_at BIGINT,
    set_aside TEXT CHECK (set_aside IN ('not_checkable', 'duplicate', 'cut_from_article', 'out_of_scope')),
    anchor TEXT NOT NULL CHECK (anchor IN ('exact', 'moved', 'changed', 'lost')),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    removed_at BIGINT,
    revision INTEGER NOT NULL DEFAULT 1,
    UNIQUE (article_id, number)
);
CREATE INDEX claims_by_urgency ON claims (urgency, id);
CREATE INDEX claims_by_state ON claims (state, urgency, id);
CREATE INDEX claims_by_assignee ON claims (assignee_id, state, urgency, id);
CREATE INDEX claims_by_assignee_urgency ON claims (assignee_id, urgency, id);
CREATE INDEX claims_by_due ON claims (due_on, id);
CREATE INDEX claims_by_worthiness ON claims (check_worthiness, id);
CREATE INDEX claims_by_substance ON claims (substance, urgency, id);
CREATE INDEX claims_by_attribution ON claims (attribution, urgency, id);
CREATE INDEX claims_by_sentence ON claims (sentence_id);

-- Where a claim stands in its version: position and quotation, one row a piece.
CREATE TABLE claim_spans (
    id BLOB PRIMARY KEY NOT NULL,
    claim_id BLOB NOT NULL REFERENCES claims (id),
    ordinal INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    prefix TEXT NOT NULL,
    exact TEXT NOT NULL,
    suffix TEXT NOT NULL,
    UNIQUE (claim_id, ordinal)
);

CREATE TABLE attributions (
    id BLOB PRIMARY KEY NOT NULL,
    claim_id BLOB NOT NULL REFERENCES claims (id),
    ordinal INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('reporter', 'origin')),
    source_id BLOB NOT NULL REFERENCES sources (id),
    mention_start INTEGER,
    mention_end INTEGER,
    mention TEXT,
    cue_start INTEGER,
    cue_end INTEGER,
    cue TEXT,
    quotation TEXT NOT NULL CHECK (quotation IN ('direct', 'indirect', 'mixed')),
    verdict TEXT CHECK (verdict IN ('as_stated', 'wording_differs', 'meaning_changed', 'other_source', 'not_found', 'unreachable', 'confidential_seen', 'not_applicable')),
    verdict_note TEXT NOT NULL DEFAULT '',
    UNIQUE (claim_id, ordinal)
);
CREATE INDEX attributions_by_source ON attributions (source_id, claim_id);

-- Findings are never changed; the newest one is the claim's (`claims.review_id`).
CREATE TABLE reviews (
    id BLOB PRIMARY KEY NOT NULL,
    claim_id BLOB NOT NULL REFERENCES claims (id),
    reviewer_id BLOB NOT NULL REFERENCES people (id),
    substance TEXT CHECK (substance IN ('confirmed', 'mostly_accurate', 'mixed', 'misleading', 'incorrect', 'disputed', 'unsupported', 'outdated', 'not_checkable')),
    attribution TEXT CHECK (attribution IN ('as_stated', 'wording_differs', 'meaning_changed', 'other_source', 'not_found', 'unreachable', 'confidential_seen', 'not_applicable')),
    links TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(links)),
    rationale TEXT NOT NULL,
    searched TEXT NOT NULL,
    override_reason TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX reviews_by_claim ON reviews (claim_id, id);
CREATE INDEX reviews_by_reviewer ON reviews (reviewer_id, id);

CREATE TABLE text_actions (
    claim_id BLOB PRIMARY KEY NOT NULL REFERENCES claims (id),
    action TEXT NOT NULL CHECK (action IN ('keep', 'reword', 'add_attribution', 'add_context', 'hedge', 'cut', 'correct_published')),
    proposed_wording TEXT NOT NULL,
    done BOOLEAN NOT NULL
);

CREATE TABLE assignments (
    id BLOB PRIMARY KEY NOT NULL,
    claim_id BLOB NOT NULL REFERENCES claims (id),
    assignee_id BLOB REFERENCES people (id),
    assigned_by BLOB NOT NULL REFERENCES people (id),
    due_on DATE,
    priority INTEGER NOT NULL,
    message TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX assignments_by_claim ON assignments (claim_id, id);
CREATE INDEX assignments_by_assignee ON assignments (assignee_id, id);

CREATE TABLE comments (
    id BLOB PRIMARY KEY NOT NULL,
    claim_id BLOB NOT NULL REFERENCES claims (id),
    author_id BLOB NOT NULL REFERENCES people (id),
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    resolved_by BLOB REFERENCES people (id),
    resolved_at BIGINT,
    resolution TEXT,
    revision INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX comments_by_claim ON comments (claim_id, id);
