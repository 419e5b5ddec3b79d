//! The article as a whole: how far it is, its sign-off (rule 5), its details.

use super::ReviewError;
use crate::account::{Acting, Permission};
use crate::article::store::{self, Article, Sentence};
use crate::article::{ArticleState, Coverage, SentenceKind};
use crate::claim::WorkState;
use crate::claim::store::{self as claims, ClaimSpan};
use crate::db::{DbConnection, transact};
use crate::history::{self, Action, NewEvent, SubjectKind, chain_of};
use crate::ids::{ArticleId, EventId};
use crate::input::{Fields, LINE, TEXT};
use crate::span::{self, Span};
use serde_json::{Value, json};

/// How far the sentences are accounted for: a statement is where a claim reaches into it. `pieces` are the
/// spans of the claims that count.
pub fn coverage<'p>(sentences: &[Sentence], pieces: impl IntoIterator<Item = &'p ClaimSpan>) -> Coverage {
    let covered = Covered::by(pieces);
    Coverage::of(sentences.iter().map(|s| (s.kind, covered.reaches_into(s.span()))))
}

/// The sentences that nobody has accounted for.
pub fn open_sentences<'s, 'p>(sentences: &'s [Sentence], pieces: impl IntoIterator<Item = &'p ClaimSpan>) -> Vec<&'s Sentence> {
    let covered = Covered::by(pieces);
    sentences.iter().filter(|s| s.kind == SentenceKind::Claim && !covered.reaches_into(s.span())).collect()
}

/// The parts of a text that claims cover: in order, none touching the next.
struct Covered(Vec<Span>);

impl Covered {
    fn by<'p>(pieces: impl IntoIterator<Item = &'p ClaimSpan>) -> Self {
        Self(span::joined(pieces.into_iter().map(ClaimSpan::span).filter(|span| !span.is_empty())))
    }

    fn reaches_into(&self, sentence: Span) -> bool {
        let behind = self.0.partition_point(|part| part.start < sentence.end);
        self.0.get(..behind).and_then(<[Span]>::last).is_some_and(|part| part.overlaps(sentence))
    }
}

/// Signs an article off as a whole. With open sentences or claims an editor has to say why.
pub fn sign_off_article(c: &mut DbConnection, acting: &Acting, id: ArticleId, reason: &str, revision: Option<i32>) -> Result<Article, ReviewError> {
    acting.require(Permission::SignOff)?;
    let mut fields = Fields::new();
    let reason = fields.text("reason", reason, TEXT);
    fields.done()?;
    transact(c, |c| {
        let article = article_at(c, id, revision)?;
        if article.state == ArticleState::SignedOff {
            return Err(ReviewError::ArticleUnchanged);
        }
        let open = left_open(c, &article)?;
        let complete = open.is_none();
        if let Some(open) = open.filter(|_| reason.is_empty()) {
            return Err(open);
        }
        let after = Article {
            state: ArticleState::SignedOff,
            signed_off_by: acting.id,
            signed_off_at: Some(acting.now),
            coverage_reason: (!complete).then(|| reason.clone()),
            ..article.clone()
        };
        save(c, acting, &article, after, Action::ArticleSignedOff, &reason, None)
    })
}

/// What keeps an article from being signed off without a reason: open sentences or claims.
fn left_open(c: &mut DbConnection, article: &Article) -> Result<Option<ReviewError>, ReviewError> {
    let sentences = coverage(&store::list_sentences(c, article.version_id)?, &claims::spans_of_article(c, article.id)?).open();
    let claims = claims::list_of_article(c, article.id)?;
    let claims = claims.iter().filter(|claim| !matches!(claim.state, WorkState::SignedOff | WorkState::SetAside)).count();
    Ok((sentences > 0 || claims > 0).then_some(ReviewError::ArticleOpen { sentences, claims }))
}

/// Opens an article's check again.
pub fn reopen_article(c: &mut DbConnection, acting: &Acting, id: ArticleId, reason: &str, revision: Option<i32>) -> Result<Article, ReviewError> {
    acting.require(Permission::SignOff)?;
    let mut fields = Fields::new();
    let reason = fields.text("reason", reason, TEXT);
    fields.done()?;
    if reason.is_empty() {
        return Err(ReviewError::ReasonMissing);
    }
    transact(c, |c| {
        let article = article_at(c, id, revision)?;
        if article.state == ArticleState::Open {
            return Err(ReviewError::ArticleUnchanged);
        }
        let after = Article { state: ArticleState::Open, signed_off_by: None, signed_off_at: None, coverage_reason: None, ..article.clone() };
        save(c, acting, &article, after, Action::ArticleReopened, &reason, None)
    })
}

/// What may be said of an article beside its text. Texts as typed.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the same names as in `Article`")]
pub struct ArticleDetails<'a> {
    pub title: &'a str,
    pub byline: &'a str,
    pub publisher: &'a str,
    pub source_url: &'a str,
    pub published_on: &'a str,
    pub method_note: &'a str,
    pub selection_reason: &'a str,
}

