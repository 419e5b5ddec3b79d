//! Lines of history in words: who did what to which thing, why, and whether it can be taken back.
//!
//! [`page`] reads lines and tells them, [`tell`] tells lines that are at hand. Names of people, claims, articles and
//! sources are looked up once for a whole list, so that twenty lines cost what one does. The template
//! `part/timeline.html` shows what comes out. What each action says is in [`sentence`], what changed in [`change`].

mod change;
mod sentence;

pub use change::Change;

use crate::article::store as articles;
use crate::claim::store as claims;
use crate::db::DbConnection;
use crate::db::page::{Page, read_cursor, write_cursor};
use crate::history::{self, Action, Event, EventFilter, SubjectKind};
use crate::ids::{ArticleId, AttributionId, ChainId, ClaimId, EventId, PersonId, SourceId, StepId};
use crate::review::second::hides_line;
use crate::review::undo;
use crate::web::{Problem, Room};
use crate::wording::{Arg, Words};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A thing that a line speaks of, as a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it is: “Claim 3”, “Evidence”; empty where the title says it.
    pub label: String,
    /// Its title or words, as somebody wrote them.
    pub title: String,
    /// Its page.
    pub href: String,
}

/// A line of history as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HappenedLine {
    /// Which line.
    pub id: EventId,
    /// When, in words.
    pub at: String,
    /// When, for programs.
    pub machine_at: String,
    /// Who did what.
    pub sentence: String,
    /// What was so before and is so now, as far as the sentence does not say it.
    pub changes: Vec<Change>,
    /// Why: the reason, the message, or the remark itself.
    pub why: Option<String>,
    /// The claim it concerns.
    pub claim: Option<Place>,
    /// The article it concerns.
    pub article: Option<Place>,
    /// The evidence, source or report it concerns.
    pub thing: Option<Place>,
    /// Whether a later line took it back.
    pub undone: bool,
    /// Whether it takes an earlier line back.
    pub takes_back: bool,
    /// Whether the person who looks may take it back.
    pub can_undo: bool,
    /// The step on many claims that it is part of; said at its first line in a list.
    pub step: Option<WholeStep>,
}

/// A step on many claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeStep {
    /// Which step.
    pub id: StepId,
    /// How many claims it changed, in words.
    pub says: String,
    /// Whether the person who looks may take it back as a whole.
    pub can_undo: bool,
}

/// Lines that fit, newest first, told; the cursor names the last line shown.
pub fn page(room: &mut Room<'_>, filter: &EventFilter, cursor: &str, limit: i64) -> Result<Page<HappenedLine>, Problem> {
    let filter = EventFilter { before: read_cursor::<EventId>(cursor).or(filter.before), ..filter.clone() };
    let page = Page::cut(history::list(room.c, &filter, limit + 1)?, limit, |event| event.id);
    Ok(Page { rows: tell(room, &page.rows)?, next: page.next })
}

/// The cursor that continues behind a line.
pub fn cursor_behind(line: &HappenedLine) -> String {
    write_cursor(&line.id)
}

/// Tells lines of history in words, in the order in which they are given.
pub fn tell(room: &mut Room<'_>, events: &[Event]) -> Result<Vec<HappenedLine>, Problem> {
    let told: Vec<Told<'_>> = events.iter().map(Told::of).collect();
    let known = Known::look_up(room.c, &told)?;
    let acting = room.acting();
    let veil = room.veil()?;
    let w = &room.words;
    let mut said = BTreeSet::new();
    let line = |t: &Told<'_>| {
        if hides_line(&veil, t.event) {
            return hidden(w, t, &known);
        }
        let undone = known.undone.contains(&t.event.id);
        let can_undo = !undone && undo::may_undo(&acting, t.event);
        let step = known.steps.get(&t.event.id).filter(|step| step.claims > 1 && said.insert(step.id));
        HappenedLine {
            id: t.event.id,
            at: w.date_time(t.event.at.0),
            machine_at: t.event.at.0.to_rfc3339(),
            sentence: sentence::of(w, t, &known),
            changes: change::of(w, t, &known),
            why: sentence::why(t),
            claim: claim_place(w, t, &known),
            article: article_place(t, &known),
            thing: thing_place(w, t),
            undone,
            takes_back: t.event.undoes.is_some(),
            can_undo,
            step: step.map(|step| WholeStep { id: step.id, says: w.n("timeline-step", step.claims), can_undo }),
        }
    };
    Ok(told.iter().map(line).collect())
}

/// That something happened, and nothing of what.
fn hidden(w: &Words, t: &Told<'_>, known: &Known) -> HappenedLine {
    HappenedLine {
        id: t.event.id,
        at: w.date_time(t.event.at.0),
        machine_at: t.event.at.0.to_rfc3339(),
        sentence: w.t("happened-hidden").into_owned(),
        changes: Vec::new(),
        why: None,
        claim: claim_place(w, t, known),
        article: article_place(t, known),
        thing: None,
        undone: false,
        takes_back: false,
        can_undo: false,
        step: None,
    }
}

