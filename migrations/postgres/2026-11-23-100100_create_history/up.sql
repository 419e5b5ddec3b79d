-- One hash chain an article and one for the desk. `before` and `after` are canonical JSON kept as text:
-- the bytes that were hashed are the bytes that are stored. No foreign keys: history outlives everything.
CREATE TABLE chains (
    id UUID PRIMARY KEY NOT NULL,
    length BIGINT NOT NULL,
    head_hash TEXT NOT NULL
);

CREATE TABLE events (
    id UUID PRIMARY KEY NOT NULL,
    chain_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    actor_id UUID,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id UUID NOT NULL,
    claim_id UUID,
    before TEXT,
    after TEXT,
    reason TEXT,
    undoes UUID,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (chain_id, seq)
);
CREATE INDEX events_by_subject ON events (subject_id, id);
CREATE INDEX events_by_claim ON events (claim_id, id);
CREATE INDEX events_by_actor ON events (actor_id, id);
CREATE INDEX events_by_undoes ON events (undoes);

CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'history is append-only'; END $$;
CREATE TRIGGER events_are_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
