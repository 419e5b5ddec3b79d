//! What a line of an inbox says, and where it leads.

use super::News;
use super::store::Notification;
use crate::code::Code;
use crate::wording::{Arg, Words};

/// What a line tells, in a sentence.
pub fn sentence(line: &Notification, number: i32, w: &Words) -> String {
    let who = if line.actor_id.is_none() { w.t("happened-command-line").into_owned() } else { line.actor_name.clone() };
    w.with(&format!("inbox-{}", line.kind.code().replace('_', "-")), &[("who", Arg::from(who)), ("number", Arg::from(i64::from(number)))])
}

/// The address of what a line is about.
pub fn target(line: &Notification) -> String {
    let place = match (line.comment_id, line.kind) {
        // The page shows some of a long talk: it must be told which.
        (Some(comment), _) => format!("?remark={comment}#remark-{comment}"),
        (None, News::Assigned) => "#assigning".to_owned(),
        (None, News::SecondAsked | News::SecondGiven) => "#second".to_owned(),
        (None, News::SentBack) => "#history".to_owned(),
        (None, _) => "#finding".to_owned(),
    };
    format!("/claims/{}{place}", line.claim_id)
}
