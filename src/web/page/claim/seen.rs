//! Seen before: claims that say the same, and taking over what was found for one of them.

use super::forms::{Part, carry_out, page_of};
use super::load::Loaded;
use crate::claim::store as claims;
use crate::ids::ClaimId;
use crate::review::reuse;
use crate::web::answer::done;
use crate::web::earlier::{EarlierClaim, earlier};
use crate::web::page::badge::Badge;
use crate::web::page::id;
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpResponse, web};

/// A claim that says the same, on the page.
pub(super) struct SeenView {
    pub id: String,
    pub statement: String,
    pub state: Badge,
    pub substance: Option<Badge>,
    /// Where it is from, how alike it is, who found what and when: in words.
    pub about: Vec<String>,
    pub rationale: String,
    /// Whether there is anything to take over.
    pub offers: bool,
}

/// What was seen before.
pub(super) struct Seen {
    /// Whether all claims of the desk were looked through.
    pub whole: bool,
    pub rows: Vec<SeenView>,
    /// That the rationale in the form is a draft of an earlier claim.
    pub drafted: bool,
}

/// The claims that say the same as the one that is shown.
pub(super) fn seen(room: &mut Room<'_>, loaded: &Loaded) -> Result<Seen, Problem> {
    // What was found before would lead whoever is to find it out themselves.
    if loaded.blind {
        return Ok(Seen { whole: true, rows: Vec::new(), drafted: false });
    }
    let found = earlier(room, &loaded.claim, &loaded.article)?;
    let w = room.words.clone();
    let drafts = loaded.rationale().is_empty();
    Ok(Seen { whole: found.is_some(), rows: found.unwrap_or_default().into_iter().map(|one| view(one, drafts, &w)).collect(), drafted: false })
}

fn view(one: EarlierClaim, drafts: bool, w: &Words) -> SeenView {
    let mut about = vec![w.s("seen-in", "article", &one.article), w.n("seen-likeness", i64::from(percent(one.sure)))];
    let told = |key: &str, name: &str, at: crate::db::column::At| w.with(key, &[("name", Arg::from(name)), ("date", Arg::from(w.date_time(at.0).as_str()))]);
    about.extend(one.verdict_by.as_deref().zip(one.claim.verdict_at).map(|(name, at)| told("seen-found", name, at)));
    about.extend(one.signed_off_by.as_deref().zip(one.claim.signed_off_at).map(|(name, at)| told("seen-signed-off", name, at)));
    about.push(w.n("seen-evidence", one.evidence));
    SeenView {
        id: one.claim.id.to_string(),
        state: Badge::of(one.claim.state, w),
        substance: one.claim.substance.map(|verdict| Badge::of(verdict, w)),
        about,
        offers: one.new_evidence > 0 || (drafts && !one.rationale.is_empty()),
        rationale: one.rationale,
        statement: one.claim.statement,
    }
}

/// A share in whole percent.
#[expect(clippy::cast_possible_truncation, reason = "from 0 to 100")]
fn percent(share: f32) -> i32 {
    (share * 100.0).round() as i32
}

/// The rationale that the address asks for as a draft: that of another claim, where this one has none yet.
pub(super) fn draft(room: &mut Room<'_>, loaded: &Loaded) -> Result<Option<String>, Problem> {
    let Ok(from) = FormData::read(room.visit.query().as_bytes()).get("draft").parse::<ClaimId>() else { return Ok(None) };
    if loaded.blind || !loaded.rationale().is_empty() {
        return Ok(None);
    }
    let review = claims::find(room.c, from)?.and_then(|claim| claim.review_id);
    Ok(match review {
        Some(review) => claims::find_review(room.c, review)?.map(|review| review.rationale).filter(|text| !text.is_empty()),
        None => None,
    })
}

/// Takes over the evidence of a claim that says the same, and its rationale as a draft.
pub async fn take_over(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Seen, take_over_one).await
}

fn take_over_one(room: &mut Room<'_>, claim: ClaimId, form: &FormData) -> Result<Answer, Problem> {
    let acting = room.acting();
    acting.require(crate::account::Permission::Check)?;
    let from: ClaimId = id(form.get("from"), "claim")?;
    let taken = reuse::take_over(room.c, &acting, claim, from)?;
    if taken.rationale.is_empty() {
        return Ok(done(&page_of(claim, "evidence"), "evidence_taken_over"));
    }
    Ok(done(&format!("/claims/{claim}?draft={from}#finding"), "evidence_taken_over"))
}
