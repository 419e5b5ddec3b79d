//! Import: a text becomes an article with sentences, claims, chains and sources, in one transaction.

use super::ImportError;
use super::read::{self, Draft, Hint, Limits, ReadError};
use crate::account::{Acting, Permission};
use crate::article::store::{self as articles, Article, Sentence, Version, column_of};
use crate::article::{ArticleState, text_sha256};
use crate::claim::store::{self as claims, Attribution, Claim, ClaimSpan};
use crate::db::column::Json;
use crate::db::{DbConnection, transact};
use crate::extraction::{self, Extraction};
use crate::history::{self, Action, NewEvent, SubjectKind, chain_of};
use crate::ids::{ArticleId, ChainId, SourceId, VersionId};
use crate::input::{Fields, LINE};
use crate::source::{name_key, registry};
use crate::span::{ScalarIndex, Span};
use serde_json::json;
use std::collections::BTreeMap;

/// Longest title.
const TITLE: usize = 10_000;

/// What is to become an article. Texts as typed.
#[derive(Clone, Debug, Default)]
pub struct NewArticle<'a> {
    /// Title; where empty the text's own title or first line is taken.
    pub title: &'a str,
    /// Who wrote it.
    pub byline: &'a str,
    /// Who publishes it.
    pub publisher: &'a str,
    /// Where it stands on the web.
    pub source_url: &'a str,
    /// When it was or will be published, as year-month-day.
    pub published_on: &'a str,
    /// The text.
    pub text: &'a str,
}

/// What came of an import.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The article.
    pub article: Article,
    /// How many sentences.
    pub sentences: usize,
    /// How many claims.
    pub claims: usize,
}

/// Reads bytes; what the caller gives beside them goes before what the bytes say of themselves.
pub fn draft_of(bytes: &[u8], hint: Hint<'_>, limits: &Limits) -> Result<Draft, ImportError> {
    Ok(read::read(bytes, hint, limits)?)
}

/// Makes an article of a text.
pub fn import_article(c: &mut DbConnection, acting: &Acting, new: &NewArticle<'_>, limits: &Limits) -> Result<Imported, ImportError> {
    acting.require(Permission::Edit)?;
    let mut fields = Fields::new();
    let title = fields.line("title", new.title, TITLE);
    let byline = fields.line("byline", new.byline, LINE);
    let publisher = fields.line("publisher", new.publisher, LINE);
    let source_url = fields.web_address("source_url", new.source_url);
    let published_on = fields.date("published_on", new.published_on);
    fields.done()?;
    let text = read::tidy(new.text);
    if text.is_empty() {
        return Err(ReadError::Empty.into());
    }
    let index = ScalarIndex::new(&text);
    if index.len() > limits.chars || text.len() > limits.bytes {
        return Err(ReadError::TooLarge { most: limits.chars }.into());
    }
    let extraction = extraction::extract(&text, &extraction::Options { published: published_on, ..extraction::Options::default() });
    if extraction.sentences.is_empty() {
        // Nothing but marks that nobody sees.
        return Err(ReadError::Empty.into());
    }
    let title = if title.is_empty() { first_line(&text) } else { title };
    let (article_id, version_id) = (acting.ids.make(), acting.ids.make());
    let article = Article {
        id: article_id,
        title: title.clone(),
        byline,
        publisher,
        source_url,
        published_on,
        language: extraction.language.clone(),
        state: ArticleState::Open,
        version_id,
        method_note: String::new(),
        selection_reason: String::new(),
        coverage_reason: None,
        signed_off_by: None,
        signed_off_at: None,
        created_by: acting.id,
        created_at: acting.now,
        updated_at: acting.now,
        revision: 1,
    };
    let version = Version {
        id: version_id,
        article_id,
        number: 1,
        title,
        text_sha256: text_sha256(&text),
        created_by: acting.id,
        created_at: acting.now,
        text: text.clone(),
    };
    let sentences = sentence_rows(acting, version_id, &extraction);
    transact(c, |c| {
        articles::insert_article(c, &article)?;
        articles::insert_version(c, &version)?;
        articles::insert_sentences(c, &sentences)?;
        let names: Vec<_> = extraction.claims.iter().flat_map(|claim| claim.chain.iter().map(|link| (link.source.clone(), link.kind))).collect();
        let sources = registry::resolve_names(c, acting, &names)?;
        let rows = Rows::of(acting, article_id, version_id, &extraction, &sentences, &sources, &index);
        claims::insert(c, &rows.claims)?;
        claims::insert_spans(c, &rows.spans)?;
        claims::insert_attributions(c, &rows.attributions)?;
        let told = json!({
            "title": article.title, "text_sha256": version.text_sha256, "version": 1, "sentences": sentences.len(), "claims": rows.claims.len(),
        });
        let event = || NewEvent::new(Action::ArticleImported, SubjectKind::Article, article_id).after(told.clone());
        history::record(c, &acting.pen(), chain_of(article_id), event())?;
        // The desk's chain knows every article, so that an article's whole chain can't go missing unseen.
        history::record(c, &acting.pen(), ChainId::DESK, event())?;
        Ok(Imported { article: article.clone(), sentences: sentences.len(), claims: rows.claims.len() })
    })
}

