//! Both sides after a conflict: the claim as it is now, and what was typed. Nothing typed is lost, either, where the form
//! it was typed into is no longer offered: then the page shows it by itself.

use super::forms::Part;
use super::load::Loaded;
use crate::account::Permission;
use crate::claim::contact::{ContactChannel, ContactOutcome};
use crate::claim::store::ClaimSpan;
use crate::claim::store::second::SecondCheck;
use crate::claim::{AttributionVerdict, Priority, Risk, SetAsideReason, Substance, TextAction, WorkState};
use crate::code::Code;
use crate::review::status;
use crate::web::{FormData, Problem, Room};
use crate::wording::Words;

/// What is shown beside a refused form.
pub(super) struct Conflict {
    /// Whether there are two sides; otherwise only what was typed is shown.
    pub stale: bool,
    pub rows: Vec<Row>,
}

/// One field.
pub(super) struct Row {
    pub label: String,
    pub now: String,
    pub yours: String,
}

/// What to show beside a form that was refused; nothing where the form itself shows everything.
pub(super) fn of(part: Part, problem: &Problem, loaded: &Loaded, form: &FormData, room: &Room<'_>) -> Option<Conflict> {
    let stale = problem.code == "stale";
    if !stale && is_offered(part, loaded, form, room) {
        return None;
    }
    let w = room.words.clone();
    let mut rows = rows(part, loaded, form, &w);
    rows.retain(|row| if stale { row.now != row.yours } else { !row.yours.is_empty() });
    if !stale && rows.is_empty() {
        return None;
    }
    Some(Conflict { stale, rows })
}

/// Whether the page offers the form to this person, with the claim as it is now.
fn is_offered(part: Part, loaded: &Loaded, form: &FormData, room: &Room<'_>) -> bool {
    let may = |permission| room.me.role.may(permission) && loaded.claim.removed_at.is_none();
    match part {
        Part::Verdict => may(Permission::Check) && loaded.claim.state != WorkState::SetAside,
        Part::Second => loaded.seconds.iter().any(|check| check.is_open() && check.checker_id == room.me.id),
        Part::SecondWithdraw => loaded.seconds.iter().any(|check| check.is_open() && (check.checker_id == room.me.id || may(Permission::Assign))),
        Part::SecondAsk => may(Permission::Assign) && loaded.claim.substance.is_some() && !loaded.seconds.iter().any(SecondCheck::is_open),
        Part::Step => WorkState::from_code(form.get("to")).and_then(|to| status::step(loaded.claim.state, to)).is_some_and(|step| may(step.permission)),
        Part::Assign => may(Permission::Assign),
        Part::Risk | Part::Merge | Part::Remove => may(Permission::Edit),
        Part::Settle => may(Permission::Check) && !is_settled(loaded, form),
        Part::Unsettle => may(Permission::Check) && is_settled(loaded, form),
        Part::Tags
        | Part::Dates
        | Part::Statement
        | Part::Split
        | Part::Chain
        | Part::Words
        | Part::Evidence
        | Part::Existing
        | Part::Detach
        | Part::Seen
        | Part::Contact
        | Part::ContactChange
        | Part::ContactRemove
        | Part::Remark => may(Permission::Check),
    }
}

/// Whether the remark that a form belongs to is settled.
fn is_settled(loaded: &Loaded, form: &FormData) -> bool {
    loaded.talk.remarks.iter().any(|(remark, _)| remark.id.to_string() == form.get("remark") && remark.resolved_at.is_some())
}

fn label_of<C: Code>(code: &str, w: &Words) -> String {
    C::from_code(code).map(|value| w.label(value).into_owned()).unwrap_or_default()
}

