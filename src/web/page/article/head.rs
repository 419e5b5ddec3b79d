//! The head of the reading view: what the article is, and how far its check is.

use super::load::Loaded;
use crate::account::Permission;
use crate::article::{Article, ArticleState};
use crate::claim::WorkState;
use crate::code::Code;
use crate::ids::ArticleId;
use crate::web::Room;
use crate::wording::{Arg, Words};

/// Most ticks; where there are more claims each tick stands for several.
const TICKS: usize = 160;

/// One state, with how many claims are in it.
pub(super) struct StateCount {
    pub code: &'static str,
    pub label: String,
    pub count: String,
}

/// How the article was signed off.
pub(super) struct SignedOff {
    pub sentence: String,
    /// Why with something open, where it was.
    pub reason: Option<String>,
}

/// The head.
pub(super) struct Head {
    pub id: ArticleId,
    pub title: String,
    pub language: String,
    /// Who wrote it, who published it and when.
    pub by: Vec<String>,
    pub source_url: Option<String>,
    pub version: String,
    /// The version before, with what is said of a way to it.
    pub before: Option<(i32, String)>,
    /// What to know of its language, where it is not English.
    pub language_note: Option<&'static str>,
    pub signed_off: Option<SignedOff>,
    pub reason: String,
    /// How many sentences there are, and how many are accounted for.
    pub sentences: String,
    pub accounted: String,
    pub open: usize,
    pub open_said: String,
    /// States of the claims, in order of the text.
    pub ticks: Vec<&'static str>,
    pub states: Vec<StateCount>,
    pub claims: usize,
    pub may_sign_off: bool,
}

/// Makes the head.
pub(super) fn head(room: &Room<'_>, loaded: &Loaded) -> Head {
    let (w, article) = (&room.words, &loaded.article);
    let (all, open) = (loaded.sentences.len(), loaded.open.len());
    let put_in = w.date(loaded.version.created_at.0.date_naive());
    let version = w.with("article-version", &[("number", Arg::from(i64::from(loaded.version.number))), ("date", Arg::from(put_in))]);
    Head {
        id: article.id,
        title: article.title.clone(),
        language: article.language.clone(),
        by: by(article, w),
        source_url: article.source_url.clone(),
        version,
        before: Some(loaded.version.number - 1)
            .filter(|number| *number > 0 && loaded.has_before)
            .map(|number| (number, w.with("version-since", &[("number", Arg::from(i64::from(number)))]))),
        language_note: match article.language.as_str() {
            "en" => None,
            "und" => Some("article-language-unknown"),
            _ => Some("article-language-other"),
        },
        signed_off: signed_off(loaded, w),
        reason: article.selection_reason.clone(),
        sentences: w.n("article-sentences", all),
        accounted: w.n("article-accounted", all - open),
        open,
        open_said: w.n("article-open", open),
        ticks: ticks(loaded),
        states: states(loaded, w),
        claims: loaded.claims.len(),
        may_sign_off: room.me.role.may(Permission::SignOff),
    }
}

impl Head {
    /// Whether the check of the article is over.
    pub fn is_signed_off(&self) -> bool {
        self.signed_off.is_some()
    }
}

fn by(article: &Article, w: &Words) -> Vec<String> {
    let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    [given(&article.byline), given(&article.publisher), article.published_on.map(|day| w.date(day))].into_iter().flatten().collect()
}

fn signed_off(loaded: &Loaded, w: &Words) -> Option<SignedOff> {
    if loaded.article.state != ArticleState::SignedOff {
        return None;
    }
    let at = loaded.article.signed_off_at.map(|at| w.date_time(at.0)).unwrap_or_default();
    let name = loaded.signed_off_by.clone().unwrap_or_else(|| w.t("article-nobody-known").into_owned());
    let sentence = w.with("article-signed-off", &[("name", Arg::from(name)), ("at", Arg::from(at))]);
    Some(SignedOff { sentence, reason: loaded.article.coverage_reason.clone() })
}

fn count(loaded: &Loaded, state: WorkState) -> usize {
    loaded.claims.iter().filter(|claim| claim.state == state).count()
}

fn states(loaded: &Loaded, w: &Words) -> Vec<StateCount> {
    let counts = WorkState::ALL.iter().map(|state| (*state, count(loaded, *state))).filter(|(_, count)| *count > 0);
    counts.map(|(state, count)| StateCount { code: state.code(), label: w.label(state).into_owned(), count: w.number(count) }).collect()
}

/// A tick a claim, in the order of the text; of very many claims each state has its share, and at least one.
fn ticks(loaded: &Loaded) -> Vec<&'static str> {
    let all = loaded.claims.len();
    if all <= TICKS {
        return loaded.claims.iter().map(|claim| claim.state.code()).collect();
    }
    let share = |count: usize| if count == 0 { 0 } else { (count * TICKS / all).max(1) };
    WorkState::ALL.iter().flat_map(|state| std::iter::repeat_n(state.code(), share(count(loaded, *state)))).collect()
}
