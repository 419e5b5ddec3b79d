//! The form that changes a claim's chain of sources: its rows, and what was typed into them.

use super::finding::LinkView;
use super::forms::{Part, carry_out, page_of};
use super::mark::{Ground, spans};
use crate::claim::store as claims;
use crate::claim::{Quotation, Role};
use crate::code::Code;
use crate::ids::ClaimId;
use crate::input::{FieldError, Fields, clean};
use crate::review::attribute::{self, LinkEntry};
use crate::source::SourceKind;
use crate::span::Span;
use crate::web::answer::done;
use crate::web::page::Typed;
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use actix_web::{HttpResponse, web};

/// Empty rows for new links.
const EMPTY: usize = 2;
/// Most rows that are shown again; a chain has fewer links.
const MOST: usize = 40;

/// A row of the form.
pub(super) struct ChainRow {
    pub place: String,
    pub name: String,
    pub role: String,
    pub kind: String,
    pub quotation: String,
    pub mention: String,
    pub mention_words: String,
    pub cue: String,
    pub cue_words: String,
}

/// The rows: the links as they are, or as they were typed, and some empty ones.
pub(super) fn rows(links: &[LinkView], typed: &Typed) -> Vec<ChainRow> {
    if let Some(form) = typed.sent() {
        return form.all("source").take(MOST).enumerate().map(|(n, source)| typed_row(form, n, source)).collect();
    }
    let stored = links.iter().zip(1..).map(|(link, place): (_, usize)| ChainRow {
        place: place.to_string(),
        name: link.name.clone(),
        role: link.role.to_owned(),
        kind: link.kind.to_owned(),
        quotation: link.quotation.to_owned(),
        mention: link.mention.clone(),
        mention_words: in_one_line(&link.named),
        cue: link.cue_at.clone(),
        cue_words: in_one_line(&link.cue),
    });
    let empty = (1..=EMPTY).map(|n| ChainRow {
        place: (links.len() + n).to_string(),
        name: String::new(),
        role: Role::Origin.code().to_owned(),
        kind: SourceKind::Organisation.code().to_owned(),
        quotation: Quotation::Indirect.code().to_owned(),
        mention: String::new(),
        mention_words: String::new(),
        cue: String::new(),
        cue_words: String::new(),
    });
    stored.chain(empty).collect()
}

fn nth<'f>(form: &'f FormData, name: &'f str, n: usize) -> &'f str {
    form.all(name).nth(n).unwrap_or_default()
}

fn typed_row(form: &FormData, n: usize, source: &str) -> ChainRow {
    let text = |name: &'static str| clean(nth(form, name, n));
    ChainRow {
        place: text("place"),
        name: clean(source),
        role: text("role"),
        kind: text("kind"),
        quotation: text("quotation"),
        mention: text("mention"),
        mention_words: text("mention_words"),
        cue: text("cue"),
        cue_words: text("cue_words"),
    }
}

/// Sets the chain of a claim, from fields that are sent once a link.
pub async fn change_chain(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Chain, set_chain).await
}

fn set_chain(room: &mut Room<'_>, id: ClaimId, form: &FormData) -> Result<Answer, Problem> {
    let acting = room.acting();
    acting.require(crate::account::Permission::Check)?;
    let claim = claims::find(room.c, id)?.ok_or_else(|| Problem::not_found("claim"))?;
    let ground = Ground::of(room.c, &claim)?;
    let links = entries(form, &ground)?;
    attribute::change_chain(room.c, &acting, id, &links, form.parse("revision"))?;
    Ok(done(&page_of(id, ""), "chain_changed"))
}

/// The links in the order of their places; one whose source was emptied is left out.
fn entries(form: &FormData, ground: &Ground) -> Result<Vec<LinkEntry>, Problem> {
    let mut fields = Fields::new();
    let mut links = Vec::new();
    for (n, source) in form.all("source").take(MOST).enumerate().filter(|(_, source)| !source.trim().is_empty()) {
        let place: Option<usize> = nth(form, "place", n).trim().parse().ok();
        if place.is_none() {
            fields.refuse(FieldError::new("chain", "field-not-a-place"));
        }
        let entry = LinkEntry {
            role: fields.choice("chain", nth(form, "role", n), Role::Origin),
            source: source.to_owned(),
            kind: fields.choice("chain", nth(form, "kind", n), SourceKind::Organisation),
            quotation: fields.choice("chain", nth(form, "quotation", n), Quotation::Indirect),
            mention: placed(form, ("mention", "mention_words"), n, ground, &mut fields),
            cue: placed(form, ("cue", "cue_words"), n, ground, &mut fields),
        };
        links.push((place.unwrap_or(n), entry));
    }
    fields.done().map_err(Problem::invalid)?;
    links.sort_by_key(|(place, _)| *place);
    Ok(links.into_iter().map(|(_, entry)| entry).collect())
}

/// The place of words of row `n`: the one the form carries, where its words are still these; where they were changed, the
/// place that the words have in the text.
fn placed(form: &FormData, (place, words): (&str, &str), n: usize, ground: &Ground, fields: &mut Fields) -> Option<Span> {
    let stored = spans(nth(form, place, n)).and_then(|spans| spans.first().copied()).filter(|span| !span.is_empty());
    let Some(words) = form.all(words).nth(n).map(in_one_line) else { return stored };
    if words.is_empty() || stored.is_some_and(|span| in_one_line(&ground.words(span)) == words) {
        return stored.filter(|_| !words.is_empty());
    }
    ground.find(&words).map_err(|error| fields.refuse(FieldError { field: "chain", ..error })).ok()
}

/// Words as a field of one line shows them.
fn in_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
