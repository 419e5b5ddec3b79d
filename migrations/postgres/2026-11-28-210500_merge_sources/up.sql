-- What a merge of two sources moved, so that un-merging puts back exactly that. `name_keys` are the names that the entry
-- which stays took over; `merged_rows` the rows (links of chains, evidence, notes, entries merged before) that were
-- pointed to it.
CREATE TABLE source_merges (
    from_id UUID PRIMARY KEY NOT NULL REFERENCES sources (id),
    into_id UUID NOT NULL REFERENCES sources (id),
    by_name TEXT NOT NULL,
    merged_at TIMESTAMPTZ NOT NULL,
    name_keys JSONB NOT NULL
);
CREATE INDEX source_merges_by_into ON source_merges (into_id, merged_at);
CREATE TABLE merged_rows (
    from_id UUID NOT NULL REFERENCES source_merges (from_id),
    row_id UUID NOT NULL,
    PRIMARY KEY (from_id, row_id)
);
CREATE INDEX merged_rows_by_row ON merged_rows (row_id);
CREATE INDEX sources_by_merged_into ON sources (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX evidence_by_origin ON evidence (origin_id) WHERE origin_id IS NOT NULL;
