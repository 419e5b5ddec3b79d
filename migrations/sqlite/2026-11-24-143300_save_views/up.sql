-- Filters of the queue under a name: a person's own, or the desk's.
CREATE TABLE saved_views (
    id BLOB PRIMARY KEY NOT NULL,
    owner_id BLOB NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    shared BOOLEAN NOT NULL,
    ordinal INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX saved_views_by_owner ON saved_views (owner_id, ordinal, id);
CREATE INDEX saved_views_by_shared ON saved_views (shared, ordinal, id);
