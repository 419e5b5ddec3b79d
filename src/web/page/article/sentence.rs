//! Sentences that somebody has to decide on: those that are open, and the one that was asked for.

use super::load::Loaded;
use super::show::{Wish, draw};
use crate::account::Permission;
use crate::article::store as articles;
use crate::code::Code;
use crate::extraction::SentenceKind;
use crate::ids::SentenceId;
use crate::input::FieldError;
use crate::review::amend::mark_sentence;
use crate::span::{ScalarIndex, Span};
use crate::web::answer::{done, is_local};
use crate::web::page::{Typed, id};
use crate::web::{Desk, FormData, PageError, Problem, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};

/// Most open sentences that are offered at once.
const OFFERED: usize = 8;

/// A sentence to decide on.
pub(super) struct PendingRow<'t> {
    pub id: SentenceId,
    /// Its number in the article, from 1.
    pub number: usize,
    pub text: &'t str,
    pub span: Span,
    pub kind: SentenceKind,
    pub open: bool,
    /// Whether a claim was made of it already.
    pub claimed: bool,
    pub revision: i32,
}

/// The sentences to decide on.
pub(super) struct Pending<'t> {
    pub rows: Vec<PendingRow<'t>>,
    /// How many more are open, in words.
    pub more: Option<String>,
    /// The number of the first open one.
    pub first: Option<usize>,
    /// The number of the sentence that was asked for.
    pub asked: Option<usize>,
}

/// The sentence that was asked for, and the first open ones.
pub(super) fn pending<'t>(loaded: &Loaded, text: &ScalarIndex<'t>, asked: Option<usize>, words: &Words) -> Pending<'t> {
    let asked = asked.filter(|number| (1..=loaded.sentences.len()).contains(number));
    let wanted = asked.map(|number| number - 1);
    // After the one that was asked for the open ones behind it, then those before it.
    let from = wanted.unwrap_or(0);
    let behind = loaded.open.iter().filter(|place| **place > from || (wanted.is_none() && **place == from));
    let before = loaded.open.iter().filter(|place| **place < from);
    let places: Vec<usize> = wanted.into_iter().chain(behind.chain(before).copied().take(OFFERED)).collect();
    let row = |place: &usize| {
        let sentence = loaded.sentences.get(*place)?;
        Some(PendingRow {
            id: sentence.id,
            number: place + 1,
            text: text.slice_within(sentence.span()),
            span: sentence.span(),
            kind: sentence.kind,
            open: loaded.is_open(*place),
            claimed: loaded.has_claim_in(sentence.span()),
            revision: sentence.revision,
        })
    };
    let rows: Vec<PendingRow<'t>> = places.iter().filter_map(row).collect();
    let shown = rows.iter().filter(|row| row.open).count();
    let more = Some(loaded.open.len() - shown).filter(|more| *more > 0).map(|more| words.n("article-open-more", more));
    Pending { rows, more, first: loaded.open.first().map(|place| place + 1), asked }
}

/// Says what a sentence is.
pub async fn mark(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let acting = room.acting();
        acting.require(Permission::Check)?;
        let sentence: SentenceId = id(&path, "sentence")?;
        let (article, place) = articles::place_of_sentence(room.c, sentence)?.ok_or_else(|| Problem::not_found("sentence"))?;
        let marked = match SentenceKind::from_code(form.get("kind")) {
            Some(kind) => mark_sentence(room.c, &acting, sentence, kind, form.parse("revision")).map_err(Problem::from),
            None => Err(Problem::invalid(vec![FieldError::new("kind", "article-kind-required")])),
        };
        match marked {
            Ok(_) => {
                let next = Some(form.get("next")).filter(|next| is_local(next));
                Ok(done(&next.map_or_else(|| format!("/articles/{article}#open"), str::to_owned), "sentence_marked"))
            }
            Err(problem) if problem.reference.is_some() => Err(problem),
            Err(problem) => {
                let typed = Typed::refused(form, problem, &room.words);
                let wish = Wish { sentence: usize::try_from(place).ok().map(|place| place + 1), ..Wish::default() };
                draw(room, article, &wish, form, &typed)
            }
        }
    })
    .await
}
