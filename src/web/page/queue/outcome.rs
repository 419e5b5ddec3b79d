//! What came of a step on many claims, and taking it back as a whole.

use crate::claim::store as claims;
use crate::history;
use crate::ids::{ClaimId, EventId, StepId};
use crate::review::{ReviewError, bulk as deeds, undo as single};
use crate::web::answer::{done, html, is_local};
use crate::web::page::{Shell, id};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A claim that was left as it was.
pub(super) struct Left {
    /// Which.
    pub id: ClaimId,
    /// What it says.
    pub statement: String,
    /// Why it was left.
    pub why: String,
}

/// What came of a step on many claims, in words.
pub(super) struct Outcome {
    /// How many claims were changed.
    pub done: String,
    /// The claims that were left, each with the reason.
    pub left: Vec<Left>,
    /// The step, where it can be taken back as a whole.
    pub undo: Option<StepId>,
    /// Where an undo returns to.
    pub back: String,
}

impl Outcome {
    /// What came of a step that left some claims as they were.
    pub fn with_left(room: &mut Room<'_>, step: Option<StepId>, done: usize, left: Vec<(ClaimId, ReviewError)>, back: String) -> Result<Self, Problem> {
        Ok(Self { done: room.words.n("queue-changed", done), left: left_in_words(room, left)?, undo: step, back })
    }

    /// A step that was just done, as the page behind it tells of it; nothing where there is no such step.
    pub fn of_step(room: &mut Room<'_>, step: Option<StepId>, back: &str) -> Result<Option<Self>, Problem> {
        let Some(id) = step else { return Ok(None) };
        let Some(step) = history::find_step(room.c, id)? else { return Ok(None) };
        let acting = room.acting();
        let lines = history::lines_of_step(room.c, id)?;
        let ids: Vec<EventId> = lines.iter().map(|line| line.id).collect();
        let undone: BTreeSet<EventId> = history::undone_by(room.c, &ids)?.into_iter().collect();
        let undo = lines.iter().any(|line| !undone.contains(&line.id) && single::may_undo(&acting, line)).then_some(id);
        let key = if step.undoes.is_some() { "queue-undone" } else { "queue-changed" };
        Ok(Some(Self { done: room.words.n(key, step.claims), left: Vec::new(), undo, back: back.to_owned() }))
    }
}

/// The claims that were left, each with its words and the reason.
pub(super) fn left_in_words(room: &mut Room<'_>, left: Vec<(ClaimId, ReviewError)>) -> Result<Vec<Left>, Problem> {
    let ids: Vec<ClaimId> = left.iter().map(|(id, _)| *id).collect();
    let mut statements: BTreeMap<ClaimId, String> = claims::wordings(room.c, &ids)?.into_iter().map(|(id, _, statement)| (id, statement)).collect();
    let w = &room.words;
    let say = |(id, error)| {
        let problem = Problem::from(error);
        let missing: Vec<String> = problem.missing.iter().map(|missing| w.label(*missing).into_owned()).collect();
        let sentence = problem.sentence(w);
        let why = if missing.is_empty() { sentence } else { format!("{sentence} {}", w.list(&missing)) };
        Left { id, statement: statements.remove(&id).unwrap_or_default(), why }
    };
    Ok(left.into_iter().map(say).collect())
}

#[derive(Template)]
#[template(path = "queue/undone.html")]
struct UndonePage {
    shell: Shell,
    w: Arc<Words>,
    outcome: Outcome,
}

/// Takes a step on many claims back as a whole.
pub async fn undo_step(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let step: StepId = id(&path, "bulk step")?;
        let back = if is_local(form.get("next")) { form.get("next").to_owned() } else { "/claims".to_owned() };
        let acting = room.acting();
        let result = deeds::undo_step(room.c, &acting, step)?;
        if result.left.is_empty() {
            return Ok(done(&back, "undone"));
        }
        let outcome = Outcome { done: room.words.n("queue-undone", result.done.len()), left: left_in_words(room, result.left)?, undo: None, back };
        undone(room, outcome)
    })
    .await
}

fn undone(room: &mut Room<'_>, outcome: Outcome) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let shell = room.shell(w.t("bulk-undone-title"), "claims");
    html(&UndonePage { shell, w, outcome })
}
