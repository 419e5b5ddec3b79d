//! Articles: put one in, read it with its sentences and claims, change what is said of it, sign it off.

use super::claim::{ClaimJson, claims_json};
use super::sentence::SentenceJson;
use super::wire::{Day, Given, ListJson, Names, PersonRef, day_text};
use super::{Answered, Request, paging, reply};
use crate::article::store::{self, Article, ArticleFilter, Version};
use crate::article::{ArticleState, Coverage};
use crate::claim::WorkState;
use crate::claim::store::{self as claims, queue};
use crate::code::Code;
use crate::db::{DbConnection, page::Page};
use crate::ids::{ArticleId, VersionId};
use crate::input::FieldError;
use crate::intake::read::Hint;
use crate::intake::{self, NewArticle};
use crate::review::ReviewError;
use crate::review::article::{self as review, ArticleDetails};
use crate::web::{Answer, Desk, Problem, Room};
use actix_web::http::StatusCode;
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// An article under check.
#[derive(Debug, Serialize, ToSchema)]
pub struct ArticleJson {
    /// Its id.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// Who wrote it; may be empty.
    pub byline: String,
    /// Who publishes it; may be empty.
    pub publisher: String,
    /// Where it stands on the web.
    pub source_url: Option<String>,
    /// The day it was or will be published.
    #[schema(value_type = Option<String>, format = Date)]
    pub published_on: Option<Day>,
    /// BCP 47 code of its language, `und` where it can't be told.
    pub language: String,
    /// Where its check stands.
    pub state: ArticleState,
    /// How many claims are in each work state.
    #[schema(value_type = ClaimCounts)]
    pub claim_counts: BTreeMap<WorkState, i64>,
    /// How this check was done, beyond the desk's own note; may be empty.
    pub method_note: String,
    /// Why this article was chosen for a check; may be empty.
    pub selection_reason: String,
    /// Why it was signed off with open sentences or claims, where it was.
    pub coverage_reason: Option<String>,
    /// Who signed it off.
    pub signed_off_by: Option<PersonRef>,
    /// When.
    pub signed_off_at: Option<DateTime<Utc>>,
    /// Who put it in; `null` for the command line.
    pub created_by: Option<PersonRef>,
    /// When it came in.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts its changes; a change must name the one it was made on.
    pub revision: i32,
}

/// How many claims are in each work state.
#[derive(ToSchema)]
#[expect(dead_code, reason = "stands for the map in the description")]
pub struct ClaimCounts {
    to_check: i64,
    checking: i64,
    waiting: i64,
    in_review: i64,
    signed_off: i64,
    set_aside: i64,
}

/// An article with its text, sentences and claims.
#[derive(Debug, Serialize, ToSchema)]
pub struct ArticleFullJson {
    /// The article.
    #[serde(flatten)]
    pub article: ArticleJson,
    /// Its present text.
    pub version: VersionJson,
    /// How far the sentences are accounted for.
    pub coverage: CoverageJson,
    /// The sentences of the text, in order.
    pub sentences: Vec<SentenceJson>,
    /// The claims, by number.
    pub claims: Vec<ClaimJson>,
    /// What was done to the text on its way in, in sentences; only right after it came in.
    pub notes: Vec<String>,
}

/// One immutable state of an article's text.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionJson {
    /// Its id.
    pub id: VersionId,
    /// Its number, from 1.
    pub number: i32,
    /// The text; all spans count in it.
    pub text: String,
    /// SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal.
    pub text_sha256: String,
    /// When it came in.
    pub created_at: DateTime<Utc>,
}

impl From<Version> for VersionJson {
    fn from(version: Version) -> Self {
        Self { id: version.id, number: version.number, text: version.text, text_sha256: version.text_sha256, created_at: version.created_at.0 }
    }
}

/// How far the sentences are accounted for.
#[derive(Debug, Serialize, ToSchema)]
pub struct CoverageJson {
    /// All sentences.
    pub sentences: usize,
    /// Those that hold a claim, or are of a kind that needs no check.
    pub accounted: usize,
    /// Those that somebody still has to look at.
    pub open: usize,
}

