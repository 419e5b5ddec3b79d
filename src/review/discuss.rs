//! Remarks on a claim, and settling them.

use super::ReviewError;
use super::change;
use crate::account::{Acting, Forbidden, Permission};
use crate::claim::store::{self, Comment};
use crate::db::{DbConnection, transact};
use crate::history::{self, Action, NewEvent, SubjectKind, chain_of};
use crate::ids::{ClaimId, CommentId};
use crate::input::Fields;
use serde_json::json;

/// Longest remark.
pub const COMMENT: usize = 20_000;

/// Makes a remark on a claim.
pub fn add_comment(c: &mut DbConnection, acting: &Acting, claim: ClaimId, body: &str) -> Result<Comment, ReviewError> {
    acting.require(Permission::Check)?;
    let author_id = acting.id.ok_or(Forbidden(Permission::Check))?;
    let mut fields = Fields::new();
    let body = fields.required_text("body", body, COMMENT);
    fields.done()?;
    transact(c, |c| {
        let claim = change::claim_at(c, claim, None)?;
        let comment = Comment {
            id: acting.ids.make(),
            claim_id: claim.id,
            author_id,
            body,
            created_at: acting.now,
            resolved_by: None,
            resolved_at: None,
            resolution: None,
            revision: 1,
        };
        store::insert_comment(c, &comment)?;
        let event = NewEvent::new(Action::CommentAdded, SubjectKind::Comment, comment.id).claim(claim.id).after(json!({"body": comment.body}));
        history::record(c, &acting.pen(), chain_of(claim.article_id), event)?;
        Ok(comment)
    })
}

/// Settles a remark, saying how.
pub fn resolve_comment(c: &mut DbConnection, acting: &Acting, id: CommentId, resolution: &str) -> Result<Comment, ReviewError> {
    acting.require(Permission::Check)?;
    let by = acting.id.ok_or(Forbidden(Permission::Check))?;
    let mut fields = Fields::new();
    let resolution = fields.required_text("resolution", resolution, COMMENT);
    fields.done()?;
    transact(c, |c| {
        let mut comment = store::find_comment(c, id)?.ok_or(ReviewError::NotFound("comment"))?;
        let claim = change::claim_at(c, comment.claim_id, None)?;
        if !store::resolve_comment(c, id, by, acting.now, &resolution, comment.revision)? {
            return Err(ReviewError::Stale { what: "comment", current: json!({"resolution": comment.resolution, "revision": comment.revision}) });
        }
        let event = NewEvent::new(Action::CommentResolved, SubjectKind::Comment, id)
            .claim(claim.id)
            .after(json!({"body": comment.body, "resolution": resolution}))
            .reason(&resolution);
        history::record(c, &acting.pen(), chain_of(claim.article_id), event)?;
        comment.resolved_by = Some(by);
        comment.resolved_at = Some(acting.now);
        comment.resolution = Some(resolution);
        comment.revision += 1;
        Ok(comment)
    })
}
