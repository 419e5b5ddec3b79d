DROP TABLE snapshots;
DROP TABLE claim_evidence;
DROP TABLE evidence;
