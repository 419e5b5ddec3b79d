//! Public pages as they were drawn, kept in memory while nothing about them changes, and by whoever asks.
//!
//! A page is made of a frozen report and of the row that says where it stands, so that row's revision says whether a page
//! that was kept is still the page. Start at [`answer`].

use super::{KEPT, Shown, Shows, page_at, shown};
use crate::article::publication::Publication;
use crate::db::DbConnection;
use crate::web::shelf::Shelf;
use crate::web::{Answer, Desk, Problem, Visit};
use actix_web::http::{StatusCode, header};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Most bytes of all pages together.
const MOST: usize = 64 << 20;
/// Longest page that is kept.
const LONGEST: usize = MOST / 2;

/// Which page: its address, which part of it, and the site it is shown on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    slug: String,
    part: &'static str,
    site: String,
}

/// A page that was drawn.
#[derive(Clone, Debug)]
struct Page {
    /// What it was drawn from.
    stamp: String,
    answer: Answer,
    tag: String,
}

/// The pages that are kept.
#[derive(Debug)]
pub struct PublicPages(Shelf<Key, Arc<Page>>);

impl Default for PublicPages {
    fn default() -> Self {
        Self(Shelf::new(MOST, LONGEST))
    }
}

/// Answers with a part of the public page at `slug`: as it was drawn, or as `draw` makes it now; or says that whoever asks
/// has it already.
pub(super) fn answer(
    c: &mut DbConnection,
    desk: &Desk,
    visit: &Visit,
    slug: &str,
    part: &'static str,
    draw: impl FnOnce(&Shown) -> Result<Answer, Problem>,
) -> Result<Answer, Problem> {
    let (row, key) = row_and_key(c, desk, visit, slug, part)?;
    let (stamp, listed, site) = (row.revision.to_string(), row.chosen, key.site.clone());
    Ok(found(kept(desk, visit, key, stamp, || draw(&shown(c, desk, site, row)?))?, listed))
}

/// The same for what takes long to draw: where it is not kept, it is drawn in its turn, after the database was asked.
pub(super) fn answer_later(
    c: &mut DbConnection,
    desk: &Desk,
    visit: &Visit,
    slug: &str,
    part: &'static str,
    draw: impl FnOnce(&Shown) -> Result<Answer, Problem> + Send + 'static,
) -> Result<Shows, Problem> {
    let (row, key) = row_and_key(c, desk, visit, slug, part)?;
    let (stamp, listed) = (row.revision.to_string(), row.chosen);
    if let Some(page) = desk.public.0.find(&key, |page| page.stamp == stamp) {
        return Ok(Shows::Now(found(sent(page.answer.clone(), &page.tag, visit), listed)));
    }
    let shown = shown(c, desk, key.site.clone(), row)?;
    let (desk, visit) = (desk.clone(), visit.clone());
    // Somebody whose turn came before may have drawn it meanwhile.
    Ok(Shows::Later(Box::new(move || Ok(found(kept(&desk, &visit, key, stamp, || draw(&shown))?, listed)))))
}

fn row_and_key(c: &mut DbConnection, desk: &Desk, visit: &Visit, slug: &str, part: &'static str) -> Result<(Publication, Key), Problem> {
    let row: Publication = page_at(c, slug)?.ok_or_else(|| Problem::not_found("public page"))?;
    let key = Key { slug: row.slug.clone(), part, site: desk.site(visit) };
    Ok((row, key))
}

/// The answer, which search engines are to pass over where its address was not chosen.
fn found(answer: Answer, listed: bool) -> Answer {
    if listed { answer } else { answer.header(header::HeaderName::from_static("x-robots-tag"), "noindex, nofollow") }
}

/// Answers with what is about the whole desk, which was drawn from what `stamp` names.
pub(super) fn answer_of_desk(
    desk: &Desk,
    visit: &Visit,
    site: String,
    stamp: String,
    draw: impl FnOnce() -> Result<Answer, Problem>,
) -> Result<Answer, Problem> {
    kept(desk, visit, Key { slug: String::new(), part: "desk", site }, stamp, draw)
}

fn kept(desk: &Desk, visit: &Visit, key: Key, stamp: String, draw: impl FnOnce() -> Result<Answer, Problem>) -> Result<Answer, Problem> {
    if let Some(page) = desk.public.0.find(&key, |page| page.stamp == stamp) {
        return Ok(sent(page.answer.clone(), &page.tag, visit));
    }
    let answer = draw()?;
    let page = Arc::new(Page { stamp, tag: tag_of(&answer.body), answer });
    desk.public.0.keep(key, page.clone(), page.answer.body.len());
    Ok(sent(page.answer.clone(), &page.tag, visit))
}

/// An entity tag. Weak, because the same page may be sent packed or plain.
fn tag_of(body: &[u8]) -> String {
    let digest = Sha256::digest(body);
    format!("W/\"{}\"", HEXLOWER.encode(digest.get(..16).unwrap_or_default()))
}

/// The answer with what lets whoever asks keep it; without a body for those who have it.
fn sent(answer: Answer, tag: &str, visit: &Visit) -> Answer {
    let mut answer = if visit.has(tag) { Answer::empty(StatusCode::NOT_MODIFIED) } else { answer };
    answer.headers.retain(|(name, _)| *name != header::CACHE_CONTROL);
    answer.header(header::ETAG, tag).header(header::CACHE_CONTROL, KEPT).header(header::VARY, "Accept-Encoding")
}
