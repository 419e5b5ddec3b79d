-- The history of an article, newest first.
CREATE INDEX events_by_chain ON events (chain_id, id);
