//! What the operator sees of each request: a line in the log, and counts for `/metrics`.

use super::Desk;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, web};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Upper bounds of the buckets of answer times, in milliseconds.
pub const BOUNDS: [u64; 8] = [1, 5, 10, 25, 50, 100, 500, 2_500];

/// Counts of answers since the start, by class of status and by time taken.
#[derive(Debug, Default)]
pub struct Counters {
    /// Answers by first digit of their status, from 1 to 5.
    pub by_class: [AtomicU64; 5],
    /// Answers by time taken; the last is for all above the last bound.
    pub by_time: [AtomicU64; BOUNDS.len() + 1],
    /// All time taken, in microseconds.
    pub micros: AtomicU64,
}

impl Counters {
    fn note(&self, status: u16, took: Duration) {
        if let Some(count) = self.by_class.get(usize::from(status / 100).saturating_sub(1)) {
            count.fetch_add(1, Ordering::Relaxed);
        }
        let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        let place = BOUNDS.iter().position(|bound| millis < *bound).unwrap_or(BOUNDS.len());
        if let Some(count) = self.by_time.get(place) {
            count.fetch_add(1, Ordering::Relaxed);
        }
        self.micros.fetch_add(u64::try_from(took.as_micros()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }
}

/// Times a request and writes it down. Queries stay out of the log: they may hold words of a text under check.
pub async fn observe(request: ServiceRequest, next: Next<impl MessageBody>) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let begun = Instant::now();
    let desk = request.app_data::<web::Data<Desk>>().cloned();
    let line = tracing::enabled!(tracing::Level::DEBUG).then(|| (request.method().clone(), request.path().to_owned()));
    let response = next.call(request).await?;
    let took = begun.elapsed();
    let status = response.status().as_u16();
    if let Some(desk) = desk {
        desk.counters.note(status, took);
    }
    if let Some((method, path)) = line {
        tracing::debug!(%method, path, status, took_ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX), "answered");
    }
    Ok(response)
}
