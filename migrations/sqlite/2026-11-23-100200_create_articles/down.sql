DROP TABLE sentences;
DROP TABLE versions;
DROP TABLE articles;
