//! Entries that may be the same, for whoever keeps the registry: each pair with the reason, to be merged or told apart.

use crate::account::Permission;
use crate::ids::SourceId;
use crate::source::alike::Suggestion;
use crate::source::apart::tell_apart;
use crate::source::store;
use crate::web::answer::{done, html, is_local};
use crate::web::page::{Shell, id};
use crate::web::{Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Most pairs on a page.
const MOST: usize = 100;
/// Pairs beside the list of all sources.
const FIRST: usize = 5;

/// A pair, as a page shows it.
pub(super) struct PairView {
    pub one: SourceId,
    pub one_name: String,
    pub other: SourceId,
    pub other_name: String,
    pub why: String,
}

/// Some pairs, and how many there are.
#[derive(Default)]
pub(super) struct Pairs {
    pub rows: Vec<PairView>,
    pub all: usize,
}

impl Pairs {
    /// The surest; nothing for whoever may not merge.
    pub fn first(room: &mut Room<'_>) -> Result<Self, Problem> {
        Self::of(room, FIRST, |_| true)
    }

    /// Those with one entry.
    pub fn with(room: &mut Room<'_>, source: SourceId) -> Result<Self, Problem> {
        Self::of(room, FIRST, |pair| pair.one == source || pair.other == source)
    }

    fn of(room: &mut Room<'_>, most: usize, fits: impl Fn(&Suggestion) -> bool) -> Result<Self, Problem> {
        if !room.me.role.may(Permission::KeepRegistry) {
            return Ok(Self::default());
        }
        let found = room.desk.alike(room.c)?;
        let fitting: Vec<&Suggestion> = found.iter().filter(|pair| fits(pair)).collect();
        let shown: Vec<&Suggestion> = fitting.iter().take(most).copied().collect();
        let ids: BTreeSet<SourceId> = shown.iter().flat_map(|pair| [pair.one, pair.other]).collect();
        let named = store::alike::named(room.c, &ids)?;
        let name = |id: &SourceId| named.get(id).map(|source| source.name.clone()).unwrap_or_default();
        let view = |pair: &&Suggestion| {
            let (one_name, other_name) = (name(&pair.one), name(&pair.other));
            PairView { why: reason(&room.words, pair, &one_name, &other_name), one: pair.one, one_name, other: pair.other, other_name }
        };
        Ok(Self { rows: shown.iter().map(view).collect(), all: fitting.len() })
    }
}

/// Why two entries may be the same; with the names that fit, where these are not those they go by.
pub(in crate::web) fn reason(w: &Words, pair: &Suggestion, one: &str, other: &str) -> String {
    let label = w.label(pair.why);
    if pair.names.0 == one && pair.names.1 == other {
        return label.into_owned();
    }
    w.labelled(&label, &w.list(&[pair.names.0.clone(), pair.names.1.clone()]))
}

#[derive(Template)]
#[template(path = "source/suggestions.html")]
struct SuggestionsPage {
    shell: Shell,
    w: Arc<Words>,
    pairs: Pairs,
    lead: String,
    here: &'static str,
}

/// Shows the pairs that may be the same.
pub async fn suggestions(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.page(visit, |room| {
        room.acting().require(Permission::KeepRegistry)?;
        let pairs = Pairs::of(room, MOST, |_| true)?;
        let w = room.words.clone();
        let lead = w.n("alike-count", pairs.all);
        html(&SuggestionsPage { shell: room.shell(w.t("alike-title"), "sources"), pairs, lead, here: "/sources/suggestions", w })
    })
    .await
}

/// Says that two entries are different, or takes that back.
pub async fn different(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let (one, other): (SourceId, SourceId) = (id(form.get("one"), "source")?, id(form.get("other"), "source")?);
        let different = !form.has("same");
        let acting = room.acting();
        tell_apart(room.c, &acting, one, other, different)?;
        let next = if is_local(form.get("next")) { form.get("next") } else { "/sources" };
        Ok(done(next, if different { "sources_told_apart" } else { "sources_asked_again" }))
    })
    .await
}
