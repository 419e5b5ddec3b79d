//! Remarks on a claim: making one, which speaks to those whom it names, settling it, and opening it again.

use super::{ReviewError, change, tell};
use crate::account::{Acting, Forbidden, Permission};
use crate::article::store::column_of;
use crate::claim::mention::{self, Somebody, Untold};
use crate::claim::store::mention::{Mention, insert_mentions, people_to_name};
use crate::claim::store::{self, Comment};
use crate::db::{DbConnection, StoreError, transact};
use crate::history::{self, Action, NewEvent, SubjectKind, chain_of};
use crate::ids::{ClaimId, CommentId, PersonId};
use crate::inbox::News;
use crate::input::Fields;
use serde_json::json;

/// Longest remark.
pub const COMMENT: usize = 20_000;

/// A remark that was made, and whom it reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Remarked {
    /// The remark.
    pub comment: Comment,
    /// Whom it names.
    pub named: Named,
}

/// Whom a remark names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Those who are told of it, each once; whoever made it is not told.
    pub told: Vec<(PersonId, String)>,
    /// Words behind `@` that tell nobody, each once, and why.
    pub untold: Vec<(String, Untold)>,
    /// The places that name somebody.
    places: Vec<(crate::span::Span, PersonId)>,
}

/// Whom a remark by somebody names.
pub fn named_in(c: &mut DbConnection, body: &str, author: PersonId) -> Result<Named, StoreError> {
    // Most remarks name nobody, and nobody has to be looked up for them.
    if !body.contains(['@', '＠', '﹫']) {
        return Ok(Named::default());
    }
    let people: Vec<Somebody> = people_to_name(c)?.into_iter().map(|(id, name, disabled)| Somebody { id, name, active: disabled.is_none() }).collect();
    let mut named = Named::default();
    for call in mention::calls(body, &people) {
        match call.who {
            Ok(id) => {
                named.places.push((call.span, id));
                let who = people.iter().find(|who| who.id == id).filter(|_| id != author);
                if let Some(who) = who.filter(|_| !named.told.iter().any(|(told, _)| *told == id)) {
                    named.told.push((id, who.name.clone()));
                }
            }
            Err(why) if !named.untold.iter().any(|(words, _)| *words == call.words) => named.untold.push((call.words, why)),
            Err(_) => {}
        }
    }
    Ok(named)
}

/// Makes a remark on a claim.
pub fn add_comment(c: &mut DbConnection, acting: &Acting, claim: ClaimId, body: &str) -> Result<Remarked, ReviewError> {
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
        let named = named_in(c, &comment.body, author_id)?;
        let place = |(span, person_id): &(crate::span::Span, PersonId)| Mention {
            comment_id: comment.id,
            span_start: column_of(span.start),
            span_end: column_of(span.end),
            person_id: *person_id,
        };
        insert_mentions(c, &named.places.iter().map(place).collect::<Vec<_>>())?;
        let event = NewEvent::new(Action::CommentAdded, SubjectKind::Comment, comment.id).claim(claim.id).after(json!({"body": comment.body}));
        let event = history::record(c, &acting.pen(), chain_of(claim.article_id), event)?;
        let people: Vec<PersonId> = named.told.iter().map(|(person, _)| *person).collect();
        tell::of_comment(c, acting, &claim, &comment, &people, event)?;
        Ok(Remarked { comment, named })
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
        let event = history::record(c, &acting.pen(), chain_of(claim.article_id), event)?;
        tell::of_settling(c, acting, &comment, News::CommentSettled, event, &resolution)?;
        comment.resolved_by = Some(by);
        comment.resolved_at = Some(acting.now);
        comment.resolution = Some(resolution);
        comment.revision += 1;
        Ok(comment)
    })
}

/// Opens a remark again that was settled, saying why. How it was settled stays in the history.
pub fn reopen_comment(c: &mut DbConnection, acting: &Acting, id: CommentId, reason: &str) -> Result<Comment, ReviewError> {
    acting.require(Permission::Check)?;
    let mut fields = Fields::new();
    let reason = fields.required_text("reason", reason, COMMENT);
    fields.done()?;
    transact(c, |c| {
        let comment = store::find_comment(c, id)?.ok_or(ReviewError::NotFound("comment"))?;
        let claim = change::claim_at(c, comment.claim_id, None)?;
        // Read again now that nobody else can be at it.
        let comment = store::find_comment(c, id)?.unwrap_or(comment);
        if comment.resolved_at.is_none() || !store::reopen_comment(c, id, comment.revision)? {
            return Err(ReviewError::Unchanged);
        }
        let event = NewEvent::new(Action::CommentReopened, SubjectKind::Comment, id)
            .claim(claim.id)
            .before(json!({"resolution": comment.resolution}))
            .after(json!({"body": comment.body}))
            .reason(&reason);
        let event = history::record(c, &acting.pen(), chain_of(claim.article_id), event)?;
        tell::of_settling(c, acting, &comment, News::CommentReopened, event, &reason)?;
        Ok(Comment { resolved_by: None, resolved_at: None, resolution: None, revision: comment.revision + 1, ..comment })
    })
}
