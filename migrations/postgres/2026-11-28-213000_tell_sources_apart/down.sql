DROP TABLE source_differences;
