DROP TRIGGER versions_search_insert;
DROP TABLE versions_search;
DROP TRIGGER claims_search_update;
DROP TRIGGER claims_search_insert;
DROP TABLE claims_search;
