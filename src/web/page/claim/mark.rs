//! Words of the text that somebody marked for the claim: who said it, the reporting words, what was said. They come from
//! the reading view, from the passage on the claim's page, or as words typed into a form that are then looked for.

use super::forms::{Part, carry_out, page_of};
use crate::account::Permission;
use crate::article::store as articles;
use crate::claim::place::nearest;
use crate::claim::store::{self as claims, Claim, ClaimSpan};
use crate::db::DbConnection;
use crate::ids::{AttributionId, ClaimId};
use crate::input::{FieldError, Fields};
use crate::review::attribute::mark::{self, Mark, Marked};
use crate::span::{ScalarIndex, Span};
use crate::web::answer::done;
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use actix_web::{HttpResponse, web};

/// Sets what words are to a claim, or takes a link of its chain out.
pub async fn mark_words(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Words, set).await
}

fn set(room: &mut Room<'_>, id: ClaimId, form: &FormData) -> Result<Answer, Problem> {
    let acting = room.acting();
    acting.require(Permission::Check)?;
    let target = match claims::find(room.c, id)?.filter(|_| form.has("in_article")) {
        Some(claim) => format!("/articles/{}?claim={1}#claim-{1}", claim.article_id, claim.number),
        None => page_of(id, ""),
    };
    if let Some((link, revision)) = form.get("take_out").split_once(' ') {
        let link = link.parse().map_err(|_| Problem::not_found("link"))?;
        mark::take_out(room.c, &acting, id, link, revision.parse().ok())?;
        return Ok(done(&target, "link_taken_out"));
    }
    let mut fields = Fields::new();
    let part = fields.choice("as", form.get("as"), Marked::Content);
    fields.done().map_err(Problem::invalid)?;
    let spans = match spans(form.get("spans")).filter(|spans| !spans.is_empty()) {
        Some(spans) => spans,
        None => typed(room.c, id, form.get("words"))?,
    };
    let link: Option<AttributionId> = match form.get("link") {
        "" => None,
        link => Some(link.parse().map_err(|_| Problem::not_found("link"))?),
    };
    mark::mark_words(room.c, &acting, id, &Mark { part, spans: &spans, link, name: form.get("name") }, form.parse("revision"))?;
    let what = match part {
        Marked::Source => "source_marked",
        Marked::Cue => "cue_marked",
        Marked::Content => "content_marked",
    };
    Ok(done(&target, what))
}

/// The places of words that were typed, a piece a line.
fn typed(c: &mut DbConnection, id: ClaimId, words: &str) -> Result<Vec<Span>, Problem> {
    let claim = claims::find(c, id)?.ok_or_else(|| Problem::not_found("claim"))?;
    let ground = Ground::of(c, &claim)?;
    let words = crate::input::clean(words);
    let pieces = words.lines().map(str::trim).filter(|line| !line.is_empty());
    let spans: Vec<Span> = pieces.map(|piece| ground.find(piece)).collect::<Result<_, _>>().map_err(|error| Problem::invalid(vec![error]))?;
    if spans.is_empty() { Err(Problem::invalid(vec![FieldError::new("words", "field-required")])) } else { Ok(spans) }
}

/// Pieces of a text as a form names them: `12-40 55-60`, in Unicode scalar values.
pub(in crate::web::page) fn spans(text: &str) -> Option<Vec<Span>> {
    let span = |piece: &str| {
        let (start, end) = piece.split_once('-')?;
        Some(Span::new(start.parse().ok()?, end.parse().ok()?))
    };
    text.split_whitespace().map(span).collect()
}

/// The text that a claim stands in, and where.
pub(super) struct Ground {
    text: String,
    near: Span,
}

impl Ground {
    /// That of a claim.
    pub fn of(c: &mut DbConnection, claim: &Claim) -> Result<Self, Problem> {
        let text = articles::find_version(c, claim.version_id)?.ok_or_else(|| Problem::not_found("version"))?.text;
        let near = claims::spans_of(c, &[claim.id])?.iter().map(ClaimSpan::span).reduce(Span::cover);
        Ok(Self { text, near: near.unwrap_or_default() })
    }

    /// The words at a place.
    pub fn words(&self, place: Span) -> String {
        place.slice(&self.text).unwrap_or_default().to_owned()
    }

    /// Where words stand, nearest to the claim.
    pub fn find(&self, words: &str) -> Result<Span, FieldError> {
        let short: String = words.chars().take(80).collect();
        nearest(&ScalarIndex::new(&self.text), words, self.near).ok_or_else(|| FieldError::new("words", "field-words-not-found").with("words", short))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_read_as_they_are_written() {
        assert_eq!(spans("12-40 55-60"), Some(vec![Span::new(12, 40), Span::new(55, 60)]));
        assert_eq!(spans(""), Some(Vec::new()));
        for wrong in ["12", "a-b", "-1-2", "12-40,55-60", "1-99999999999999999999999"] {
            assert_eq!(spans(wrong), None, "{wrong}");
        }
    }
}
