DROP TABLE corrections;
DROP TABLE reports;