fn rows(part: Part, loaded: &Loaded, form: &FormData, w: &Words) -> Vec<Row> {
    let claim = &loaded.claim;
    let row = |label: &str, now: String, yours: String| Row { label: w.t(label).into_owned(), now, yours };
    let typed = |field: &str| crate::input::clean(form.get(field)).trim().to_owned();
    let only = |label: &str, field: &str| row(label, String::new(), typed(field));
    match part {
        Part::Verdict => verdict_rows(loaded, form, w),
        // What is there is hidden from whoever typed this.
        Part::Second => vec![
            row("claim-substance", String::new(), label_of::<Substance>(form.get("substance"), w)),
            only("claim-rationale", "rationale"),
            only("claim-searched", "searched"),
        ],
        Part::SecondAsk => vec![only("claim-message", "message")],
        Part::SecondWithdraw => vec![only("claim-reason", "reason")],
        Part::Step => {
            let to = label_of::<WorkState>(form.get("to"), w);
            let aside = label_of::<SetAsideReason>(form.get("set_aside"), w);
            let now = claim.set_aside.map(|reason| w.label(reason).into_owned()).unwrap_or_default();
            vec![row("claim-state", w.label(claim.state).into_owned(), to), row("claim-set-aside-why", now, aside), only("claim-reason", "reason")]
        }
        Part::Assign => {
            let named = loaded.checkers.iter().find(|person| person.id.to_string() == form.get("assignee")).map(|person| person.name.clone());
            vec![
                row("claim-assignee", loaded.name(claim.assignee_id).unwrap_or_default(), named.unwrap_or_default()),
                row("claim-due", claim.due_on.map(|day| day.to_string()).unwrap_or_default(), typed("due_on")),
                row("claim-priority", w.label(Priority::from_rank(claim.priority)).into_owned(), label_of::<Priority>(form.get("priority"), w)),
                only("claim-message", "message"),
            ]
        }
        Part::Risk => vec![row("claim-risk", w.label(loaded.risk()).into_owned(), label_of::<Risk>(form.get("risk"), w))],
        Part::Tags => vec![row("claim-tags", loaded.tags.join(", "), typed("tag_add"))],
        Part::Dates => {
            let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            vec![row("claim-true-as-of", day(claim.true_as_of), typed("true_as_of")), row("claim-recheck-by", day(claim.recheck_by), typed("recheck_by"))]
        }
        Part::Statement => vec![row("claim-statement", claim.statement.clone(), typed("statement"))],
        Part::Chain => {
            let now: Vec<String> = loaded.chain.iter().map(|(_, source)| source.name.clone()).collect();
            let yours: Vec<String> = form.all("source").map(|name| crate::input::clean(name).trim().to_owned()).filter(|name| !name.is_empty()).collect();
            vec![row("claim-chain", now.join(" → "), yours.join(" → "))]
        }
        Part::Words => {
            let now = ClaimSpan::quote(&loaded.spans);
            vec![row("claim-words", now, typed("words")), only("claim-chain-source", "name")]
        }
        Part::Evidence => [
            ("evidence-url", "url"),
            ("evidence-title-field", "title"),
            ("evidence-publisher", "publisher"),
            ("evidence-archive-url", "archive_url"),
            ("evidence-excerpt", "excerpt"),
            ("evidence-note", "note"),
        ]
        .map(|(label, field)| only(label, field))
        .into(),
        Part::Existing | Part::Detach | Part::Seen => Vec::new(),
        Part::Contact => [("contact-name", "name"), ("contact-party", "party"), ("contact-question", "question"), ("contact-answer", "answer")]
            .map(|(label, field)| only(label, field))
            .into(),
        Part::ContactChange => contact_rows(loaded, form, w),
        Part::ContactRemove => Vec::new(),
        Part::Remark => vec![only("claim-remark", "body")],
        Part::Settle => vec![settle_row(loaded, form, w)],
        Part::Unsettle => vec![only("claim-reason", "reason")],
        Part::Split => {
            let now = loaded.spans.iter().map(|piece| piece.exact.as_str()).collect::<Vec<_>>().join("\n");
            vec![row("claim-split-parts", now, typed("parts"))]
        }
        Part::Merge => vec![only("claim-merge-numbers", "numbers"), row("claim-statement", claim.statement.clone(), typed("statement"))],
        Part::Remove => vec![only("claim-reason", "reason")],
    }
}

