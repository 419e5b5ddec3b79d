//! What a line changed beside what its sentence says: field by field, before and now.

use super::sentence::label;
use super::{Known, Told, inert, short};
use crate::claim::contact::{ContactChannel, ContactOutcome};
use crate::claim::{AttributionVerdict, Priority, Substance, WorkState};
use crate::evidence::{Grade, Independence, Stance};
use crate::history::Action;
use crate::ids::{AttributionId, SourceId};
use crate::review::attribute::Standing;
use crate::source::{Rating, SourceKind};
use crate::wording::Words;
use chrono::NaiveDate;
use serde_json::Value;

/// Longest text shown on either side.
const TEXT: usize = 300;

/// A field, as it was and as it is. Empty sides are empty fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The field.
    pub label: String,
    /// What it was.
    pub was: String,
    /// What it is.
    pub is: String,
}

/// How a field of a line is told.
#[derive(Clone, Copy)]
enum Field {
    Text,
    Day,
    Assignee,
    Priority,
    State,
    Substance,
    Attribution,
    Kind,
    Grade,
    Independence,
    Stance,
    Channel,
    Outcome,
    Source,
    Rating,
    Texts,
    YesNo,
}

/// The fields that lines of an action may tell of, by the key they have in the line and in the message files.
fn fields_of(action: Action) -> &'static [(&'static str, Field)] {
    use Field as F;
    match action {
        Action::ArticleAmended => &[
            ("title", F::Text),
            ("byline", F::Text),
            ("publisher", F::Text),
            ("source_url", F::Text),
            ("published_on", F::Day),
            ("method_note", F::Text),
            ("selection_reason", F::Text),
        ],
        Action::ClaimAdded | Action::ClaimReworded => &[("statement", F::Text)],
        Action::ClaimCarried => {
            &[("words", F::Text), ("statement", F::Text), ("state", F::State), ("substance", F::Substance), ("attribution", F::Attribution)]
        }
        Action::VersionAdded => &[("title", F::Text)],
        Action::SpansChanged => &[("words", F::Text)],
        Action::ClaimSplit | Action::ClaimsMerged => &[("statement", F::Text), ("words", F::Text)],
        Action::StateChanged => &[("assignee_id", F::Assignee)],
        Action::DatesSet => &[("true_as_of", F::Day), ("recheck_by", F::Day)],
        Action::ViewAmended => &[("name", F::Text), ("query", F::Text)],
        Action::Assigned => &[("due_on", F::Day), ("priority", F::Priority)],
        Action::VerdictSet => &[("attribution", F::Attribution), ("state", F::State), ("assignee_id", F::Assignee)],
        Action::EvidenceAttached => &[("earlier", F::Text)],
        Action::EvidenceAmended => &[
            ("title", F::Text),
            ("url", F::Text),
            ("publisher", F::Text),
            ("published_on", F::Day),
            ("accessed_on", F::Day),
            ("excerpt", F::Text),
            ("stance", F::Stance),
            ("grade", F::Grade),
            ("independence", F::Independence),
            ("origin_id", F::Source),
            ("note", F::Text),
            ("confidential", F::YesNo),
            ("archive_url", F::Text),
        ],
        Action::ContactEntered | Action::ContactAmended => &[
            ("name", F::Text),
            ("party", F::Text),
            ("channel", F::Channel),
            ("asked_on", F::Day),
            ("question", F::Text),
            ("outcome", F::Outcome),
            ("answered_on", F::Day),
            ("answer", F::Text),
            ("confidential", F::YesNo),
        ],
        Action::SourceAmended => {
            &[("name", F::Text), ("kind", F::Kind), ("aliases", F::Texts), ("country", F::Text), ("links", F::Texts), ("interests", F::Text)]
        }
        Action::ReliabilityNoted => &[("rating", F::Rating), ("holds_from", F::Day)],
        Action::SourceMerged | Action::SourceUnmerged => &[("names", F::Texts)],
        Action::SettingsChanged => &[
            ("name", F::Text),
            ("url", F::Text),
            ("methodology_url", F::Text),
            ("corrections_url", F::Text),
            ("method_note", F::Text),
            ("four_eyes", F::YesNo),
        ],
        _ => &[],
    }
}

/// The keys of these fields.
#[cfg(test)]
pub(super) fn keys_of(action: Action) -> impl Iterator<Item = &'static str> {
    fields_of(action).iter().map(|(key, _)| *key)
}

/// What changed.
pub(super) fn of(w: &Words, t: &Told<'_>, known: &Known) -> Vec<Change> {
    let Some(action) = t.action else { return Vec::new() };
    let mut changes = Vec::new();
    for (key, field) in fields_of(action) {
        // A line that adds something has no side before.
        let nothing = Value::Null;
        let sides = t.changed(key).or_else(|| (action == Action::ClaimAdded).then(|| (&nothing, t.is.get(key).unwrap_or(&nothing))));
        let Some((was, is)) = sides else { continue };
        let label = w.t(&format!("happened-field-{}", key.replace('_', "-"))).into_owned();
        changes.push(Change { label, was: value(w, *field, was, known), is: value(w, *field, is, known) });
    }
    match action {
        Action::VerdictSet => changes.extend(link_findings(w, t, known)),
        Action::TextActionSet => changes.extend(text_action(w, t)),
        Action::ChainChanged => changes.extend(links_in_text(w, t)),
        Action::CorrectionEntered => changes.extend(correction(w, t)),
        _ => {}
    }
    changes
}