/// Changes what is said of an article beside its text.
pub fn amend_article(
    c: &mut DbConnection,
    acting: &Acting,
    id: ArticleId,
    details: &ArticleDetails<'_>,
    revision: Option<i32>,
) -> Result<Article, ReviewError> {
    acting.require(Permission::Edit)?;
    let mut fields = Fields::new();
    let title = fields.required_line("title", details.title, 10_000);
    let byline = fields.line("byline", details.byline, LINE);
    let publisher = fields.line("publisher", details.publisher, LINE);
    let source_url = fields.web_address("source_url", details.source_url);
    let published_on = fields.date("published_on", details.published_on);
    let method_note = fields.text("method_note", details.method_note, TEXT);
    let selection_reason = fields.text("selection_reason", details.selection_reason, TEXT);
    fields.done()?;
    transact(c, |c| {
        let article = article_at(c, id, revision)?;
        let after = Article { title, byline, publisher, source_url, published_on, method_note, selection_reason, ..article.clone() };
        save(c, acting, &article, after, Action::ArticleAmended, "", None)
    })
}

/// The article, if nobody changed it since `revision`, with its history held until the deed is done.
pub(crate) fn article_at(c: &mut DbConnection, id: ArticleId, revision: Option<i32>) -> Result<Article, ReviewError> {
    history::hold(c, chain_of(id))?;
    let article = store::find_article(c, id)?.ok_or(ReviewError::NotFound("article"))?;
    if revision.is_some_and(|revision| revision != article.revision) {
        return Err(stale(&article));
    }
    Ok(article)
}

fn as_json(article: &Article) -> Value {
    json!({
        "title": article.title, "byline": article.byline, "publisher": article.publisher, "source_url": article.source_url,
        "published_on": article.published_on, "state": article.state, "method_note": article.method_note,
        "selection_reason": article.selection_reason, "coverage_reason": article.coverage_reason,
        "signed_off_by": article.signed_off_by, "signed_off_at": article.signed_off_at,
    })
}

pub(crate) fn stale(article: &Article) -> ReviewError {
    let mut current = as_json(article);
    if let Some(map) = current.as_object_mut() {
        map.insert("revision".to_owned(), article.revision.into());
    }
    ReviewError::Stale { what: "article", current }
}

/// Puts the fields of a line of history back into an article.
pub(super) fn restore(
    c: &mut DbConnection,
    acting: &Acting,
    id: ArticleId,
    action: Action,
    was: &Value,
    is: &Value,
    undoes: EventId,
) -> Result<Article, ReviewError> {
    acting.require(if action == Action::ArticleAmended { Permission::Edit } else { Permission::SignOff })?;
    let article = article_at(c, id, None)?;
    let now = as_json(&article);
    if is.as_object().is_some_and(|is| is.iter().any(|(key, value)| now.get(key) != Some(value))) {
        return Err(ReviewError::UndoStale);
    }
    let text = |key: &str, mine: &str| was.get(key).and_then(Value::as_str).map_or_else(|| mine.to_owned(), str::to_owned);
    fn other<T: serde::de::DeserializeOwned>(was: &Value, key: &str, mine: T) -> T {
        was.get(key).and_then(|value| serde_json::from_value(value.clone()).ok()).unwrap_or(mine)
    }
    let after = Article {
        title: text("title", &article.title),
        byline: text("byline", &article.byline),
        publisher: text("publisher", &article.publisher),
        method_note: text("method_note", &article.method_note),
        selection_reason: text("selection_reason", &article.selection_reason),
        source_url: other(was, "source_url", article.source_url.clone()),
        published_on: other(was, "published_on", article.published_on),
        state: other(was, "state", article.state),
        coverage_reason: other(was, "coverage_reason", article.coverage_reason.clone()),
        signed_off_by: other(was, "signed_off_by", article.signed_off_by),
        signed_off_at: other(was, "signed_off_at", article.signed_off_at),
        ..article.clone()
    };
    let signs_off = article.state == ArticleState::Open && after.state == ArticleState::SignedOff;
    if signs_off
        && after.coverage_reason.is_none()
        && let Some(open) = left_open(c, &article)?
    {
        return Err(open);
    }
    save(c, acting, &article, after, action, "", Some(undoes))
}

fn save(
    c: &mut DbConnection,
    acting: &Acting,
    before: &Article,
    mut after: Article,
    action: Action,
    reason: &str,
    undoes: Option<EventId>,
) -> Result<Article, ReviewError> {
    let (mut was, mut is) = (as_json(before), as_json(&after));
    if was == is {
        return Ok(after);
    }
    if let (Some(was), Some(is)) = (was.as_object_mut(), is.as_object_mut()) {
        was.retain(|key, value| is.get(key) != Some(value));
        is.retain(|key, _| was.contains_key(key));
    }
    after.updated_at = acting.now;
    if !store::update_article(c, &after)? {
        return Err(stale(&store::find_article(c, after.id)?.ok_or(ReviewError::NotFound("article"))?));
    }
    after.revision += 1;
    let event = NewEvent::new(action, SubjectKind::Article, after.id).before(was).after(is).reason(reason).undoing(undoes);
    history::record(c, &acting.pen(), chain_of(after.id), event)?;
    Ok(after)
}

/// Opens a signed-off article again when there is something left to do on it. Part of the caller's transaction.
pub(crate) fn reopen_with_claim(c: &mut DbConnection, acting: &Acting, id: ArticleId, reason: &str) -> Result<(), ReviewError> {
    let article = article_at(c, id, None)?;
    if article.state == ArticleState::SignedOff {
        let after = Article { state: ArticleState::Open, signed_off_by: None, signed_off_at: None, coverage_reason: None, ..article.clone() };
        save(c, acting, &article, after, Action::ArticleReopened, reason, None)?;
    }
    Ok(())
}
