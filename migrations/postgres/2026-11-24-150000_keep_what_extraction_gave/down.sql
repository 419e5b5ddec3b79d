DROP TABLE extractions;
DROP FUNCTION refuse_extraction_change();
