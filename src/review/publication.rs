//! Taking back a step on an article's public page.

use super::ReviewError;
use crate::account::Acting;
use crate::article::publication::{Publication, store};
use crate::db::DbConnection;
use crate::history::{self, Action, Event, NewEvent, SubjectKind, chain_of};
use crate::ids::PublicationId;
use serde_json::Value;

/// Puts a page back to what it was before a line of history.
pub(super) fn undo(c: &mut DbConnection, acting: &Acting, event: &Event) -> Result<(), ReviewError> {
    let row = store::find(c, PublicationId(event.subject_id.0))?.ok_or(ReviewError::NotFound("public page"))?;
    let (was, is) = (event.before_value(), event.after_value());
    if row.as_json() != is {
        return Err(ReviewError::UndoStale);
    }
    let public = was.get("public").and_then(Value::as_bool).unwrap_or(false);
    if public && !row.is_public() && store::public_of_article(c, row.article_id)?.is_some() {
        // Another page of the article is public meanwhile.
        return Err(ReviewError::UndoStale);
    }
    let report = |key: &str| was.get(key).cloned().map(serde_json::from_value).transpose().map_err(|_| ReviewError::NotUndoable);
    let number = was.get("number").and_then(Value::as_i64).and_then(|number| i32::try_from(number).ok());
    let after = Publication {
        report_id: report("report_id")?.unwrap_or(row.report_id),
        number: number.unwrap_or(row.number),
        withdrawn_at: if public { None } else { Some(acting.now) },
        updated_at: acting.now,
        ..row.clone()
    };
    let action = match (row.is_public(), after.is_public()) {
        (_, false) => Action::PageWithdrawn,
        (false, true) => Action::PagePublished,
        (true, true) => Action::PageMoved,
    };
    if !store::update(c, &after)? {
        return Err(ReviewError::UndoStale);
    }
    let line = NewEvent::new(action, SubjectKind::Page, row.id).before(row.as_json()).after(after.as_json()).undoing(Some(event.id));
    history::record(c, &acting.pen(), chain_of(row.article_id), line)?;
    Ok(())
}
