//! Remarks on a claim: what was said and to whom, saying more, settling one, and opening it again.

use super::forms::{Part, carry_out, refuse};
use super::load::Loaded;
use crate::claim::store as claims;
use crate::ids::{CommentId, PersonId};
use crate::review::{ReviewError, discuss};
use crate::span::ScalarIndex;
use crate::web::answer::done;
use crate::web::page::id;
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpResponse, web};

/// Most words behind `@` that a notice says told nobody.
const UNTOLD: usize = 5;
/// What an address says was done, after a remark was made.
const MADE: &str = "comment_added";

/// A remark on the page.
pub(super) struct RemarkView {
    pub id: String,
    pub author: String,
    pub at: String,
    pub body: Vec<Piece>,
    /// Who settled it, when, and how.
    pub settled: Option<Settled>,
}

/// A piece of what a remark says.
pub(super) struct Piece {
    pub text: String,
    /// Whom it speaks to; and whether that is the person who reads it.
    pub to: Option<(String, bool)>,
}

/// How a remark was settled.
pub(super) struct Settled {
    pub by: String,
    pub at: String,
    pub how: String,
}

pub(super) fn remarks(loaded: &Loaded, me: PersonId, w: &Words) -> Vec<RemarkView> {
    let view = |(remark, author): &(claims::Comment, String)| RemarkView {
        id: remark.id.to_string(),
        author: author.clone(),
        at: w.date_time(remark.created_at.0),
        body: pieces(remark, loaded, me),
        settled: remark.resolved_at.map(|at| Settled {
            by: loaded.name(remark.resolved_by).unwrap_or_default(),
            at: w.date_time(at.0),
            how: remark.resolution.clone().unwrap_or_default(),
        }),
    };
    loaded.talk.remarks.iter().map(view).collect()
}

/// The remark that the address names.
pub(super) fn named_remark(room: &Room<'_>) -> Option<CommentId> {
    FormData::read(room.visit.query().as_bytes()).parse::<CommentId>("remark")
}

/// What a remark says, with the names of those it speaks to apart.
fn pieces(remark: &claims::Comment, loaded: &Loaded, me: PersonId) -> Vec<Piece> {
    let text = ScalarIndex::new(&remark.body);
    let plain = |start, end| Piece { text: text.slice_within(crate::span::Span::new(start, end)).to_owned(), to: None };
    let (mut pieces, mut from) = (Vec::new(), 0);
    for (mention, name) in loaded.mentions.iter().filter(|(mention, _)| mention.comment_id == remark.id) {
        let span = crate::article::store::span_of(mention.span_start, mention.span_end);
        pieces.push(plain(from, span.start));
        pieces.push(Piece { to: Some((name.clone(), mention.person_id == me)), ..plain(span.start, span.end) });
        from = span.end;
    }
    pieces.push(plain(from, text.len()));
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// Where a remark stands on the page: the address names it too, as what stands behind `#` is not told to the server.
fn place_of(remark: &claims::Comment) -> String {
    format!("/claims/{}?remark={1}#remark-{1}", remark.claim_id, remark.id)
}

/// After a remark was made: who was told of it, and which words behind `@` told nobody. Empty where it names nobody.
pub(super) fn who_was_told(room: &mut Room<'_>, loaded: &Loaded) -> Result<String, Problem> {
    if FormData::read(room.visit.query().as_bytes()).get("done") != MADE {
        return Ok(String::new());
    }
    let asked = named_remark(room);
    let mine = |(remark, _): &&(claims::Comment, String)| Some(remark.id) == asked && remark.author_id == room.me.id;
    let Some((remark, _)) = loaded.talk.remarks.iter().find(mine) else { return Ok(String::new()) };
    let named = discuss::named_in(room.c, &remark.body, room.me.id)?;
    let w = &room.words;
    let names: Vec<String> = named.told.into_iter().map(|(_, name)| name).collect();
    let told = (!names.is_empty()).then(|| w.s("talk-told", "names", &w.list(&names)));
    let untold = |(words, why): (String, _)| w.with("talk-untold", &[("words", Arg::from(words)), ("why", Arg::from(w.label(why).into_owned()))]);
    let untold = named.untold.into_iter().take(UNTOLD).map(untold);
    Ok(told.into_iter().chain(untold).map(|sentence| format!(" {sentence}")).collect())
}

/// Makes a remark.
pub async fn add_comment(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Remark, |room, claim, form| {
        let remark = discuss::add_comment(room.c, &room.acting(), claim, form.get("body"))?.comment;
        Ok(done(&place_of(&remark), MADE))
    })
    .await
}

/// Settles a remark.
pub async fn resolve_comment(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let remark: CommentId = id(&path, "comment")?;
        let settled = discuss::resolve_comment(room.c, &room.acting(), remark, form.get("resolution"));
        answer(room, remark, settled, "comment_resolved", Part::Settle, form)
    })
    .await
}

/// Opens a remark again.
pub async fn reopen_comment(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let remark: CommentId = id(&path, "comment")?;
        let opened = discuss::reopen_comment(room.c, &room.acting(), remark, form.get("reason"));
        answer(room, remark, opened, "comment_reopened", Part::Unsettle, form)
    })
    .await
}

/// To the remark, or the claim's page again with what was refused.
fn answer(
    room: &mut Room<'_>,
    remark: CommentId,
    came: Result<claims::Comment, ReviewError>,
    code: &str,
    part: Part,
    form: &FormData,
) -> Result<Answer, Problem> {
    match came {
        Ok(remark) => Ok(done(&place_of(&remark), code)),
        Err(error) => {
            let claim = claims::find_comment(room.c, remark)?.ok_or_else(|| Problem::not_found("comment"))?.claim_id;
            // The page knows the form by the remark it belongs to, whether the form said so or not.
            let form = form.clone().and("remark", remark.to_string());
            refuse(room, claim, part, &form, error.into())
        }
    }
}
