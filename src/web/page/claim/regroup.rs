//! Taking a claim apart and joining it with others.

use super::forms::{Part, carry_out, page_of};
use super::mark::Ground;
use crate::account::Permission;
use crate::claim::store as claims;
use crate::ids::ClaimId;
use crate::input::{FieldError, clean};
use crate::review::regroup::{self, SplitPart};
use crate::span::{BETWEEN, Span};
use crate::web::answer::done;
use crate::web::{Desk, FormData, PageError, Problem, Room, Visit};
use actix_web::{HttpResponse, web};

/// Splits a claim: each line of the form is a part.
pub async fn split(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Split, |room, id, form| {
        let acting = room.acting();
        acting.require(Permission::Check)?;
        let parts = parts(room, id, &clean(form.get("parts")))?;
        let parts: Vec<SplitPart<'_>> = parts.into_iter().map(|spans| SplitPart { spans, statement: "" }).collect();
        regroup::split_claim(room.c, &acting, id, &parts, form.parse("revision"))?;
        Ok(done(&page_of(id, ""), "claim_split"))
    })
    .await
}

/// Where the words of each line stand in the text.
fn parts(room: &mut Room<'_>, id: ClaimId, lines: &str) -> Result<Vec<Vec<Span>>, Problem> {
    let claim = claims::find(room.c, id)?.ok_or_else(|| Problem::not_found("claim"))?;
    let ground = Ground::of(room.c, &claim)?;
    let of_line = |line: &str| line.split(BETWEEN).map(str::trim).filter(|piece| !piece.is_empty()).map(|piece| ground.find(piece)).collect();
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    let in_parts = |error: FieldError| Problem::invalid(vec![FieldError { field: "parts", ..error }]);
    lines.map(of_line).collect::<Result<_, _>>().map_err(in_parts)
}

/// Merges other claims of the article into this one.
pub async fn merge(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Merge, |room, id, form| {
        let acting = room.acting();
        acting.require(Permission::Edit)?;
        let others = numbered(room, id, form.get("numbers"))?;
        regroup::merge_claims(room.c, &acting, id, &others, form.get("statement"), form.parse("revision"))?;
        Ok(done(&page_of(id, ""), "claims_merged"))
    })
    .await
}

/// The claims of the same article with the numbers that were typed: “4, 7”.
fn numbered(room: &mut Room<'_>, id: ClaimId, typed: &str) -> Result<Vec<ClaimId>, Problem> {
    let refused = |error: FieldError| Problem::invalid(vec![error]);
    let article = claims::article_of(room.c, id)?.ok_or_else(|| Problem::not_found("claim"))?;
    let pieces = typed.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '#')).filter(|piece| !piece.is_empty());
    let numbers: Result<Vec<i32>, _> = pieces.map(str::parse).collect();
    let numbers = numbers.ok().filter(|numbers| !numbers.is_empty() && numbers.len() <= regroup::MOST);
    let numbers = numbers.ok_or_else(|| refused(FieldError::new("numbers", "field-claim-numbers")))?;
    let found = claims::find_numbered(room.c, article, &numbers)?;
    match numbers.iter().find(|number| !found.iter().any(|(have, _)| have == *number)) {
        Some(missing) => Err(refused(FieldError::new("numbers", "field-no-such-claim").with("number", *missing))),
        None => Ok(found.into_iter().map(|(_, other)| other).collect()),
    }
}
