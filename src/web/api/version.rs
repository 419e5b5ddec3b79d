//! Versions of an article's text: list them, read one, put the next one in, or see what it would do.

use super::article::VersionJson;
use super::wire::{ListJson, Names, PersonRef};
use super::{Answered, Request, reply};
use crate::article::store;
use crate::claim::{Anchor, Substance, Veil, WorkState};
use crate::db::page::Page;
use crate::ids::{ArticleId, ClaimId, VersionId};
use crate::input::FieldError;
use crate::intake::read::Hint;
use crate::intake::{self, Carried, NewVersion, Plan, Seen};
use crate::web::{Desk, Problem};
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A version without its text.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionHeadJson {
    /// Its id.
    pub id: VersionId,
    /// Its number, from 1.
    pub number: i32,
    /// The title at the time.
    pub title: String,
    /// SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal.
    pub text_sha256: String,
    /// Who put it in; `null` for the command line.
    pub created_by: Option<PersonRef>,
    /// When it came in.
    pub created_at: DateTime<Utc>,
}

/// The next text of an article.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "Bloomberg reported on Monday that 450 soldiers crossed the border on 3 February, citing the defence ministry.", "preview": true}))]
pub struct VersionPost {
    /// The text as plain text. This or `html` is needed.
    text: Option<String>,
    /// The text as a page; the article is taken out of it.
    html: Option<String>,
    /// The title, where it changes.
    #[serde(default)]
    #[schema(max_length = 10_000)]
    title: String,
    /// Only say what it would do; nothing is written.
    #[serde(default)]
    preview: bool,
    /// What a preview gave as `base`: where anything it was worked out from has changed since, nothing is done.
    base: Option<String>,
    /// The revision of the article that was looked at; may be given as `If-Match` instead.
    revision: Option<i32>,
}

/// What becomes of a claim.
#[derive(Debug, Serialize, ToSchema)]
pub struct CarriedJson {
    /// Which claim.
    pub id: ClaimId,
    /// Its number in the article.
    pub number: i32,
    /// How well its place is known.
    pub anchor: Anchor,
    /// Its wording after.
    pub statement: String,
    /// Its words in the text before.
    pub words_before: String,
    /// Its words in the new text; empty where they are gone.
    pub words_after: String,
    /// Its pieces in the new text.
    #[schema(value_type = Vec<[usize; 2]>)]
    pub spans: Vec<crate::span::Span>,
    /// Where it stood before.
    pub state_before: WorkState,
    /// Where it stands after.
    pub state: WorkState,
    /// Its verdict before.
    pub substance_before: Option<Substance>,
    /// Whether its wording was kept although its words changed: somebody has to look at it.
    pub check_wording: bool,
    /// Whether other words in its sentence changed.
    pub sentence_changed: bool,
}

impl CarriedJson {
    fn of(carried: &Carried, veil: &Veil) -> Self {
        Self {
            id: carried.before.id,
            number: carried.before.number,
            anchor: carried.anchor(),
            statement: carried.after.statement.clone(),
            words_before: carried.was.clone(),
            words_after: carried.is.clone(),
            spans: carried.pieces.clone(),
            state_before: carried.before.state,
            state: carried.after.state,
            substance_before: carried.before.substance.filter(|_| !veil.hides(carried.before.id)),
            check_wording: carried.check_wording,
            sentence_changed: carried.around,
        }
    }
}

/// A claim that is new.
#[derive(Debug, Serialize, ToSchema)]
pub struct NewClaimJson {
    /// Its id; `null` in a preview.
    pub id: Option<ClaimId>,
    /// The number it gets.
    pub number: i32,
    /// Its wording.
    pub statement: String,
    /// Its words in the text.
    pub words: String,
}

/// What a new version does to the claims of an article. Every claim is in one of the lists.
#[derive(Debug, Serialize, ToSchema)]
pub struct CarryOverJson {
    /// The article.
    pub article: ArticleId,
    /// Number of the version before.
    pub from: i32,
    /// Number of the new version.
    pub number: i32,
    /// Whether it was only worked out.
    pub preview: bool,
    /// Stands for everything this was worked out from.
    pub base: String,
    /// Same words at the same place.
    pub kept: Vec<CarriedJson>,
    /// Same words at another place.
    pub moved: Vec<CarriedJson>,
    /// Words changed: to be checked again.
    pub changed: Vec<CarriedJson>,
    /// Words gone: taken out.
    pub lost: Vec<CarriedJson>,
    /// Not in the text before.
    pub new: Vec<NewClaimJson>,
    /// Claims that had been taken out before, and stay out.
    pub removed: Vec<CarriedJson>,
    /// What was done to the text on its way in, in sentences.
    pub notes: Vec<String>,
}

