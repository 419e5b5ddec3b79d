//! One stream: what was missed, then the frames that it wants.

use super::frame::{Frame, Kind};
use super::{Listener, Missed, Seat};
use crate::history::order::Wanted;
use crate::ids::{ArticleId, PersonId};
use actix_web::web::Bytes;
use futures_util::stream::{self, Stream};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::broadcast::Receiver;

/// How long a stream lasts. Then the browser comes again and shows again that it may: nobody listens for longer than
/// this who no longer could.
const LIFE: Duration = Duration::from_mins(5);

/// A stream.
#[derive(Debug)]
pub struct Watch {
    frames: Receiver<Arc<Frame>>,
    wanted: Wanted,
    article: Option<ArticleId>,
    person: PersonId,
    by_token: bool,
    changes: bool,
    inbox: bool,
    /// What was missed, until it is sent.
    first: Option<Bytes>,
    /// Changes up to here were told or are not to be.
    told: i64,
    until: Instant,
    _seat: Seat,
}

impl Watch {
    pub(super) fn new(seat: Seat, frames: Receiver<Arc<Frame>>, listener: &Listener, missed: &Missed) -> Self {
        // Browsers that lose their server at the same moment do not come again at the same moment.
        let wait = 2_000 + seat.live.streams() * 37 % 4_000;
        let first = [format!("retry: {wait}\n\n").as_bytes(), &missed.bytes()].concat();
        Self {
            frames,
            wanted: listener.wanted,
            article: listener.article,
            person: listener.person,
            by_token: listener.by_token,
            changes: listener.changes,
            inbox: listener.inbox,
            first: Some(first.into()),
            told: missed.upto,
            until: Instant::now() + LIFE,
            _seat: seat,
        }
    }

    /// The bytes, as they come.
    pub fn bytes(self) -> impl Stream<Item = Result<Bytes, Infallible>> {
        stream::unfold(self, |mut watch| async move { Some((Ok(watch.next().await?), watch)) })
    }

    /// The next bytes; `None` at the end. A stream that fell too far behind ends too.
    async fn next(&mut self) -> Option<Bytes> {
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        loop {
            let frame = self.frames.recv().await.ok()?;
            if Instant::now() >= self.until || self.ends_with(frame.kind) {
                return None;
            }
            if self.wants(frame.kind) {
                return Some(frame.bytes.clone());
            }
        }
    }

    fn ends_with(&self, kind: Kind) -> bool {
        match kind {
            Kind::End => true,
            Kind::Doubt(person) => person == self.person,
            Kind::DoubtTokens => self.by_token,
            Kind::Change(..) | Kind::Resync(_) | Kind::Presence(_) | Kind::Inbox(_) | Kind::Beat => false,
        }
    }

    fn wants(&self, kind: Kind) -> bool {
        match kind {
            Kind::Change(number, chain, claim) => self.changes && number > self.told && self.wanted.has(chain, claim),
            Kind::Resync(number) => self.changes && number > self.told,
            Kind::Inbox(person) => self.inbox && person == self.person,
            Kind::Presence(article) => self.article == Some(article),
            Kind::Beat => true,
            Kind::Doubt(_) | Kind::DoubtTokens | Kind::End => false,
        }
    }
}