fn first_line(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let short: String = line.chars().take(120).collect();
    if short.len() < line.len() { format!("{}…", short.trim_end()) } else { short }
}

fn sentence_rows(acting: &Acting, version: VersionId, extraction: &Extraction) -> Vec<Sentence> {
    let row = |(n, sentence): (usize, &extraction::Sentence)| Sentence {
        id: acting.ids.make(),
        version_id: version,
        ordinal: column_of(n),
        span_start: column_of(sentence.span.start),
        span_end: column_of(sentence.span.end),
        kind: sentence.kind,
        marked_by: None,
        revision: 1,
    };
    extraction.sentences.iter().enumerate().map(row).collect()
}

struct Rows {
    claims: Vec<Claim>,
    spans: Vec<ClaimSpan>,
    attributions: Vec<Attribution>,
}

impl Rows {
    fn of(
        acting: &Acting,
        article: ArticleId,
        version: VersionId,
        extraction: &Extraction,
        sentences: &[Sentence],
        sources: &BTreeMap<String, SourceId>,
        text: &ScalarIndex<'_>,
    ) -> Self {
        let mut rows = Self { claims: Vec::new(), spans: Vec::new(), attributions: Vec::new() };
        for (number, found) in (1_i32..).zip(&extraction.claims) {
            let claim = Claim {
                sentence_id: sentences.get(found.sentence).map(|s| s.id),
                statement: crate::input::clean(&found.statement),
                check_worthiness: found.check_worthiness,
                why: Json(json!(found.why)),
                ..Claim::fresh(acting.ids.make(), article, version, number, acting.now)
            };
            for (ordinal, span) in (0_i32..).zip(std::iter::once(&found.span).chain(&found.more)) {
                rows.spans.push(ClaimSpan::at(acting.ids.make(), claim.id, ordinal, *span, text));
            }
            for (ordinal, link) in (0_i32..).zip(&found.chain) {
                // A name that folds to nothing is no source.
                let Some(source_id) = sources.get(&name_key(&link.source)) else { continue };
                let words = |span: Option<Span>| span.map(|span| text.slice_within(span).to_owned());
                rows.attributions.push(Attribution {
                    id: acting.ids.make(),
                    claim_id: claim.id,
                    ordinal,
                    role: link.role,
                    source_id: *source_id,
                    mention_start: link.mention.map(|s| column_of(s.start)),
                    mention_end: link.mention.map(|s| column_of(s.end)),
                    mention: words(link.mention),
                    cue_start: link.cue.map(|s| column_of(s.start)),
                    cue_end: link.cue.map(|s| column_of(s.end)),
                    cue: words(link.cue),
                    quotation: link.quotation,
                    verdict: None,
                    verdict_note: String::new(),
                });
            }
            rows.claims.push(claim);
        }
        rows
    }
}
