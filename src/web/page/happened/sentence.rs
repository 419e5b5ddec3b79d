//! The sentence of a line: “Ana changed the verdict from ‘Unsupported’ to ‘Confirmed’”.

use super::{Known, Told, inert, short};
use crate::account::Role;
use crate::article::{CorrectionKind, SentenceKind};
use crate::claim::{Anchor, AttributionVerdict, Risk, RiskKinds, SetAsideReason, Substance, TextAction, WorkState};
use crate::code::Code;
use crate::evidence::Stance;
use crate::history::Action;
use crate::review::{regroup, status};
use crate::wording::{Arg, Words};
use serde_json::Value;

/// Longest title inside a sentence.
const TITLE: usize = 120;
/// Longest reason shown in a list.
const WHY: usize = 600;

/// Who did what.
pub(super) fn of(w: &Words, t: &Told<'_>, known: &Known) -> String {
    use Action as A;
    let who = if t.event.actor_id.is_none() { w.t("happened-command-line").into_owned() } else { inert(&t.event.actor_name) };
    let say = |key: &str, args: &[(&str, String)]| {
        let mut all = vec![("who", Arg::from(&who))];
        all.extend(args.iter().map(|(name, value)| (*name, Arg::from(value))));
        w.with(&format!("happened-{key}"), &all)
    };
    let named = |field: &str| ("title", inert(&short(t.text(field), TITLE)));
    let Some(action) = t.action else { return say("unknown", &[]) };
    let plain = action.code().replace('_', "-");
    match action {
        A::ArticleImported => imported(w, t, &who),
        A::SentenceMarked => {
            let kind = |side: &Value| label::<SentenceKind>(w, side.get("kind"));
            let number = w.number(t.number("sentence"));
            if number == "0" {
                say("sentence-marked-back", &[("from", kind(&t.was)), ("to", kind(&t.is))])
            } else {
                say(&plain, &[("number", number), ("from", kind(&t.was)), ("to", kind(&t.is))])
            }
        }
        A::VersionAdded => version(w, t, &who),
        A::ClaimCarried => carried(w, t, &say),
        A::RiskSet => say(&plain, &[("from", risk(w, &t.was)), ("to", risk(w, &t.is))]),
        A::TagsChanged => tags(t, &say),
        A::ChainChanged if !names(&t.is).is_empty() && names(&t.was) == names(&t.is) => say("chain-corrected", &[]),
        A::ChainChanged => {
            let chain = |side: &Value| inert(&short(&names(side).join(" → "), TITLE));
            match (names(&t.was).is_empty(), names(&t.is).is_empty()) {
                (true, _) => say("chain-set", &[("to", chain(&t.is))]),
                (_, true) => say("chain-emptied", &[("from", chain(&t.was))]),
                _ => say(&plain, &[("from", chain(&t.was)), ("to", chain(&t.is))]),
            }
        }
        A::ClaimAdded | A::ClaimSplit | A::ClaimsMerged | A::ClaimMerged => regrouped(w, t, action, &say),
        A::StateChanged => state(w, t, &say),
        A::Assigned => assigned(w, t, known, &say),
        A::VerdictSet => verdict(w, t, &say),
        A::SecondCheckAsked | A::SecondCheckGiven | A::SecondCheckWithdrawn => second_check(w, t, known, action, &say),
        A::TextActionSet => text_action(w, t, &plain, &say),
        A::EvidenceAttached => say(&plain, &[named("title"), ("stance", label::<Stance>(w, t.is.get("stance")))]),
        A::EvidenceAmended | A::EvidenceDetached => say(&plain, &[named("title")]),
        A::SourceAdded
        | A::SourceAmended
        | A::ReliabilityNoted
        | A::ReliabilityWithdrawn
        | A::TokenMade
        | A::TokenRevoked
        | A::ViewShared
        | A::ViewAmended
        | A::ViewWithdrawn => say(&plain, &[named("name")]),
        A::SourcesToldApart | A::SourceMerged | A::SourceUnmerged => two_sources(t, &plain, &say),
        A::PersonAdded => say(&plain, &[("name", inert(t.text("name"))), ("role", label::<Role>(w, t.is.get("role")))]),
        A::RoleChanged => role_changed(w, t, &say),
        A::PersonDisabled | A::PersonEnabled | A::PasswordLinkMade => say(&plain, &[person(t)]),
        A::ContactEntered | A::ContactAmended | A::ContactRemoved => say(&plain, &[person(t)]),
        A::PasswordSet if t.event.actor_id.is_some_and(|id| id.0 == t.event.subject_id.0) => say("password-set-own", &[]),
        A::PasswordSet => say(&plain, &[person(t)]),
        A::ReportFrozen | A::PagePublished | A::PageMoved | A::PageWithdrawn | A::ReaderReported | A::CorrectionEntered => reported(w, t, action, &say),
        A::ArticleAmended
        | A::ArticleSignedOff
        | A::ArticleReopened
        | A::ClaimReworded
        | A::SpansChanged
        | A::ClaimRemoved
        | A::ClaimRestored
        | A::CommentAdded
        | A::CommentResolved
        | A::CommentReopened
        | A::DatesSet
        | A::DeskSetUp
        | A::ReaderAnswered
        | A::SettingsChanged => say(&plain, &[]),
    }
}