/// A line with what it says taken apart once.
struct Told<'e> {
    event: &'e Event,
    action: Option<Action>,
    was: Value,
    is: Value,
}

impl<'e> Told<'e> {
    fn of(event: &'e Event) -> Self {
        Self { event, action: event.action(), was: event.before_value(), is: event.after_value() }
    }

    /// A text of what is so now, else of what was so before.
    fn text(&self, key: &str) -> &str {
        [&self.is, &self.was].iter().find_map(|side| side.get(key).and_then(Value::as_str)).unwrap_or_default()
    }

    /// A number of what is so now.
    fn number(&self, key: &str) -> i64 {
        self.is.get(key).and_then(Value::as_i64).unwrap_or_default()
    }

    /// A value before and now, where the line speaks of both and they differ.
    fn changed(&self, key: &str) -> Option<(&Value, &Value)> {
        let (was, is) = (self.was.get(key)?, self.is.get(key)?);
        (was != is).then_some((was, is))
    }

    fn article(&self) -> Option<ArticleId> {
        if self.event.chain_id != ChainId::DESK {
            return Some(ArticleId(self.event.chain_id.0));
        }
        (self.event.subject_kind() == Some(SubjectKind::Article)).then_some(ArticleId(self.event.subject_id.0))
    }
}

/// What the lines only name by id.
#[derive(Default)]
struct Known {
    people: BTreeMap<PersonId, String>,
    claims: BTreeMap<ClaimId, (i32, String)>,
    articles: BTreeMap<ArticleId, String>,
    links: BTreeMap<AttributionId, String>,
    sources: BTreeMap<SourceId, String>,
    undone: BTreeSet<EventId>,
    steps: BTreeMap<EventId, history::Step>,
}

impl Known {
    fn look_up(c: &mut DbConnection, told: &[Told<'_>]) -> Result<Self, Problem> {
        if told.is_empty() {
            return Ok(Self::default());
        }
        let mut people = BTreeSet::new();
        let mut links = BTreeSet::new();
        let mut sources = BTreeSet::new();
        for side in told.iter().flat_map(|t| [&t.was, &t.is]) {
            people.extend(["assignee_id", "person"].iter().filter_map(|key| id_in::<PersonId>(side, key)));
            sources.extend(id_in::<SourceId>(side, "origin_id"));
            let findings = side.get("links").and_then(Value::as_array).into_iter().flatten();
            links.extend(findings.filter_map(|finding| id_in::<AttributionId>(finding, "attribution_id")));
        }
        people.extend(told.iter().filter(|t| t.event.subject_kind() == Some(SubjectKind::Person)).map(|t| PersonId(t.event.subject_id.0)));
        let claims: BTreeSet<ClaimId> = told.iter().filter_map(|t| t.event.claim_id).collect();
        let articles: BTreeSet<ArticleId> = told.iter().filter_map(Told::article).collect();
        let events: Vec<EventId> = told.iter().map(|t| t.event.id).collect();
        Ok(Self {
            people: crate::account::store::names(c, &in_order(people))?.into_iter().collect(),
            claims: claims::wordings(c, &in_order(claims))?.into_iter().map(|(id, number, statement)| (id, (number, statement))).collect(),
            articles: articles::titles(c, &in_order(articles))?.into_iter().collect(),
            links: claims::sources_of_links(c, &in_order(links))?.into_iter().collect(),
            sources: crate::source::store::names(c, &in_order(sources))?.into_iter().collect(),
            undone: history::undone_by(c, &events)?.into_iter().collect(),
            steps: history::steps_of(c, &events)?.into_iter().collect(),
        })
    }

    fn person(&self, w: &Words, value: &Value) -> String {
        match value.as_str().and_then(|text| text.parse().ok()).and_then(|id: PersonId| self.people.get(&id)) {
            Some(name) => inert(name),
            None => w.t("happened-nobody").into_owned(),
        }
    }
}

fn in_order<T>(ids: BTreeSet<T>) -> Vec<T> {
    ids.into_iter().collect()
}

fn id_in<T: std::str::FromStr>(side: &Value, key: &str) -> Option<T> {
    side.get(key)?.as_str()?.parse().ok()
}

fn claim_place(w: &Words, t: &Told<'_>, known: &Known) -> Option<Place> {
    let id = t.event.claim_id?;
    let (number, statement) = known.claims.get(&id)?;
    let label = w.with("happened-claim", &[("number", Arg::from(i64::from(*number)))]);
    Some(Place { label, title: short(statement, 200), href: format!("/claims/{id}") })
}

fn article_place(t: &Told<'_>, known: &Known) -> Option<Place> {
    let id = t.article()?;
    let title = known.articles.get(&id)?;
    Some(Place { label: String::new(), title: short(title, 120), href: format!("/articles/{id}") })
}

fn thing_place(w: &Words, t: &Told<'_>) -> Option<Place> {
    let id = t.event.subject_id;
    let place = |key: &str, title: &str, href: String| Some(Place { label: w.t(key).into_owned(), title: short(title, 120), href });
    match t.event.subject_kind()? {
        SubjectKind::Evidence => place("happened-evidence", t.text("title"), format!("/evidence/{id}")),
        SubjectKind::Source => place("happened-source", t.text("name"), format!("/sources/{id}")),
        SubjectKind::Page => place("happened-page", t.text("address"), format!("/p/{}", t.text("address"))),
        SubjectKind::ReaderReport => place("happened-reader-report", "", "/readers".to_owned()),
        SubjectKind::Report => place("happened-report", &w.number(t.number("number")), format!("/reports/{id}")),
        _ => None,
    }
}

/// The beginning of a text, cut between words where it can be.
fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map(|(whole, _)| whole).filter(|whole| whole.chars().count() > most / 2);
    format!("{}…", whole.unwrap_or(&cut).trim_end())
}

