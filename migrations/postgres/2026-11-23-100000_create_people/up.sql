-- People of the desk and the ways they prove who they are. Secrets are stored as SHA-256 hashes only.
CREATE TABLE people (
    id UUID PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('viewer', 'reviewer', 'editor', 'admin')),
    password_hash TEXT,
    disabled_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX people_by_name ON people (name, id);

CREATE TABLE sessions (
    id UUID PRIMARY KEY NOT NULL,
    person_id UUID NOT NULL REFERENCES people (id),
    token_hash BYTEA NOT NULL UNIQUE,
    csrf TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    last_seen_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person_id);

CREATE TABLE tokens (
    id UUID PRIMARY KEY NOT NULL,
    person_id UUID NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ,
    last_used_at TIMESTAMPTZ,
    revoked_at TIMESTAMPTZ
);
CREATE INDEX tokens_by_person ON tokens (person_id, id);

-- One-time links: the first admin's set-up, an invitation, a password reset.
CREATE TABLE one_time_links (
    id UUID PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('setup', 'password')),
    person_id UUID REFERENCES people (id),
    token_hash BYTEA NOT NULL UNIQUE,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ
);

-- One row a group of settings; what is missing has its default.
CREATE TABLE settings (
    name TEXT PRIMARY KEY NOT NULL,
    value JSONB NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1
);
