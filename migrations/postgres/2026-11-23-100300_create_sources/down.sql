DROP TABLE reliability_notes;
DROP TABLE source_aliases;
DROP TABLE sources;
