-- The desk's own key, made when the first report is frozen. It leaves the desk with a backup of the database and in no
-- other way.
CREATE TABLE signing_keys (
    number INTEGER PRIMARY KEY NOT NULL,
    secret BYTEA NOT NULL,
    made_at TIMESTAMPTZ NOT NULL
);
-- The desk's signature on a frozen report, in base64; none on reports that are older than the key.
ALTER TABLE reports ADD COLUMN signature TEXT;
