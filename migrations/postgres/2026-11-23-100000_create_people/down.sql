DROP TABLE settings;
DROP TABLE one_time_links;
DROP TABLE tokens;
DROP TABLE sessions;
DROP TABLE people;
