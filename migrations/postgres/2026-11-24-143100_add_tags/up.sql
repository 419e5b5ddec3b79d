-- Words that a desk sorts its claims by; two spellings of one tag are one tag.
CREATE TABLE tags (
    id UUID PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE
);

CREATE TABLE claim_tags (
    claim_id UUID NOT NULL REFERENCES claims (id),
    tag_id UUID NOT NULL REFERENCES tags (id),
    PRIMARY KEY (claim_id, tag_id)
);
CREATE INDEX claim_tags_by_tag ON claim_tags (tag_id, claim_id);