/// What should happen to the text.
fn text_action(w: &Words, t: &Told<'_>, plain: &str, say: &Say<'_>) -> String {
    let decided = |side: &Value| side.get("text_action").and_then(|row| row.get("action")).map(|code| label::<TextAction>(w, Some(code)));
    match (decided(&t.was), decided(&t.is)) {
        (Some(from), None) => say("text-action-withdrawn", &[("from", from)]),
        (Some(from), Some(to)) if from != to => say("text-action-changed", &[("from", from), ("to", to)]),
        (_, Some(to)) => say(plain, &[("to", to)]),
        (None, None) => say("unknown", &[]),
    }
}

/// What was done with two entries of the registry.
fn two_sources(t: &Told<'_>, plain: &str, say: &Say<'_>) -> String {
    let name = |key: &str| inert(&short(t.text(key), TITLE));
    let no_longer = t.is.get("different").and_then(Value::as_bool) == Some(false);
    let names = [("title", name("name")), ("into", name("into")), ("other", name("other"))];
    say(if no_longer { "sources-told-apart-back" } else { plain }, &names)
}

/// Why it was done, or what was said.
pub(super) fn why(t: &Told<'_>) -> Option<String> {
    let said = match t.action {
        Some(Action::CommentAdded) => t.text("body"),
        Some(Action::ReliabilityNoted) => t.text("note"),
        Some(Action::CorrectionEntered) => t.text("why"),
        // The stated reason for setting aside is in the sentence already.
        _ => t.event.reason.as_deref().filter(|reason| SetAsideReason::from_code(reason).is_none()).unwrap_or_default(),
    };
    (!said.is_empty()).then(|| short(said, WHY))
}

/// What goes out, and what comes back from readers.
fn reported(w: &Words, t: &Told<'_>, action: Action, say: &Say<'_>) -> String {
    let number = || ("number", w.number(t.number("number")));
    match action {
        Action::ReportFrozen => say("report-frozen", &[number()]),
        Action::CorrectionEntered => say("correction-entered", &[("kind", label::<CorrectionKind>(w, t.is.get("kind")))]),
        Action::ReaderReported => w.t("happened-reader-reported").into_owned(),
        Action::PagePublished => say("page-published", &[number(), ("address", t.text("address").to_owned())]),
        Action::PageMoved => say("page-moved", &[number()]),
        _ => say("page-withdrawn", &[]),
    }
}

type Say<'s> = dyn Fn(&str, &[(&str, String)]) -> String + 's;

