//! A second check of the claim: asking for one, giving it without seeing the first, and both side by side.

use super::forms::{Part, carry_out, page_of, refuse};
use super::load::Loaded;
use super::verdict::{read_links, tidy};
use crate::account::Permission;
use crate::claim::store::second::{self, SecondCheck};
use crate::claim::store::{Attribution, Review};
use crate::claim::{Substance, WorkState};
use crate::ids::{ClaimId, PersonId, SecondCheckId};
use crate::input::Fields;
use crate::review::decide::LinkFinding;
use crate::review::second::{Opinion, ask, give, who_knows, withdraw};
use crate::source::Source;
use crate::web::answer::done;
use crate::web::page::badge::{AttributionBadge, Badge};
use crate::web::page::id;
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpResponse, web};

/// What the page says and offers of second checks.
pub(super) struct SecondView {
    /// The one that this person was asked for.
    pub mine: Option<Open>,
    /// The one that somebody else was asked for.
    pub open: Option<Open>,
    /// Those that were given, the newest first, each beside the finding that it is compared with.
    pub given: Vec<Pair>,
    /// Those who can be asked, with their ids; empty where nobody may be asked.
    pub checkers: Vec<(String, String)>,
}

impl SecondView {
    /// Whether there is anything to be read or done.
    pub fn shows(&self) -> bool {
        !self.is_empty() || !self.checkers.is_empty()
    }

    /// Whether nobody was asked yet.
    pub fn is_empty(&self) -> bool {
        self.mine.is_none() && self.open.is_none() && self.given.is_empty()
    }

    /// The one that is not given yet, whoever was asked.
    pub fn open_ones(&self) -> impl Iterator<Item = &Open> {
        self.mine.iter().chain(&self.open)
    }
}

impl Pair {
    /// Both findings, the first in front.
    pub fn sides(&self) -> impl Iterator<Item = &Side> {
        self.first.iter().chain([&self.second])
    }
}

/// A second check that is not given yet.
pub(super) struct Open {
    pub id: String,
    /// Who was asked by whom, and when: in words.
    pub said: String,
    pub message: String,
    /// Whether this person may call it off.
    pub withdraws: bool,
}

/// Two findings, side by side.
pub(super) struct Pair {
    pub said: String,
    pub agrees: bool,
    pub first: Option<Side>,
    pub second: Side,
}

/// One of them.
pub(super) struct Side {
    pub by: String,
    pub at: String,
    pub substance: Option<Badge>,
    /// The finding on each link: the name of the source, the finding, and what is said of it.
    pub links: Vec<(String, Option<AttributionBadge>, String)>,
    pub rationale: String,
    pub searched: String,
}

pub(super) fn view(room: &Room<'_>, loaded: &Loaded) -> SecondView {
    let (w, me) = (&room.words, room.me.id);
    let editor = room.me.role.may(Permission::Assign);
    let open = loaded.seconds.iter().find(|check| check.is_open());
    let told = |check: &SecondCheck| {
        let key = if check.checker_id == me { "second-asked-of-you" } else { "second-asked" };
        let name = |id| Arg::from(loaded.name(Some(id)).unwrap_or_default());
        let said = [("by", name(check.asked_by)), ("name", name(check.checker_id)), ("at", Arg::from(w.date_time(check.asked_at.0)))];
        Open { id: check.id.to_string(), said: w.with(key, &said), message: check.message.clone(), withdraws: editor || check.checker_id == me }
    };
    let given = loaded.seconds.iter().rev().filter(|check| check.given_at.is_some() && !loaded.blind);
    let asks = editor && open.is_none() && loaded.claim.substance.is_some() && loaded.claim.state != WorkState::SetAside && loaded.claim.removed_at.is_none();
    SecondView {
        mine: open.filter(|check| check.checker_id == me).map(told),
        open: open.filter(|check| check.checker_id != me).map(told),
        given: given.map(|check| pair(loaded, check, w)).collect(),
        checkers: if asks { checkers(loaded) } else { Vec::new() },
    }
}

/// Those who may check and do not know the first finding, with their ids.
fn checkers(loaded: &Loaded) -> Vec<(String, String)> {
    let know = who_knows(&loaded.claim, &loaded.found, &loaded.seconds);
    loaded.checkers.iter().filter(|person| !know.contains(&person.id)).map(|person| (person.id.to_string(), person.name.clone())).collect()
}

