DROP TABLE second_checks;