impl From<Coverage> for CoverageJson {
    fn from(coverage: Coverage) -> Self {
        Self { sentences: coverage.sentences, accounted: coverage.accounted, open: coverage.open() }
    }
}

impl ArticleJson {
    fn all(c: &mut DbConnection, rows: Vec<Article>) -> Result<Vec<Self>, Problem> {
        let ids: Vec<ArticleId> = rows.iter().map(|article| article.id).collect();
        let names = Names::of(c, rows.iter().flat_map(|article| [article.created_by, article.signed_off_by]))?;
        let none: BTreeMap<WorkState, i64> = WorkState::ALL.iter().map(|state| (*state, 0)).collect();
        let mut counts: BTreeMap<ArticleId, BTreeMap<WorkState, i64>> = BTreeMap::new();
        for (id, state, count) in queue::count_by_article(c, &ids)? {
            counts.entry(id).or_insert_with(|| none.clone()).insert(state, count);
        }
        let json = |article: Article| Self {
            id: article.id,
            title: article.title,
            byline: article.byline,
            publisher: article.publisher,
            source_url: article.source_url,
            published_on: article.published_on.map(Day),
            language: article.language,
            state: article.state,
            claim_counts: counts.remove(&article.id).unwrap_or_else(|| none.clone()),
            method_note: article.method_note,
            selection_reason: article.selection_reason,
            coverage_reason: article.coverage_reason,
            signed_off_by: names.get(article.signed_off_by),
            signed_off_at: article.signed_off_at.map(|at| at.0),
            created_by: names.get(article.created_by),
            created_at: article.created_at.0,
            updated_at: article.updated_at.0,
            revision: article.revision,
        };
        Ok(rows.into_iter().map(json).collect())
    }

    fn one(c: &mut DbConnection, article: Article) -> Result<Self, Problem> {
        Self::all(c, vec![article])?.pop().ok_or_else(|| Problem::not_found("article"))
    }
}

fn full(room: &mut Room<'_>, article: Article, version: Version, notes: Vec<String>) -> Result<ArticleFullJson, Problem> {
    let c = &mut *room.c;
    let sentences = store::list_sentences(c, version.id)?;
    let rows = claims::list_of_article(c, article.id)?;
    let coverage = review::coverage(&sentences, &claims::spans_of_article(c, article.id)?).into();
    let version = VersionJson::from(version);
    let sentences = sentences.into_iter().map(SentenceJson::from).collect();
    let article = ArticleJson::one(c, article)?;
    Ok(ArticleFullJson { claims: claims_json(room, rows)?, article, version, coverage, sentences, notes })
}

/// Which articles to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct ArticleQuery {
    /// With these words in title or text; the last may be the beginning of one.
    q: Option<String>,
    /// Whose check stands here.
    state: Option<ArticleState>,
    /// How many; 50 unless said otherwise, and never more than 200.
    #[param(minimum = 1)]
    limit: Option<i64>,
    /// What the page before gave as `next_cursor`.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    cursor: Option<String>,
}

/// List articles, newest first.
#[utoipa::path(get, path = "/api/v1/articles", operation_id = "list_articles", tag = "Articles", params(ArticleQuery),
    responses((status = 200, description = "One page of articles.", body = ListJson<ArticleJson>)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let query: ArticleQuery = request.query()?;
        let (limit, _) = paging::<store::ListKey>(query.limit, query.cursor.as_deref())?;
        let page = store::list(room.c, &ArticleFilter { q: query.q, state: query.state, cursor: query.cursor }, limit)?;
        let rows = ArticleJson::all(room.c, page.rows)?;
        reply::value(&ListJson::from(Page { rows, next: page.next }))
    })
    .await
}

/// Read an article with its text, sentences and claims.
#[utoipa::path(get, path = "/api/v1/articles/{id}", operation_id = "read_article", tag = "Articles",
    params(("id" = ArticleId, Path, description = "The article.")), responses((status = 200, description = "The article.", body = ArticleFullJson)))]
pub async fn show(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let id: ArticleId = request.id("article")?;
        let (article, version) = store::find_with_version(room.c, id)?.ok_or_else(|| Problem::not_found("article"))?;
        let revision = article.revision;
        reply::row(&full(room, article, version, Vec::new())?, revision)
    })
    .await
}

