//! What was found on a claim: for each link of its chain, on its substance, and for its text; and what is missing.

use super::load::Loaded;
use crate::claim::{Attribution, AttributionVerdict, Quotation, Role, Substance, TextAction};
use crate::code::Code;
use crate::review::verdict::Missing;
use crate::source::{Rating, Source, SourceKind};
use crate::web::page::badge::{AttributionBadge, Badge, explained, rated};
use crate::wording::{Arg, Words};

/// A link of the chain.
pub(super) struct LinkView {
    pub id: String,
    pub source: String,
    pub name: String,
    /// What kind of source it is and the part it plays.
    pub about: Vec<String>,
    /// How far the desk relies on the source today.
    pub rated: Option<AttributionBadge>,
    pub cue: String,
    /// The code of the finding; empty where there is none.
    pub verdict: &'static str,
    pub badge: Option<AttributionBadge>,
    pub note: String,
    // For the form that changes the chain.
    pub role: &'static str,
    pub kind: &'static str,
    pub quotation: &'static str,
    pub mention: String,
    pub named: String,
    pub cue_at: String,
}

/// A verdict to choose.
pub(super) struct Chip {
    pub badge: Badge,
    pub explained: String,
    /// Whether it is the first without a figure on the scale; these stand on a line of their own.
    pub breaks: bool,
}

/// What was found, and the words to choose from.
pub(super) struct Finding {
    pub links: Vec<LinkView>,
    pub chips: Vec<Chip>,
    /// The code of the verdict; empty where there is none.
    pub substance: &'static str,
    pub rationale: String,
    pub searched: String,
    pub text_action: Option<Badge>,
    pub proposed_wording: String,
    pub text_done: bool,
    pub override_reason: String,
    /// Who found it, and when.
    pub by: Option<(String, String)>,
    pub attribution_verdicts: Vec<Badge>,
    pub text_actions: Vec<Badge>,
    pub roles: Vec<Badge>,
    pub kinds: Vec<Badge>,
    pub quotations: Vec<Badge>,
}

/// A thing to do before the claim can go to sign-off.
pub(super) struct Todo {
    pub done: bool,
    pub text: String,
}

pub(super) fn finding(loaded: &Loaded, w: &Words) -> Finding {
    let action = loaded.text_action.as_ref();
    let by = loaded.review.as_ref().and_then(|review| Some((loaded.name(Some(review.reviewer_id))?, w.date_time(review.created_at.0))));
    Finding {
        links: loaded.chain.iter().map(|(link, source)| link_view(link, source, loaded.rating_of(source.id), w)).collect(),
        chips: chips(w),
        substance: loaded.claim.substance.map_or("", Code::code),
        rationale: loaded.rationale().to_owned(),
        searched: loaded.searched().to_owned(),
        text_action: action.map(|row| Badge::of(row.action, w)),
        proposed_wording: action.map(|row| row.proposed_wording.clone()).unwrap_or_default(),
        text_done: action.is_some_and(|row| row.done),
        override_reason: loaded.override_reason().unwrap_or_default().to_owned(),
        by,
        attribution_verdicts: Badge::all::<AttributionVerdict>(w),
        text_actions: Badge::all::<TextAction>(w),
        roles: Badge::all::<Role>(w),
        kinds: Badge::all::<SourceKind>(w),
        quotations: Badge::all::<Quotation>(w),
    }
}

fn chips(w: &Words) -> Vec<Chip> {
    let first = Substance::ALL.iter().find(|verdict| verdict.rating().is_none());
    let chip = |verdict: &Substance| Chip { badge: Badge::of(*verdict, w), explained: explained(*verdict, w), breaks: Some(verdict) == first };
    Substance::ALL.iter().map(chip).collect()
}

fn link_view(link: &Attribution, source: &Source, rating: Option<Rating>, w: &Words) -> LinkView {
    let place = |start: Option<i32>, end: Option<i32>| start.zip(end).map(|(start, end)| format!("{start}-{end}")).unwrap_or_default();
    LinkView {
        id: link.id.to_string(),
        source: source.id.to_string(),
        name: source.name.clone(),
        about: vec![w.label(source.kind).into_owned(), w.label(link.role).into_owned(), w.label(link.quotation).into_owned()],
        rated: rating.map(|rating| rated(rating, w)),
        cue: link.cue.clone().unwrap_or_default(),
        verdict: link.verdict.map_or("", Code::code),
        badge: link.verdict.map(|verdict| AttributionBadge::of(verdict, w)),
        note: link.verdict_note.clone(),
        role: link.role.code(),
        kind: source.kind.code(),
        quotation: link.quotation.code(),
        mention: place(link.mention_start, link.mention_end),
        named: link.mention.clone().unwrap_or_default(),
        cue_at: place(link.cue_start, link.cue_end),
    }
}

impl Finding {
    /// Whether anything was found yet.
    pub fn is_begun(&self) -> bool {
        self.by.is_some()
    }

    /// Whether there is more to read than verdicts and their reason.
    pub fn has_facts(&self) -> bool {
        self.text_action.is_some() || [&self.searched, &self.proposed_wording, &self.override_reason].iter().any(|text| !text.is_empty())
    }

    /// The verdict, if one is set.
    pub fn chosen(&self) -> Option<&Chip> {
        self.chips.iter().find(|chip| chip.badge.code == self.substance)
    }

    /// The code of what should happen to the text; empty where nothing was decided.
    pub fn action(&self) -> &'static str {
        self.text_action.as_ref().map_or("", |action| action.code)
    }
}

/// What a checker has to do, done or not, in the order of the work.
pub(super) fn todo(loaded: &Loaded, w: &Words) -> Vec<Todo> {
    let missing = loaded.missing();
    let asked = Missing::ALL.iter().filter(|item| **item != Missing::SecondIndependentPiece || loaded.needs_two_pieces());
    let mut todo: Vec<Todo> =
        asked.map(|item| Todo { done: !missing.contains(item), text: w.t(&format!("claim-todo-{}", item.code().replace('_', "-"))).into_owned() }).collect();
    let links = loaded.chain.len();
    if links > 0 {
        let seen = loaded.chain.iter().filter(|(link, _)| link.verdict.is_some()).count();
        let text = w.with("claim-todo-links", &[("seen", Arg::from(seen)), ("links", Arg::from(links))]);
        todo.push(Todo { done: seen == links, text });
    }
    todo
}