fn regrouped(w: &Words, t: &Told<'_>, action: Action, say: &Say<'_>) -> String {
    let back = t.event.undoes.is_some();
    match action {
        Action::ClaimAdded if t.is.get("split_from").is_some() => say("claim-split-off", &[("number", w.number(t.number("split_from")))]),
        Action::ClaimAdded => say("claim-added", &[]),
        Action::ClaimSplit if back => say("claim-split-back", &[]),
        Action::ClaimSplit => say("claim-split", &[("numbers", numbers(w, t, "parts"))]),
        Action::ClaimsMerged if back => say("claims-merged-back", &[]),
        Action::ClaimsMerged => say("claims-merged", &[("numbers", numbers(w, t, "merged"))]),
        _ => say("claim-merged", &[("number", numbers(w, t, "into"))]),
    }
}

/// The numbers of the claims that a line names.
fn numbers(w: &Words, t: &Told<'_>, key: &str) -> String {
    regroup::numbers(&t.is, key).into_iter().map(|number| w.number(i64::from(number))).collect::<Vec<_>>().join(", ")
}

/// The name of whom a line is about.
fn person(t: &Told<'_>) -> (&'static str, String) {
    ("name", inert(&short(t.text("name"), TITLE)))
}

fn role_changed(w: &Words, t: &Told<'_>, say: &Say<'_>) -> String {
    let role = |side: &Value| label::<Role>(w, side.get("role"));
    say("role-changed", &[person(t), ("from", role(&t.was)), ("to", role(&t.is))])
}

fn imported(w: &Words, t: &Told<'_>, who: &str) -> String {
    let title = inert(&short(t.text("title"), TITLE));
    let said = [("who", Arg::from(who)), ("title", Arg::from(title)), ("count", Arg::from(t.number("claims")))];
    let Some(report) = t.is.get("report") else { return w.with("happened-article-imported", &said) };
    let desk = report.get("desk").and_then(Value::as_str).unwrap_or_default();
    let desk = if desk.is_empty() { w.t("happened-another-desk").into_owned() } else { inert(&short(desk, TITLE)) };
    w.with("happened-report-imported", &said.into_iter().chain([("desk", Arg::from(desk))]).collect::<Vec<_>>())
}

fn version(w: &Words, t: &Told<'_>, who: &str) -> String {
    let counts = ["version", "kept", "moved", "changed", "lost", "new"].map(|name| (name, Arg::from(t.number(name))));
    w.with("happened-version-added", &[("who", Arg::from(who))].into_iter().chain(counts).collect::<Vec<_>>())
}

fn carried(w: &Words, t: &Told<'_>, say: &Say<'_>) -> String {
    match Anchor::from_code(t.text("anchor")) {
        Some(anchor) => say(&format!("carried-{}", anchor.code()), &[("number", w.number(t.number("version")))]),
        None => say("unknown", &[]),
    }
}

fn state(w: &Words, t: &Told<'_>, say: &Say<'_>) -> String {
    let state = |side: &Value| side.get("state").and_then(Value::as_str).and_then(WorkState::from_code);
    let (Some(from), Some(to)) = (state(&t.was), state(&t.is)) else { return say("unknown", &[]) };
    let step = status::step(from, to).filter(|_| t.event.undoes.is_none());
    match step {
        Some(step) if to == WorkState::SetAside => say(&format!("step-{}", step.name), &[("reason", label::<SetAsideReason>(w, t.is.get("set_aside")))]),
        Some(step) => say(&format!("step-{}", step.name), &[]),
        None => say("state-changed", &[("from", w.label(from).into_owned()), ("to", w.label(to).into_owned())]),
    }
}

fn assigned(w: &Words, t: &Told<'_>, known: &Known, say: &Say<'_>) -> String {
    let nobody = Value::Null;
    let (was, is) = (t.was.get("assignee_id").unwrap_or(&nobody), t.is.get("assignee_id").unwrap_or(&nobody));
    let actor = t.event.actor_id.map(|id| id.to_string());
    let me = |side: &Value| side.as_str().is_some() && side.as_str() == actor.as_deref();
    let (from, to) = (("from", known.person(w, was)), ("to", known.person(w, is)));
    match (was.is_null(), is.is_null()) {
        _ if was == is && is.is_null() => say("assigned-nobody", &[]),
        _ if was == is => say("assigned-again", &[to]),
        (true, _) if me(is) => say("assigned-taken", &[]),
        (true, _) => say("assigned", &[to]),
        (_, true) if me(was) => say("assigned-given-back", &[]),
        (_, true) => say("assigned-from", &[from]),
        _ => say("assigned-passed", &[from, to]),
    }
}

