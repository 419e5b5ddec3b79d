-- What the extraction gave for a version, as it came: people's corrections stand in the rows that pages show, and this
-- is what they are held against. Nothing changes it or takes it away.
CREATE TABLE extractions (
    version_id UUID PRIMARY KEY NOT NULL REFERENCES versions (id),
    engine TEXT NOT NULL,
    weights TEXT NOT NULL,
    attributions JSONB NOT NULL,
    sentences JSONB NOT NULL
);

CREATE FUNCTION refuse_extraction_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'what the extraction gave is kept as it came'; END $$;
CREATE TRIGGER extractions_are_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON extractions
FOR EACH STATEMENT EXECUTE FUNCTION refuse_extraction_change();
