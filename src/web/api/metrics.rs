//! What a monitor reads: counts since the start, in Prometheus' text form.

use crate::db::{Db, DbKind};
use crate::web::Desk;
use crate::web::observe::{BOUNDS, Counters};
use actix_web::http::header;
use actix_web::{HttpResponse, web};
use std::fmt::Write;
use std::sync::atomic::Ordering;

/// Gives the counts. They tell nothing of what is on the desk.
pub async fn show(desk: web::Data<Desk>) -> HttpResponse {
    let text = told(&desk.counters, &desk.db, desk.live.streams());
    HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").insert_header((header::CACHE_CONTROL, "no-store")).body(text)
}

fn told(counters: &Counters, db: &Db, streams: usize) -> String {
    let mut out = String::new();
    let head = |out: &mut String, name: &str, kind: &str, help: &str| {
        let _ = writeln!(out, "# HELP corroborate_{name} {help}\n# TYPE corroborate_{name} {kind}");
    };
    let database = match db.kind() {
        DbKind::Sqlite => "sqlite",
        DbKind::Postgres => "postgres",
    };
    head(&mut out, "build_info", "gauge", "The version that runs, and its database.");
    let _ = writeln!(out, "corroborate_build_info{{version=\"{}\",database=\"{database}\"}} 1", env!("CARGO_PKG_VERSION"));
    head(&mut out, "http_responses_total", "counter", "Answers since the start, by class of status.");
    for (class, count) in (1..).zip(&counters.by_class) {
        let _ = writeln!(out, "corroborate_http_responses_total{{class=\"{class}xx\"}} {}", count.load(Ordering::Relaxed));
    }
    head(&mut out, "http_response_seconds", "histogram", "Time taken to answer.");
    let mut sum = 0;
    for (place, count) in counters.by_time.iter().enumerate() {
        sum += count.load(Ordering::Relaxed);
        let bound = BOUNDS.get(place).map_or_else(|| "+Inf".to_owned(), |millis| seconds(millis * 1_000));
        let _ = writeln!(out, "corroborate_http_response_seconds_bucket{{le=\"{bound}\"}} {sum}");
    }
    let _ = writeln!(out, "corroborate_http_response_seconds_sum {}", seconds(counters.micros.load(Ordering::Relaxed)));
    let _ = writeln!(out, "corroborate_http_response_seconds_count {sum}");
    let (open, idle) = db.connections();
    head(&mut out, "database_connections", "gauge", "Open connections to the database, by what they do.");
    let _ = writeln!(out, "corroborate_database_connections{{state=\"busy\"}} {}", open.saturating_sub(idle));
    let _ = writeln!(out, "corroborate_database_connections{{state=\"idle\"}} {idle}");
    head(&mut out, "database_connections_most", "gauge", "Most connections that may be open.");
    let _ = writeln!(out, "corroborate_database_connections_most {}", db.most_connections());
    head(&mut out, "database_statements_total", "counter", "Statements sent to the database since the start.");
    let _ = writeln!(out, "corroborate_database_statements_total {}", db.queries());
    head(&mut out, "event_streams", "gauge", "Streams of events that are open.");
    let _ = writeln!(out, "corroborate_event_streams {streams}");
    out
}

/// Microseconds as seconds, without trailing noughts.
fn seconds(micros: u64) -> String {
    let text = format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_written_plainly() {
        assert_eq!([seconds(1_000), seconds(2_500_000), seconds(0), seconds(12_000_000)], ["0.001", "2.5", "0", "12"]);
    }
}
