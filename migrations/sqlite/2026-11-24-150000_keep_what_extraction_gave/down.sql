DROP TABLE extractions;
