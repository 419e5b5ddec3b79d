DROP INDEX versions_search;
DROP INDEX claims_search;
