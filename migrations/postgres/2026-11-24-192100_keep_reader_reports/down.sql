DROP TABLE reader_reports;
