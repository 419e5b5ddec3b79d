-- What the extraction gave for a version, as it came: people's corrections stand in the rows that pages show, and this
-- is what they are held against. Nothing changes it or takes it away.
CREATE TABLE extractions (
    version_id BLOB PRIMARY KEY NOT NULL REFERENCES versions (id),
    engine TEXT NOT NULL,
    weights TEXT NOT NULL,
    attributions TEXT NOT NULL,
    sentences TEXT NOT NULL
);

CREATE TRIGGER extractions_are_not_updated BEFORE UPDATE ON extractions
BEGIN SELECT RAISE(ABORT, 'what the extraction gave is kept as it came'); END;
CREATE TRIGGER extractions_are_not_deleted BEFORE DELETE ON extractions
BEGIN SELECT RAISE(ABORT, 'what the extraction gave is kept as it came'); END;
