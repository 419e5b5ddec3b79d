-- What readers of public pages report as wrong, and what came of it.
CREATE TABLE reader_reports (
    id BLOB PRIMARY KEY NOT NULL,
    article_id BLOB NOT NULL REFERENCES articles (id),
    report_id BLOB NOT NULL REFERENCES reports (id),
    claim_id BLOB REFERENCES claims (id),
    body TEXT NOT NULL,
    contact TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    resolved_at BIGINT,
    resolved_by BLOB REFERENCES people (id),
    resolution TEXT
);
CREATE INDEX reader_reports_by_article ON reader_reports (article_id, created_at);
CREATE INDEX reader_reports_by_resolution ON reader_reports (resolved_at, id);
CREATE INDEX reader_reports_by_claim ON reader_reports (claim_id);
