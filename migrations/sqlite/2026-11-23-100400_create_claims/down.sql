DROP TABLE comments;
DROP TABLE assignments;
DROP TABLE text_actions;
DROP TABLE reviews;
DROP TABLE attributions;
DROP TABLE claim_spans;
DROP TABLE claims;
