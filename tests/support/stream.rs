//! A stream of server-sent events, read event by event.

use actix_web::HttpResponse;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::http::header::HeaderMap;
use serde_json::Value;
use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

/// How long an event may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(20);

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// Where to go on from.
    pub id: String,
    /// What kind of event it is.
    pub event: String,
    /// What it says.
    pub data: Value,
}

/// A stream that is open.
pub struct Stream {
    /// Its headers.
    pub headers: HeaderMap,
    body: Pin<Box<BoxBody>>,
    text: String,
}

impl Stream {
    /// The stream that an answer is; it must be one.
    pub fn of(response: HttpResponse) -> Self {
        let (status, headers) = (response.status(), response.headers().clone());
        assert_eq!((status.as_u16(), headers.get("content-type").unwrap().to_str().unwrap()), (200, "text/event-stream"));
        Self { headers, body: Box::pin(response.into_body()), text: String::new() }
    }

    /// The next event; `None` where the stream ends.
    pub async fn next(&mut self) -> Option<Heard> {
        loop {
            while let Some((block, rest)) = self.text.split_once("\n\n") {
                let heard = read(block);
                self.text = rest.to_owned();
                if heard.is_some() {
                    return heard;
                }
            }
            let piece = poll_fn(|context| self.body.as_mut().poll_next(context));
            let piece = actix_web::rt::time::timeout(PATIENCE, piece).await.unwrap_or_else(|_| panic!("nothing comes over the stream"));
            self.text.push_str(std::str::from_utf8(&piece?.unwrap()).unwrap());
        }
    }

    /// The next event of this kind.
    pub async fn next_of(&mut self, event: &str) -> Heard {
        loop {
            let heard = self.next().await.unwrap();
            if heard.event == event {
                return heard;
            }
        }
    }

    /// All events up to and without `ready`.
    pub async fn missed(&mut self) -> Vec<Heard> {
        let mut all = Vec::new();
        loop {
            let heard = self.next().await.unwrap();
            if heard.event == "ready" {
                return all;
            }
            all.push(heard);
        }
    }
}

fn read(block: &str) -> Option<Heard> {
    let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned();
    let data = serde_json::from_str(&field("data: ")).ok()?;
    Some(Heard { id: field("id: "), event: field("event: "), data })
}
