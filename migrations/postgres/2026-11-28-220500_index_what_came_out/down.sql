DROP INDEX claims_by_signed_off_at;
DROP INDEX claims_by_verdict_at;
