//! Sentences of an article's text: what each of them is.

use super::{Answered, Request, reply};
use crate::article::SentenceKind;
use crate::article::store::{self, Sentence};
use crate::ids::{PersonId, SentenceId};
use crate::review::{ReviewError, amend};
use crate::span::Span;
use crate::web::{Desk, Problem};
use actix_web::web;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A sentence, heading or line of a text.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SentenceJson {
    /// Its id.
    pub id: SentenceId,
    /// Its place in the text.
    pub span: Span,
    /// What it is.
    pub kind: SentenceKind,
    /// Who said so; `null` where the extraction did.
    pub marked_by: Option<PersonId>,
    /// Counts its changes; a change must name the one it was made on.
    pub revision: i32,
}

impl From<Sentence> for SentenceJson {
    fn from(sentence: Sentence) -> Self {
        Self { span: sentence.span(), id: sentence.id, kind: sentence.kind, marked_by: sentence.marked_by, revision: sentence.revision }
    }
}

/// A change of a sentence.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"revision": 1, "kind": "opinion"}))]
pub struct SentencePatch {
    /// The revision that was changed; may be given as `If-Match` instead.
    revision: Option<i32>,
    /// What it is.
    kind: SentenceKind,
}

/// Say what a sentence is.
#[utoipa::path(patch, path = "/api/v1/sentences/{id}", operation_id = "mark_sentence", tag = "Articles",
    params(("id" = SentenceId, Path, description = "The sentence.")), request_body = SentencePatch,
    responses((status = 200, description = "The sentence as it is now.", body = SentenceJson)))]
pub async fn update(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: SentenceId = request.id("sentence")?;
        let patch: SentencePatch = request.json()?;
        let revision = request.revision(patch.revision)?;
        let acting = room.acting();
        match amend::mark_sentence(room.c, &acting, id, patch.kind, Some(revision)) {
            Ok(sentence) => {
                let revision = sentence.revision;
                reply::row(&SentenceJson::from(sentence), revision)
            }
            Err(error @ ReviewError::Stale { .. }) => {
                let now = store::find_sentence(room.c, id)?.ok_or_else(|| Problem::not_found("sentence"))?;
                Err(Problem { current: Some(serde_json::json!(SentenceJson::from(now))), ..error.into() })
            }
            Err(error) => Err(error.into()),
        }
    })
    .await
}