fn value(w: &Words, field: Field, value: &Value, known: &Known) -> String {
    if value.is_null() && !matches!(field, Field::Assignee) {
        return String::new();
    }
    let text = value.as_str().unwrap_or_default();
    match field {
        Field::Text => short(text, TEXT),
        Field::Day => text.parse::<NaiveDate>().map_or_else(|_| text.to_owned(), |day| w.date(day)),
        Field::Assignee => known.person(w, value),
        Field::Priority => w.label(Priority::from_rank(value.as_i64().and_then(|n| n.try_into().ok()).unwrap_or(1))).into_owned(),
        Field::Substance => label::<Substance>(w, Some(value)),
        Field::State => label::<WorkState>(w, Some(value)),
        Field::Attribution => label::<AttributionVerdict>(w, Some(value)),
        Field::Kind => label::<SourceKind>(w, Some(value)),
        Field::Grade => label::<Grade>(w, Some(value)),
        Field::Independence => label::<Independence>(w, Some(value)),
        Field::Stance => label::<Stance>(w, Some(value)),
        Field::Channel => label::<ContactChannel>(w, Some(value)),
        Field::Outcome => label::<ContactOutcome>(w, Some(value)),
        Field::Rating => label::<Rating>(w, Some(value)),
        Field::Source => text.parse().ok().and_then(|id: SourceId| known.sources.get(&id)).map(|name| short(name, TEXT)).unwrap_or_default(),
        Field::Texts => {
            let texts: Vec<&str> = value.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            short(&texts.join(", "), TEXT)
        }
        Field::YesNo => w.t(if value.as_bool() == Some(true) { "happened-yes" } else { "happened-no" }).into_owned(),
    }
}

/// Each link of the chain whose finding changed, under the name of its source.
fn link_findings(w: &Words, t: &Told<'_>, known: &Known) -> Vec<Change> {
    let list = |side: &Value| side.get("links").and_then(Value::as_array).cloned().unwrap_or_default();
    let (was, is) = (list(&t.was), list(&t.is));
    let said = |finding: &Value| match finding.get("verdict").filter(|verdict| !verdict.is_null()) {
        Some(verdict) => {
            let note = finding.get("note").and_then(Value::as_str).unwrap_or_default();
            let verdict = label::<AttributionVerdict>(w, Some(verdict));
            if note.is_empty() { verdict } else { w.labelled(&verdict, &inert(&short(note, TEXT))) }
        }
        None => String::new(),
    };
    let mut changes = Vec::new();
    for finding in &is {
        let id = finding.get("attribution_id");
        let old = was.iter().find(|old| old.get("attribution_id") == id);
        if old == Some(finding) {
            continue;
        }
        let name = id.and_then(Value::as_str).and_then(|text| text.parse().ok()).and_then(|id: AttributionId| known.links.get(&id));
        let label = name.map_or_else(|| w.t("happened-former-link").into_owned(), |name| short(name, 80));
        changes.push(Change { label, was: old.map(said).unwrap_or_default(), is: said(finding) });
    }
    changes
}

/// Each link whose words in the text were corrected, under the name of its source.
fn links_in_text(w: &Words, t: &Told<'_>) -> Vec<Change> {
    let links = |side: &Value| Standing::read(side).map(|standing| standing.links).unwrap_or_default();
    let (was, is) = (links(&t.was), links(&t.is));
    let mut changes = Vec::new();
    for link in &is {
        let old = was.iter().find(|old| old.id == link.id);
        let mut tell = |key: &str, before: Option<String>, now: Option<String>| {
            if before != now {
                let text = |side: Option<String>| short(&side.unwrap_or_default(), TEXT);
                changes.push(Change { label: w.s(key, "name", &short(&link.source, 80)), was: text(before), is: text(now) });
            }
        };
        tell("happened-field-named-as", old.and_then(|old| old.mention_text.clone()), link.mention_text.clone());
        tell("happened-field-reporting-words", old.and_then(|old| old.cue_text.clone()), link.cue_text.clone());
        if let Some(old) = old {
            tell("happened-field-quotation", Some(w.label(old.quotation).into_owned()), Some(w.label(link.quotation).into_owned()));
        }
    }
    changes
}

/// The proposed wording, and whether it is in the text.
fn text_action(w: &Words, t: &Told<'_>) -> Vec<Change> {
    let field = |side: &Value, key: &str| side.get("text_action").and_then(|row| row.get(key)).cloned().unwrap_or_default();
    let mut changes = Vec::new();
    let wording = |side: &Value| short(field(side, "proposed_wording").as_str().unwrap_or_default(), TEXT);
    if wording(&t.was) != wording(&t.is) {
        changes.push(Change { label: w.t("happened-field-proposed-wording").into_owned(), was: wording(&t.was), is: wording(&t.is) });
    }
    let done = |side: &Value| field(side, "done").as_bool().unwrap_or_default();
    if done(&t.was) != done(&t.is) {
        let say = |done: bool| w.t(if done { "happened-yes" } else { "happened-no" }).into_owned();
        changes.push(Change { label: w.t("happened-field-done").into_owned(), was: say(done(&t.was)), is: say(done(&t.is)) });
    }
    changes
}

/// What the published article said and says.
fn correction(w: &Words, t: &Told<'_>) -> Option<Change> {
    let side = |key: &str| short(t.text(key), TEXT);
    let change = Change { label: w.t("happened-field-published-text").into_owned(), was: side("was"), is: side("now_says") };
    (!change.was.is_empty() || !change.is.is_empty()).then_some(change)
}