fn pair(loaded: &Loaded, check: &SecondCheck, w: &Words) -> Pair {
    let first = loaded.found.iter().find(|(review, _)| Some(review.id) == check.first_review_id);
    let agrees = first.is_some_and(|(review, _)| check.agrees_with(review));
    let key = match (first, agrees) {
        (None, _) => "second-nothing-to-compare",
        (_, true) => "second-agrees",
        (Some((review, _)), false) if review.substance == check.substance => "second-differs-on-sources",
        _ => "second-differs",
    };
    let second = Finding { substance: check.substance, links: &check.links.0, rationale: &check.rationale, searched: &check.searched };
    Pair {
        said: w.t(key).into_owned(),
        agrees,
        first: first.map(|(review, by)| Finding::of(review).side(by.clone(), w.date_time(review.created_at.0), &loaded.chain, w)),
        second: second.side(
            loaded.name(Some(check.checker_id)).unwrap_or_default(),
            check.given_at.map(|at| w.date_time(at.0)).unwrap_or_default(),
            &loaded.chain,
            w,
        ),
    }
}

struct Finding<'a> {
    substance: Option<Substance>,
    links: &'a serde_json::Value,
    rationale: &'a str,
    searched: &'a str,
}

impl<'a> Finding<'a> {
    fn of(review: &'a Review) -> Self {
        Self { substance: review.substance, links: &review.links.0, rationale: &review.rationale, searched: &review.searched }
    }

    fn side(&self, by: String, at: String, chain: &[(Attribution, Source)], w: &Words) -> Side {
        let links: Vec<LinkFinding> = serde_json::from_value(self.links.clone()).unwrap_or_default();
        let link = |found: LinkFinding| {
            let (_, source) = chain.iter().find(|(link, _)| link.id == found.attribution_id)?;
            Some((source.name.clone(), found.verdict.map(|verdict| AttributionBadge::of(verdict, w)), found.note))
        };
        Side {
            by,
            at,
            substance: self.substance.map(|verdict| Badge::of(verdict, w)),
            links: links.into_iter().filter_map(link).collect(),
            rationale: self.rationale.to_owned(),
            searched: self.searched.to_owned(),
        }
    }
}

/// Asks somebody for a second check.
pub async fn ask_second(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::SecondAsk, |room, claim, form| {
        room.acting().require(Permission::Assign)?;
        let checker: PersonId =
            form.get("checker_id").parse().map_err(|_| Problem::invalid(vec![crate::input::FieldError::new("checker_id", "field-required")]))?;
        ask(room.c, &room.acting(), claim, checker, form.get("message"))?;
        Ok(done(&page_of(claim, "second"), "second_asked"))
    })
    .await
}

/// Gives a second check.
pub async fn give_second(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    on_check(desk, visit, path, form, Part::Second, |room, check, form| {
        let mut fields = Fields::new();
        let substance = fields.optional_choice("substance", form.get("substance"));
        let links = read_links(form, &mut fields)?;
        fields.done().map_err(Problem::invalid)?;
        let (rationale, searched) = (tidy(form.get("rationale")), tidy(form.get("searched")));
        give(room.c, &room.acting(), check, &Opinion { substance, links, rationale: &rationale, searched: &searched })?;
        Ok("second_given")
    })
    .await
}

/// Calls a second check off, or declines it.
pub async fn withdraw_second(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    on_check(desk, visit, path, form, Part::SecondWithdraw, |room, check, form| {
        withdraw(room.c, &room.acting(), check, form.get("reason"))?;
        Ok("second_withdrawn")
    })
    .await
}

/// Carries out a form about one second check; where it is refused, the claim's page says why.
async fn on_check(
    desk: web::Data<Desk>,
    visit: Visit,
    path: web::Path<String>,
    form: FormData,
    part: Part,
    work: fn(&mut Room<'_>, SecondCheckId, &FormData) -> Result<&'static str, Problem>,
) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let check: SecondCheckId = id(&path, "second check")?;
        room.acting().require(Permission::Check)?;
        let claim: ClaimId = second::find(room.c, check)?.ok_or_else(|| Problem::not_found("second check"))?.claim_id;
        let answer: Answer = match work(room, check, form) {
            Ok(what) => done(&page_of(claim, "second"), what),
            Err(problem) => refuse(room, claim, part, form, problem)?,
        };
        Ok(super::way::Way::of(room).keep(answer))
    })
    .await
}
