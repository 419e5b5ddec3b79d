//! What a form shows: the stored values at first, what was typed after it was refused.

use crate::web::{FormData, Problem};
use crate::wording::Words;
use serde_json::Value;
use std::sync::Arc;

/// The state of one form on a page.
#[derive(Clone, Debug)]
pub struct Typed {
    form: Option<FormData>,
    problem: Option<Problem>,
    words: Arc<Words>,
}

impl Typed {
    /// A form that nobody has sent.
    pub fn fresh(words: &Arc<Words>) -> Self {
        Self { form: None, problem: None, words: words.clone() }
    }

    /// A form that was sent and refused.
    pub fn refused(form: &FormData, problem: Problem, words: &Arc<Words>) -> Self {
        Self { form: Some(form.clone()), problem: Some(problem), words: words.clone() }
    }

    /// A form that was carried out, with something that was refused after it.
    pub fn told(problem: Problem, words: &Arc<Words>) -> Self {
        Self { form: None, problem: Some(problem), words: words.clone() }
    }

    /// A form that begins with given values.
    pub fn begun(form: FormData, words: &Arc<Words>) -> Self {
        Self { form: Some(form), problem: None, words: words.clone() }
    }

    /// What stands in a field: what was typed, else what is stored.
    pub fn value(&self, field: &str, stored: &str) -> String {
        match &self.form {
            Some(form) => crate::input::clean(form.get(field)),
            None => stored.to_owned(),
        }
    }

    /// All texts of a field that may be sent several times.
    pub fn all(&self, field: &str) -> Vec<&str> {
        let pairs = self.form.iter().flat_map(FormData::pairs);
        pairs.filter(|(name, _)| name == field).map(|(_, value)| value.as_str()).collect()
    }

    /// Whether one of several boxes of a name is ticked.
    pub fn has(&self, field: &str, value: &str) -> bool {
        self.all(field).contains(&value)
    }

    /// The same, or as it is stored where nothing was sent.
    pub fn has_or(&self, field: &str, value: &str, stored: bool) -> bool {
        if self.form.is_some() { self.has(field, value) } else { stored }
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, field: &str, stored: &bool) -> bool {
        self.form.as_ref().map_or(*stored, |form| form.has(field))
    }

    /// Whether a field stands at `value`.
    pub fn is(&self, field: &str, stored: &str, value: &str) -> bool {
        self.value(field, stored) == value
    }

    /// The message at a field.
    pub fn error(&self, field: &str) -> Option<String> {
        self.problem.as_ref()?.at_field(field, &self.words)
    }

    /// Whether the form was sent and refused.
    pub fn was_refused(&self) -> bool {
        self.problem.is_some()
    }

    /// Why it was refused, in a sentence.
    pub fn sentence(&self) -> Option<String> {
        self.problem.as_ref().map(|problem| problem.sentence(&self.words))
    }

    /// What is missing for a verdict, in words.
    pub fn missing(&self) -> Vec<String> {
        self.problem.iter().flat_map(|problem| &problem.missing).map(|missing| self.words.label(*missing).into_owned()).collect()
    }

    /// The row as it is now, where somebody else changed it meanwhile.
    pub fn current(&self) -> Option<&Value> {
        self.problem.as_ref()?.current.as_ref()
    }

    /// The revision that a form sent again must carry: after a conflict the one of the row as it is now, because
    /// both sides were shown; after any other refusal the one it was typed on, so that a change between is not missed.
    pub fn revision(&self, stored: &i32) -> i32 {
        let typed_on = self.form.as_ref().filter(|_| !self.is_stale()).and_then(|form| form.parse("revision"));
        typed_on.unwrap_or(*stored)
    }

    /// Whether somebody else changed the row meanwhile.
    pub fn is_stale(&self) -> bool {
        self.problem.as_ref().is_some_and(|problem| problem.code == "stale")
    }

    /// What was sent, where it was refused.
    pub fn sent(&self) -> Option<&FormData> {
        self.form.as_ref().filter(|_| self.problem.is_some())
    }

    /// Status of the answer.
    pub fn status(&self) -> actix_web::http::StatusCode {
        self.problem.as_ref().map_or(actix_web::http::StatusCode::OK, |problem| problem.status)
    }
}
