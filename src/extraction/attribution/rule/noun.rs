//! Whether a word that is a form of a reporting verb is a noun instead.

use super::super::super::cue::{Cue, Form, cue};
use super::super::super::lexicon::{FINITE, NOUN_CUES, PLURALS, PRONOUNS};
use super::phrase::{is_adverb, is_known_head};
use super::scene::Scene;

impl Scene<'_> {
    /// Whether a form that is also a noun is one here: “the reports”, “United States”, “his best plan”.
    pub fn is_noun(&self, at: usize, verb: Cue) -> bool {
        if !matches!(verb.form, Form::Third | Form::Base) {
            return false;
        }
        let Some(before) = self.before(at) else { return true };
        if before.is_any(FINITE) && !before.is_any(&["is", "are", "was", "were", "has", "have", "had"]) || before.low.ends_with("n't") {
            return false;
        }
        let determined = before.is_any(&[
            "the", "a", "an", "his", "her", "their", "its", "our", "my", "these", "those", "some", "new", "recent", "several", "such", "any", "no", "of",
            "for", "in", "with", "by", "on", "news", "media", "this", "that", "made", "make", "has", "have", "had", "latest", "other", "more", "many", "two",
            "three",
        ]);
        if self.is(at + 1, "of") || before.is_possessive() || determined && !before.is("media") {
            return true;
        }
        if verb.form == Form::Third && self.is_mark(at + 1, &[',']) && self.is_any(at + 2, &["citing", "quoting"]) {
            // A noun if another verb follows that this phrase is the subject of.
            return self.next_mark(&[','], at + 3, at + 19).is_some_and(|comma| self.token(comma + 1).is_some_and(|t| cue(&t.low).is_some()));
        }
        if verb.verb == "state" && verb.form == Form::Third && !self.is(at + 1, "that") && !self.opens_quote(at + 1) && !self.opens_quote(at + 2) {
            return true;
        }
        if !NOUN_CUES.contains(&verb.verb) {
            return verb.form == Form::Base && !self.title && !self.is(at + 1, "that") && !self.is_plural_before(at);
        }
        if verb.form == Form::Base {
            return !self.is_plural_before(at);
        }
        // “Reuters reports that”, “the ministry claims”, but “arrest reports”.
        let subject = before.capital || is_known_head(before) && !before.low.ends_with('s') || before.is_any(PRONOUNS) || !before.word || is_adverb(before);
        !subject
    }

    /// Whether what stands before a verb at `at` can be the subject of its base form.
    fn is_plural_before(&self, at: usize) -> bool {
        let mut end = self.cue_start(at);
        if end < at && self.tokens_in((end, at)).iter().any(|t| t.is_any(FINITE) || t.low.ends_with("n't")) {
            return true;
        }
        if self.is_mark(end.saturating_sub(1), &[',', ')']) {
            let open = (end.saturating_sub(24)..end.saturating_sub(1)).rev().find(|n| self.is_mark(*n, &[',', '(']));
            end = open.unwrap_or(end);
        }
        self.before(end).is_some_and(|t| t.word && (t.low.ends_with('s') && !t.is_possessive() || t.is_any(PLURALS)))
    }
}
