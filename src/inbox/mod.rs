//! What people are told of: that somebody speaks to them, gave them a claim, or did something with their work.
//!
//! A line of the inbox is written by the deed that it tells of, in the same transaction ([`tell`]); which deed tells whom
//! stands in `review::tell`. Whoever did it is never told, and nobody is told twice of one thing. Reading a line changes
//! nothing about the claim, so it is no line of history. What goes out by e-mail is made from the same lines.

pub mod store;
pub mod words;

use crate::account::Acting;
use crate::codes;
use crate::db::{DbConnection, StoreError, notice, transact};
use crate::ids::{ClaimId, CommentId, EventId, NotificationId, PersonId};
use store::Notification;

codes! {
    /// What somebody is told of.
    "news"
    pub enum News {
        /// A remark names them.
        Mention = "mention",
        /// There is a remark on a claim that is theirs, or on which they remarked.
        Comment = "comment",
        /// Their remark was settled.
        CommentSettled = "comment_settled",
        /// Their remark, or one that they settled, was opened again.
        CommentReopened = "comment_reopened",
        /// A claim was given to them.
        Assigned = "assigned",
        /// Their claim was sent back.
        SentBack = "sent_back",
        /// Their verdict was signed off.
        SignedOff = "signed_off",
        /// A claim that was signed off with their verdict was opened again.
        Reopened = "reopened",
        /// They are asked to check a claim a second time.
        SecondAsked = "second_asked",
        /// The second check that they asked for, or of their finding, was given.
        SecondGiven = "second_given",
    }
}

/// Most letters of what was said that a line keeps; the claim has the rest.
const SAID: usize = 500;
/// Most lines that are marked as read at once.
const MOST: i64 = 20_000;

/// What a deed tells of.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The claim.
    pub claim: ClaimId,
    /// The remark, where it is one.
    pub comment: Option<CommentId>,
    /// The line of history.
    pub event: EventId,
    /// What was said: the remark, the message, the reason.
    pub said: &'a str,
}

/// Puts a line into the inbox of each of these people, once, as what it is first named; whoever acts is left out. Must run
/// inside the transaction of the deed.
pub fn tell(c: &mut DbConnection, acting: &Acting, people: impl IntoIterator<Item = (PersonId, News)>, told: &Told<'_>) -> Result<(), StoreError> {
    let mut rows: Vec<Notification> = Vec::new();
    for (person_id, news) in people {
        if Some(person_id) == acting.id || rows.iter().any(|row| row.person_id == person_id) {
            continue;
        }
        rows.push(Notification {
            id: acting.ids.make(),
            person_id,
            kind: news,
            claim_id: told.claim,
            comment_id: told.comment,
            event_id: told.event,
            actor_id: acting.id,
            actor_name: acting.name.replace('\0', "\u{FFFD}"),
            said: shortened(told.said),
            created_at: acting.now,
            read_at: None,
            mailed_at: None,
        });
    }
    store::insert(c, &rows)
}

fn shortened(said: &str) -> String {
    let mut short: String = said.chars().take(SAID).collect();
    if short.len() < said.len() {
        short.push('…');
    }
    short
}

/// Which lines somebody has read.
#[derive(Clone, Debug)]
pub enum Read {
    /// These.
    These(Vec<NotificationId>),
    /// All that tell of something up to this number of the order of history: what a page showed, and nothing that came in
    /// behind it.
    UpTo(i64),
}

/// Marks lines of one's own inbox as read; says how many were unread. Lines of others are left alone.
pub fn mark_read(c: &mut DbConnection, acting: &Acting, read: &Read) -> Result<usize, StoreError> {
    let Some(me) = acting.id else { return Ok(0) };
    transact(c, |c| {
        let ids = match read {
            Read::These(ids) => ids.clone(),
            Read::UpTo(number) => store::unread_up_to(c, me, *number, MOST)?,
        };
        let marked = store::mark_read(c, me, &ids, acting.now)?;
        if marked > 0 {
            notice::tell(c, notice::INBOX, &me.to_string())?;
        }
        Ok(marked)
    })
}