fn second_check(w: &Words, t: &Told<'_>, known: &Known, action: Action, say: &Say<'_>) -> String {
    let person = t.is.get("person").unwrap_or(&Value::Null);
    let declined = person.as_str() == t.event.actor_id.map(|id| id.to_string()).as_deref();
    match action {
        Action::SecondCheckAsked => say("second-check-asked", &[("name", known.person(w, person))]),
        Action::SecondCheckGiven => say("second-check-given", &[("to", label::<Substance>(w, t.is.get("substance")))]),
        _ if declined => say("second-check-declined", &[]),
        _ => say("second-check-withdrawn", &[("name", known.person(w, person))]),
    }
}

fn verdict(w: &Words, t: &Told<'_>, say: &Say<'_>) -> String {
    let substance = |side: &Value| side.get("substance").and_then(Value::as_str).and_then(Substance::from_code).map(|value| w.label(value).into_owned());
    match (substance(&t.was), substance(&t.is)) {
        (None, Some(to)) => return say("verdict-set", &[("to", to)]),
        (Some(from), Some(to)) => return say("verdict-changed", &[("from", from), ("to", to)]),
        (Some(from), None) => return say("verdict-withdrawn", &[("from", from)]),
        (None, None) => {}
    }
    let attribution = |side: &Value| side.get("attribution").filter(|value| !value.is_null()).map(|value| label::<AttributionVerdict>(w, Some(value)));
    match attribution(&t.is) {
        Some(to) => say("attribution-set", &[("to", to)]),
        None => say("finding-made", &[]),
    }
}

fn tags(t: &Told<'_>, say: &Say<'_>) -> String {
    let (was, is) = (texts(&t.was, "tags"), texts(&t.is, "tags"));
    let only = |some: &[&str], others: &[&str]| {
        let some: Vec<&str> = some.iter().filter(|tag| !others.contains(tag)).copied().collect();
        inert(&short(&some.join(", "), TITLE))
    };
    let (given, taken) = (only(&is, &was), only(&was, &is));
    match (given.is_empty(), taken.is_empty()) {
        (false, true) => say("tags-given", &[("given", given)]),
        (true, false) => say("tags-taken", &[("taken", taken)]),
        _ => say("tags-changed", &[("given", given), ("taken", taken)]),
    }
}

/// The names of a chain's sources.
fn names(side: &Value) -> Vec<&str> {
    texts(side, "chain")
}

fn texts<'s>(side: &'s Value, key: &str) -> Vec<&'s str> {
    side.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

/// How a claim is marked, with the kinds of risk where they are said.
fn risk(w: &Words, side: &Value) -> String {
    let number = |key: &str| side.get(key).and_then(Value::as_i64).and_then(|n| n.try_into().ok());
    // Where only the kinds changed, the risk was high and stays so.
    let label = w.label(number("risk").map_or(Risk::High, Risk::from_rank)).into_owned();
    let kinds: Vec<String> = RiskKinds::from_bits(number("risk_kinds").unwrap_or(0)).iter().map(|kind| w.label(kind).into_owned()).collect();
    if kinds.is_empty() { label } else { w.labelled(&label, &w.list(&kinds)) }
}

/// The label of a code in a line; what this version does not know is said to be unknown.
pub(super) fn label<C: Code>(w: &Words, value: Option<&Value>) -> String {
    match value.and_then(Value::as_str).and_then(C::from_code) {
        Some(value) => w.label(value).into_owned(),
        None => w.t("happened-none").into_owned(),
    }
}
