DROP INDEX evidence_by_origin;
DROP INDEX sources_by_merged_into;
DROP TABLE merged_rows;
DROP TABLE source_merges;
