//! The form with both verdicts, what they rest on, and what should happen to the text: sent as one, so that nothing
//! typed is lost between them.

use super::forms::{Part, carry_out, page_of, stop_after};
use super::step::{onward, send};
use crate::account::Permission;
use crate::claim::store::{self as claims, Attribution, Claim, Review};
use crate::claim::{AttributionVerdict, Substance, TextAction, WorkState};
use crate::ids::ClaimId;
use crate::input::{Fields, clean};
use crate::review::decide::{self, Finding, LinkFinding};
use crate::web::answer::done;
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use actix_web::{HttpResponse, web};

/// Records what was found; with `then=send` it also sends the claim to sign-off and goes on to the person's next one.
pub async fn set_verdict(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Verdict, save).await
}

/// What was typed.
struct Typed {
    substance: Option<Substance>,
    links: Vec<LinkFinding>,
    rationale: String,
    searched: String,
    text_action: Option<TextAction>,
    proposed_wording: String,
    text_done: bool,
    override_reason: String,
}

impl Typed {
    fn read(form: &FormData) -> Result<Self, Problem> {
        let mut fields = Fields::new();
        let links = read_links(form, &mut fields)?;
        let typed = Self {
            substance: fields.optional_choice("substance", form.get("substance")),
            links,
            rationale: tidy(form.get("rationale")),
            searched: tidy(form.get("searched")),
            text_action: fields.optional_choice("text_action", form.get("text_action")),
            proposed_wording: tidy(form.get("proposed_wording")),
            text_done: form.ticked("text_done"),
            override_reason: tidy(form.get("override_reason")),
        };
        fields.done().map_err(Problem::invalid)?;
        Ok(typed)
    }

    /// What should happen to the text.
    fn action(&self) -> Option<(TextAction, &str, bool)> {
        self.text_action.map(|action| (action, self.proposed_wording.as_str(), self.text_done))
    }

    /// Whether the finding is the one in force.
    fn is_in_force(&self, claim: &Claim, chain: &[Attribution], review: Option<&Review>) -> bool {
        let Some(review) = review else { return false };
        let same_link = |finding: &LinkFinding| {
            chain.iter().any(|link| link.id == finding.attribution_id && link.verdict == finding.verdict && link.verdict_note == finding.note)
        };
        self.substance == claim.substance
            && self.rationale == review.rationale
            && self.searched == review.searched
            && (self.override_reason.is_empty() || review.override_reason.as_deref() == Some(&self.override_reason))
            && self.links.iter().all(same_link)
    }
}

/// The findings on links that a form has.
pub(super) fn read_links(form: &FormData, fields: &mut Fields) -> Result<Vec<LinkFinding>, Problem> {
    let mut links = Vec::new();
    for (name, code) in form.pairs() {
        let Some(link) = name.strip_prefix("attribution_") else { continue };
        let verdict: Option<AttributionVerdict> = fields.optional_choice("attributions", code);
        let attribution_id = link.parse().map_err(|_| Problem::not_found("link of the chain"))?;
        links.push(LinkFinding { attribution_id, verdict, note: tidy(form.get(&format!("note_{link}"))) });
    }
    Ok(links)
}

pub(super) fn tidy(text: &str) -> String {
    clean(text).trim().to_owned()
}

fn save(room: &mut Room<'_>, id: ClaimId, form: &FormData) -> Result<Answer, Problem> {
    let acting = room.acting();
    acting.require(Permission::Check)?;
    let typed = Typed::read(form)?;
    let claim = claims::find(room.c, id)?.ok_or_else(|| Problem::not_found("claim"))?;
    let review = match claim.review_id {
        Some(review) => claims::find_review(room.c, review)?,
        None => None,
    };
    let chain: Vec<Attribution> = claims::chains_of(room.c, &[id])?.into_iter().map(|(link, _)| link).collect();
    let sending = form.get("then") == "send";

    // Whoever only sends a finding on, or only says what became of the text, has found nothing new: the finding
    // stays with the person who made it, and a claim that is signed off stays so.
    let saved = if typed.is_in_force(&claim, &chain, review.as_ref()) {
        decide::set_text_action(room.c, &acting, id, typed.action(), form.parse("revision"))?
    } else {
        let finding = Finding {
            substance: typed.substance,
            links: typed.links.clone(),
            rationale: &typed.rationale,
            searched: &typed.searched,
            text_action: typed.action(),
            override_reason: &typed.override_reason,
        };
        let saved = decide::set_verdict(room.c, &acting, id, &finding, form.parse("revision"))?;
        // The deed leaves the text's part as it is where nothing is said of it; the form says that it is undecided.
        if typed.text_action.is_none() { decide::set_text_action(room.c, &acting, id, None, None)? } else { saved }
    };
    if !sending || saved.state == WorkState::InReview {
        return Ok(done(&page_of(id, ""), "verdict_set"));
    }
    let revision = claims::find(room.c, id)?.map(|claim| claim.revision);
    match send(room, id, &typed.override_reason, revision) {
        Ok(_) => onward(room, &saved),
        Err(problem) => {
            let lead = room.words.t("claim-saved-not-sent").into_owned();
            stop_after(room, id, Part::Verdict, lead, problem)
        }
    }
}
