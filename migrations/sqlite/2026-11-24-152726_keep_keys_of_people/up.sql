-- The keys that a person gave to actions in the place of the usual ones; empty where all are as usual.
ALTER TABLE people ADD COLUMN keys TEXT NOT NULL DEFAULT '';