/// A new article: its text as `text` or `html`, and what is known of it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"title": "The border", "publisher": "The Norland Courier", "text": "Bloomberg reported on Monday that 400 soldiers crossed the border on 3 February, citing the defence ministry."}))]
pub struct ArticlePost {
    /// The text as plain text. This or `html` is needed.
    text: Option<String>,
    /// The text as a page; the article is taken out of it, with what the page says of itself.
    html: Option<String>,
    /// An address to fetch the article from. This version of the desk can't: send the text.
    url: Option<String>,
    /// Its title; where left out, the page's own or the first line.
    title: Option<String>,
    /// Who wrote it.
    byline: Option<String>,
    /// Who publishes it.
    publisher: Option<String>,
    /// The day it was or will be published.
    #[schema(value_type = Option<String>, format = Date)]
    published_on: Option<Day>,
    /// Where it stands on the web.
    source_url: Option<String>,
}

/// Put an article in. It is broken into sentences and claims at once.
#[utoipa::path(post, path = "/api/v1/articles", operation_id = "add_article", tag = "Articles", request_body = ArticlePost,
    responses((status = 201, description = "The article with its claims.", body = ArticleFullJson)))]
pub async fn create(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let new: ArticlePost = request.json()?;
        let limits = room.desk.settings.limits;
        let draft = match (&new.text, &new.html, &new.url) {
            (Some(text), None, None) => intake::read::Draft { text: text.clone(), ..intake::read::Draft::default() },
            (None, Some(html), None) => {
                let hint = Hint { file_name: None, media_type: Some("text/html; charset=utf-8") };
                intake::draft_of(html.as_bytes(), hint, &limits)?
            }
            (None, None, Some(_)) => {
                let fields = vec![FieldError::new("url", "problem-fetch-off")];
                return Err(Problem { fields, ..Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "fetch_off") });
            }
            (None, None, None) => return Err(Problem::invalid(vec![FieldError::new("text", "field-required")])),
            _ => return Err(Problem::unfit("text", "give only one of “text”, “html” and “url”")),
        };
        // What is given goes before what a page says of itself.
        let said = |given: &Option<String>, found: Option<String>| given.clone().filter(|text| !text.trim().is_empty()).or(found).unwrap_or_default();
        let article = NewArticle {
            title: &said(&new.title, draft.title),
            byline: &said(&new.byline, draft.byline),
            publisher: &said(&new.publisher, draft.publisher),
            source_url: &said(&new.source_url, draft.source_url),
            published_on: &day_text(new.published_on.or(draft.published_on.map(Day))),
            text: &draft.text,
        };
        let imported = intake::import_article(room.c, &room.acting(), &article, &limits)?;
        let notes = notes_said(&draft.notes, room);
        let id = imported.article.id;
        let (article, version) = store::find_with_version(room.c, id)?.ok_or_else(|| Problem::not_found("article"))?;
        let revision = article.revision;
        reply::created(&format!("/articles/{id}"), &full(room, article, version, notes)?, Some(revision))
    })
    .await
}

/// What was done to a text on its way in, in sentences.
pub(super) fn notes_said(notes: &[intake::read::ReadNote], room: &Room<'_>) -> Vec<String> {
    let note = |note: &intake::read::ReadNote| match note.subject() {
        Some((name, value)) => {
            let arg = value.parse::<i64>().map_or_else(|_| crate::wording::Arg::from(&value), crate::wording::Arg::from);
            room.words.with(note.key(), &[(name, arg)])
        }
        None => room.words.t(note.key()).into_owned(),
    };
    notes.iter().map(note).collect()
}

/// A change of what is said of an article. What is left out stays as it is; `null` empties a field.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"revision": 1, "byline": "Ana Reporter", "method_note": "Checked by telephone."}))]
pub struct ArticlePatch {
    /// The revision that was changed; may be given as `If-Match` instead.
    revision: Option<i32>,
    /// Its title.
    #[schema(min_length = 1, max_length = 10_000)]
    title: Option<String>,
    /// Who wrote it.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 500)]
    byline: Given<String>,
    /// Who publishes it.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 500)]
    publisher: Given<String>,
    /// Where it stands on the web.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 2000)]
    source_url: Given<String>,
    /// The day it was or will be published.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    published_on: Given<Day>,
    /// How this check was done, beyond the desk's own note.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 100_000)]
    method_note: Given<String>,
    /// Why this article was chosen for a check.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 100_000)]
    selection_reason: Given<String>,
}

