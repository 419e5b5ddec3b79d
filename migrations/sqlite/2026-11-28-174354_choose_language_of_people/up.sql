-- The language in which a person reads the desk; none where their browser says it.
ALTER TABLE people ADD COLUMN language TEXT;