impl CarryOverJson {
    fn of(plan: &Plan, veil: &Veil, new: &[(i32, ClaimId)], preview: bool, notes: Vec<String>) -> Self {
        let one = |carried: &Carried| CarriedJson::of(carried, veil);
        let list = |anchor| plan.with_anchor(anchor).map(one).collect();
        Self {
            article: plan.article.id,
            from: plan.from.number,
            number: plan.number,
            preview,
            base: plan.base.clone(),
            kept: list(Anchor::Exact),
            moved: list(Anchor::Moved),
            changed: list(Anchor::Changed),
            lost: list(Anchor::Lost),
            new: plan
                .new
                .iter()
                .map(|found| NewClaimJson {
                    id: new.iter().find(|(number, _)| *number == found.number).map(|(_, id)| *id),
                    number: found.number,
                    statement: found.statement.clone(),
                    words: found.words.clone(),
                })
                .collect(),
            removed: plan.claims.iter().filter(|carried| carried.was_out()).map(one).collect(),
            notes,
        }
    }
}

/// List the versions of an article's text, oldest first.
#[utoipa::path(get, path = "/api/v1/articles/{id}/versions", operation_id = "list_versions", tag = "Articles",
    params(("id" = ArticleId, Path, description = "The article.")),
    responses((status = 200, description = "All versions.", body = ListJson<VersionHeadJson>)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let id: ArticleId = request.id("article")?;
        store::find_article(room.c, id)?.ok_or_else(|| Problem::not_found("article"))?;
        let heads = store::list_versions(room.c, id)?;
        let names = Names::of(room.c, heads.iter().map(|head| head.created_by))?;
        let json = |head: store::VersionHead| VersionHeadJson {
            id: head.id,
            number: head.number,
            title: head.title,
            text_sha256: head.text_sha256,
            created_by: names.get(head.created_by),
            created_at: head.created_at.0,
        };
        reply::value(&ListJson::from(Page { rows: heads.into_iter().map(json).collect(), next: None }))
    })
    .await
}

/// Read one version of an article's text, by its number.
#[utoipa::path(get, path = "/api/v1/articles/{id}/versions/{number}", operation_id = "read_version", tag = "Articles",
    params(("id" = ArticleId, Path, description = "The article."), ("number" = i32, Path, description = "Number of the version, from 1.")),
    responses((status = 200, description = "The version.", body = VersionJson)))]
pub async fn show(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let id: ArticleId = request.id("article")?;
        let number = request.number("version")?;
        let version = store::find_numbered(room.c, id, number)?.ok_or_else(|| Problem::not_found("version"))?;
        reply::value(&VersionJson::from(version))
    })
    .await
}

/// Put the next version of an article's text in, or with `preview` only see what it would do. The work on unchanged
/// claims stays; claims whose words changed are to be checked again; those whose words are gone are taken out.
#[utoipa::path(post, path = "/api/v1/articles/{id}/versions", operation_id = "add_version", tag = "Articles",
    params(("id" = ArticleId, Path, description = "The article.")), request_body = VersionPost,
    responses((status = 201, description = "What became of the claims.", body = CarryOverJson),
        (status = 200, description = "What would become of the claims: a preview.", body = CarryOverJson)))]
pub async fn create(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: ArticleId = request.id("article")?;
        let new: VersionPost = request.json()?;
        let revision = request.revision_if_sent(new.revision)?;
        let limits = room.desk.settings.limits;
        let draft = match (&new.text, &new.html) {
            (Some(text), None) => intake::read::Draft { text: text.clone(), ..intake::read::Draft::default() },
            (None, Some(html)) => {
                let hint = Hint { file_name: None, media_type: Some("text/html; charset=utf-8") };
                intake::draft_of(html.as_bytes(), hint, &limits)?
            }
            (None, None) => return Err(Problem::invalid(vec![FieldError::new("text", "field-required")])),
            _ => return Err(Problem::unfit("text", "give only one of “text” and “html”")),
        };
        let notes = super::article::notes_said(&draft.notes, room);
        let acting = room.acting();
        let version = NewVersion { title: &new.title, text: &draft.text };
        if new.preview {
            let plan = intake::preview_version(room.c, &acting, id, &version, &limits)?;
            return reply::value(&CarryOverJson::of(&plan, &*room.veil()?, &[], true, notes));
        }
        let seen = Seen { revision, base: new.base.as_deref() };
        let plan = intake::add_version(room.c, &acting, id, &version, seen, &limits)?;
        let claims = crate::claim::store::list_of_article(room.c, id)?;
        let numbered: Vec<(i32, ClaimId)> = claims.iter().map(|claim| (claim.number, claim.id)).collect();
        let revision = store::find_article(room.c, id)?.map(|article| article.revision);
        let path = format!("/articles/{id}/versions/{}", plan.number);
        reply::created(&path, &CarryOverJson::of(&plan, &*room.veil()?, &numbered, false, notes), revision)
    })
    .await
}