fn find(c: &mut DbConnection, id: ArticleId) -> Result<Article, Problem> {
    store::find_article(c, id)?.ok_or_else(|| Problem::not_found("article"))
}

/// The article as it is after a deed, or why it was refused: where somebody was faster, with the article as it is now.
fn outcome(c: &mut DbConnection, id: ArticleId, done: Result<Article, ReviewError>) -> Result<Answer, Problem> {
    match done {
        Ok(article) => {
            let revision = article.revision;
            reply::row(&ArticleJson::one(c, article)?, revision)
        }
        Err(error @ ReviewError::Stale { .. }) => {
            let now = find(c, id)?;
            Err(Problem { current: Some(serde_json::json!(ArticleJson::one(c, now)?)), ..error.into() })
        }
        Err(error) => Err(error.into()),
    }
}

/// Change what is said of an article beside its text.
#[utoipa::path(patch, path = "/api/v1/articles/{id}", operation_id = "change_article", tag = "Articles",
    params(("id" = ArticleId, Path, description = "The article.")), request_body = ArticlePatch,
    responses((status = 200, description = "The article as it is now.", body = ArticleJson)))]
pub async fn update(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: ArticleId = request.id("article")?;
        let patch: ArticlePatch = request.json()?;
        let revision = request.revision(patch.revision)?;
        let was = find(room.c, id)?;
        let details = ArticleDetails {
            title: patch.title.as_deref().unwrap_or(&was.title),
            byline: patch.byline.over(&was.byline),
            publisher: patch.publisher.over(&was.publisher),
            source_url: patch.source_url.over(was.source_url.as_deref().unwrap_or_default()),
            published_on: &patch.published_on.over(was.published_on),
            method_note: patch.method_note.over(&was.method_note),
            selection_reason: patch.selection_reason.over(&was.selection_reason),
        };
        let acting = room.acting();
        let done = review::amend_article(room.c, &acting, id, &details, Some(revision));
        outcome(room.c, id, done)
    })
    .await
}

/// Why, and which revision of the article was looked at.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "The last two claims are set aside by agreement."}))]
pub struct StandingPost {
    /// The revision of the article that was looked at; may be given as `If-Match` instead.
    revision: Option<i32>,
    /// Why. To sign off it is needed only while sentences or claims are open; to open again always.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    reason: String,
}

/// Sign an article off as a whole.
#[utoipa::path(post, path = "/api/v1/articles/{id}/sign-off", operation_id = "sign_off_article", tag = "Articles",
    params(("id" = ArticleId, Path, description = "The article.")), request_body = Option<StandingPost>,
    responses((status = 200, description = "The article as it is now.", body = ArticleJson)))]
pub async fn sign_off(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: ArticleId = request.id("article")?;
        let new: StandingPost = request.json_or_nothing()?;
        let revision = request.revision_if_sent(new.revision)?;
        let acting = room.acting();
        let done = review::sign_off_article(room.c, &acting, id, &new.reason, revision);
        outcome(room.c, id, done)
    })
    .await
}

/// Open the check of a signed-off article again.
#[utoipa::path(post, path = "/api/v1/articles/{id}/re-open", operation_id = "reopen_article", tag = "Articles",
    params(("id" = ArticleId, Path, description = "The article.")), request_body = Option<StandingPost>,
    responses((status = 200, description = "The article as it is now.", body = ArticleJson)))]
pub async fn reopen(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: ArticleId = request.id("article")?;
        let new: StandingPost = request.json_or_nothing()?;
        let revision = request.revision_if_sent(new.revision)?;
        let acting = room.acting();
        let done = review::reopen_article(room.c, &acting, id, &new.reason, revision);
        outcome(room.c, id, done)
    })
    .await
}