/// A foreign text inside a sentence of ours: where it holds letters or marks that could turn the direction of what
/// stands around it, it is put between marks that keep it to itself.
fn inert(text: &str) -> String {
    let control = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let turns = |c: char| matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}');
    if !text.chars().any(|c| control(c) || turns(c)) {
        return text.to_owned();
    }
    let plain: String = text.chars().filter(|c| !control(*c)).collect();
    format!("\u{2068}{plain}\u{2069}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(action: Action, ids: &crate::ids::Ids) -> Event {
        Event {
            id: ids.make(),
            chain_id: ids.make(),
            seq: 1,
            at: crate::db::column::At(chrono::DateTime::UNIX_EPOCH),
            actor_id: Some(ids.make()),
            actor_name: "Ana".to_owned(),
            action: crate::code::Code::code(action).to_owned(),
            subject_kind: "claim".to_owned(),
            subject_id: ids.make(),
            claim_id: None,
            before: None,
            after: None,
            reason: None,
            undoes: None,
            prev_hash: String::new(),
            hash: String::new(),
        }
    }

    #[test]
    fn every_action_and_field_has_its_words() {
        let words = crate::wording::Catalogue::embedded().unwrap().choose(None, None);
        let ids = crate::ids::Ids::counting();
        for action in <Action as crate::code::Code>::ALL {
            let event = event(*action, &ids);
            let told = Told::of(&event);
            let sentence = sentence::of(&words, &told, &Known::default());
            let who = if *action == Action::ReaderReported { "A reader " } else { "Ana " };
            assert!(sentence.starts_with(who) && !sentence.contains(['⟨', '{']), "{action}: {sentence}");
            for key in change::keys_of(*action) {
                assert!(words.has(&format!("happened-field-{}", key.replace('_', "-"))), "{action}: {key}");
            }
        }
    }

    #[test]
    fn a_sentence_names_labels_and_never_codes() {
        let words = crate::wording::Catalogue::embedded().unwrap().choose(None, None);
        let ids = crate::ids::Ids::counting();
        let line = |action, before: Value, after: Value| {
            let event = Event { before: Some(before.to_string()), after: Some(after.to_string()), ..event(action, &ids) };
            sentence::of(&words, &Told::of(&event), &Known::default())
        };
        let json = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        assert_eq!(
            line(Action::VerdictSet, json(r#"{"substance":"unsupported"}"#), json(r#"{"substance":"confirmed"}"#)),
            "Ana changed the verdict from “No adequate evidence found” to “Confirmed”"
        );
        assert_eq!(line(Action::StateChanged, json(r#"{"state":"in_review"}"#), json(r#"{"state":"checking"}"#)), "Ana sent the claim back");
        assert_eq!(
            line(Action::StateChanged, json(r#"{"state":"to_check","set_aside":null}"#), json(r#"{"state":"set_aside","set_aside":"duplicate"}"#)),
            "Ana set the claim aside: Another claim says the same"
        );
        assert_eq!(
            line(Action::ChainChanged, json(r#"{"chain":[]}"#), json(r#"{"chain":["Bloomberg","Seoul"]}"#)),
            "Ana set the chain of sources to “Bloomberg → Seoul”"
        );
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(short("one two three", 9), "one two…");
        assert_eq!(short("onetwothree", 5), "onetw…");
        assert_eq!(short("one", 9), "one");
    }

    #[test]
    fn a_name_that_turns_the_direction_is_kept_to_itself() {
        assert_eq!(inert("Ana"), "Ana");
        assert_eq!(inert("A\u{202E}na\u{2069}"), "\u{2068}Ana\u{2069}");
        assert_eq!(inert("שלום"), "\u{2068}שלום\u{2069}");
    }
}