fn contact_rows(loaded: &Loaded, form: &FormData, w: &Words) -> Vec<Row> {
    let now = loaded.contacts.iter().map(|(row, _)| row).find(|row| row.id.to_string() == form.get("contact"));
    let typed = |field: &str| crate::input::clean(form.get(field)).trim().to_owned();
    let row = |label: &str, now: Option<String>, yours: String| Row { label: w.t(label).into_owned(), now: now.unwrap_or_default(), yours };
    vec![
        row("contact-name", now.map(|row| row.name.clone()), typed("name")),
        row("contact-party", now.map(|row| row.party.clone()), typed("party")),
        row("contact-channel", now.map(|row| w.label(row.channel).into_owned()), label_of::<ContactChannel>(form.get("channel"), w)),
        row("contact-asked-on", now.map(|row| row.asked_on.to_string()), typed("asked_on")),
        row("contact-question", now.map(|row| row.question.clone()), typed("question")),
        row("contact-outcome", now.map(|row| w.label(row.outcome).into_owned()), label_of::<ContactOutcome>(form.get("outcome"), w)),
        row("contact-answered-on", now.and_then(|row| row.answered_on).map(|day| day.to_string()), typed("answered_on")),
        row("contact-answer", now.map(|row| row.answer.clone()), typed("answer")),
    ]
}

fn settle_row(loaded: &Loaded, form: &FormData, w: &Words) -> Row {
    let now = loaded.talk.remarks.iter().find(|(remark, _)| remark.id.to_string() == form.get("remark")).and_then(|(remark, _)| remark.resolution.clone());
    Row { label: w.t("claim-resolution").into_owned(), now: now.unwrap_or_default(), yours: crate::input::clean(form.get("resolution")).trim().to_owned() }
}

fn verdict_rows(loaded: &Loaded, form: &FormData, w: &Words) -> Vec<Row> {
    let typed = |field: &str| crate::input::clean(form.get(field)).trim().to_owned();
    let plain = |key: &str, now: String, yours: String| Row { label: w.t(key).into_owned(), now, yours };
    let substance = loaded.claim.substance.map(|verdict| w.label(verdict).into_owned()).unwrap_or_default();
    let mut rows = vec![plain("claim-substance", substance, label_of::<Substance>(form.get("substance"), w))];
    for (link, source) in &loaded.chain {
        let now = link.verdict.map(|verdict| w.label(verdict).into_owned()).unwrap_or_default();
        let yours = label_of::<AttributionVerdict>(form.get(&format!("attribution_{}", link.id)), w);
        rows.push(Row { label: w.s("claim-said-by", "name", &source.name), now, yours });
        rows.push(Row { label: w.s("claim-note-on", "name", &source.name), now: link.verdict_note.clone(), yours: typed(&format!("note_{}", link.id)) });
    }
    // Links that are no longer in the chain: what was said of them is shown once more.
    let known = |id: &str| loaded.chain.iter().any(|(link, _)| link.id.to_string() == id);
    for (field, text) in form.pairs() {
        let yours = match (field.strip_prefix("attribution_"), field.strip_prefix("note_")) {
            (Some(id), _) if !known(id) => label_of::<AttributionVerdict>(text, w),
            (_, Some(id)) if !known(id) => crate::input::clean(text).trim().to_owned(),
            _ => continue,
        };
        rows.push(plain("claim-link-gone", String::new(), yours));
    }
    rows.push(plain("claim-rationale", loaded.rationale().to_owned(), typed("rationale")));
    rows.push(plain("claim-searched", loaded.searched().to_owned(), typed("searched")));
    let (action, wording, done) =
        loaded.text_action.as_ref().map_or_else(Default::default, |row| (w.label(row.action).into_owned(), row.proposed_wording.clone(), row.done));
    let yes = |done: bool| if done { w.t("yes").into_owned() } else { String::new() };
    rows.push(plain("claim-text-action", action, label_of::<TextAction>(form.get("text_action"), w)));
    rows.push(plain("claim-proposed-wording", wording, typed("proposed_wording")));
    rows.push(plain("claim-text-done", yes(done), yes(form.ticked("text_done"))));
    rows.push(plain("claim-override", loaded.override_reason().unwrap_or_default().to_owned(), typed("override_reason")));
    rows
}
