//! The forms of a claim's page, and what happens when one is refused: the page is shown again, with the sentence, the
//! message at the field, and everything typed.

use super::conflict::{self, Conflict};
use super::load::load;
use super::show::draw;
use super::way::Way;
use crate::ids::ClaimId;
use crate::web::page::{Typed, id};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use std::sync::Arc;

/// Which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Verdict,
    Second,
    SecondAsk,
    SecondWithdraw,
    Step,
    Assign,
    Risk,
    Tags,
    Dates,
    Statement,
    Chain,
    Words,
    Evidence,
    Existing,
    Detach,
    Seen,
    Contact,
    ContactChange,
    ContactRemove,
    Remark,
    Settle,
    Unsettle,
    Split,
    Merge,
    Remove,
}

impl Part {
    /// Where on the page it stands.
    pub fn place(self) -> &'static str {
        match self {
            Self::Verdict => "finding",
            Self::Second | Self::SecondAsk | Self::SecondWithdraw => "second",
            Self::Step => "steps",
            Self::Assign => "assigning",
            Self::Risk | Self::Statement | Self::Split | Self::Merge | Self::Remove => "changing",
            Self::Tags | Self::Dates => "marking",
            Self::Chain | Self::Words => "chain",
            Self::Evidence | Self::Existing | Self::Detach => "evidence",
            Self::Seen => "seen",
            Self::Contact | Self::ContactChange | Self::ContactRemove => "contacts",
            Self::Remark | Self::Settle | Self::Unsettle => "remarks",
        }
    }
}

/// All forms of the page; at most one of them was refused.
pub(super) struct Forms {
    refused: Option<(Part, Typed)>,
    fresh: Typed,
    /// What was carried out before something else was refused.
    pub lead: Option<String>,
    /// Both sides after a conflict, or what was typed into a form that is no longer offered.
    pub conflict: Option<Conflict>,
}

macro_rules! forms {
    ($($name:ident $part:ident),+ $(,)?) => { $(
        pub fn $name(&self) -> &Typed {
            self.of(Part::$part)
        }
    )+ };
}

impl Forms {
    /// Nothing was sent.
    pub fn fresh(words: &Arc<Words>) -> Self {
        Self { refused: None, fresh: Typed::fresh(words), lead: None, conflict: None }
    }

    fn of(&self, part: Part) -> &Typed {
        match &self.refused {
            Some((refused, typed)) if *refused == part => typed,
            _ => &self.fresh,
        }
    }

    forms! {
        verdict Verdict, second Second, second_ask SecondAsk, second_withdraw SecondWithdraw, assign Assign, risk Risk, tags Tags, dates Dates, statement Statement, chain Chain, words Words, evidence Evidence, existing Existing, contact Contact, remark Remark, split Split, merge Merge, remove Remove,
    }

    /// The form of one step.
    pub fn step(&self, to: &str) -> &Typed {
        self.one_of(Part::Step, "to", to)
    }

    /// The form that settles one remark.
    pub fn settle(&self, remark: &str) -> &Typed {
        self.one_of(Part::Settle, "remark", remark)
    }

    /// The form that opens one remark again.
    pub fn unsettle(&self, remark: &str) -> &Typed {
        self.one_of(Part::Unsettle, "remark", remark)
    }

    /// The form that changes one entry of who was asked.
    pub fn contact_change(&self, contact: &str) -> &Typed {
        self.one_of(Part::ContactChange, "contact", contact)
    }

    fn one_of(&self, part: Part, field: &str, value: &str) -> &Typed {
        let typed = self.of(part);
        if typed.sent().is_some_and(|form| form.get(field) == value) { typed } else { &self.fresh }
    }

    /// What was refused, whichever form it was.
    pub fn refusal(&self) -> &Typed {
        self.refused.as_ref().map_or(&self.fresh, |(_, typed)| typed)
    }

    /// Where on the page the refused form stands.
    pub fn place(&self) -> &'static str {
        self.refused.as_ref().map_or("main", |(part, _)| part.place())
    }
}

/// Carries out one form of the page: `work` does the deed and says where to go on.
pub(super) async fn carry_out(
    desk: web::Data<Desk>,
    visit: Visit,
    path: web::Path<String>,
    form: FormData,
    part: Part,
    work: fn(&mut Room<'_>, ClaimId, &FormData) -> Result<Answer, Problem>,
) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let claim = id(&path, "claim")?;
        let answer = work(room, claim, form).or_else(|problem| refuse(room, claim, part, form, problem))?;
        Ok(Way::of(room).keep(answer))
    })
    .await
}

/// The page again, with what was refused. What is our own fault, or has no claim to be shown with, is a page of its own.
pub(super) fn refuse(room: &mut Room<'_>, claim: ClaimId, part: Part, form: &FormData, problem: Problem) -> Result<Answer, Problem> {
    if problem.reference.is_some() {
        return Err(problem);
    }
    let loaded = load(room, claim, form.parse("remark"))?;
    let words = room.words.clone();
    let conflict = conflict::of(part, &problem, &loaded, form, room);
    let typed = Typed::refused(form, problem, &words);
    let forms = Forms { refused: Some((part, typed)), conflict, ..Forms::fresh(&words) };
    draw(room, loaded, forms)
}

/// The page after something was carried out and something that was to follow was not.
pub(super) fn stop_after(room: &mut Room<'_>, claim: ClaimId, part: Part, lead: String, problem: Problem) -> Result<Answer, Problem> {
    if problem.reference.is_some() {
        return Err(problem);
    }
    let loaded = load(room, claim, None)?;
    let words = room.words.clone();
    let forms = Forms { refused: Some((part, Typed::told(problem, &words))), lead: Some(lead), ..Forms::fresh(&words) };
    draw(room, loaded, forms)
}

/// The page of a claim, and a place on it.
pub(super) fn page_of(claim: ClaimId, place: &str) -> String {
    if place.is_empty() { format!("/claims/{claim}") } else { format!("/claims/{claim}#{place}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_its_place_on_the_page() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/claim");
        let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        let templates: String = files.collect();
        use Part as P;
        for part in [
            P::Verdict,
            P::Second,
            P::SecondAsk,
            P::SecondWithdraw,
            P::Step,
            P::Assign,
            P::Risk,
            P::Tags,
            P::Dates,
            P::Statement,
            P::Chain,
            P::Words,
            P::Evidence,
            P::Existing,
            P::Detach,
            P::Seen,
            P::Contact,
            P::ContactChange,
            P::ContactRemove,
            P::Remark,
            P::Settle,
            P::Unsettle,
            P::Remove,
        ] {
            assert!(templates.contains(&format!("id=\"{}\"", part.place())), "{part:?}");
        }
    }
}
