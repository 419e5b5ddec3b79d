//! What a source is said to have said: the words behind the cue, before it, or around it.

use super::super::super::cue::{Form, cue};
use super::super::super::lexicon::PRONOUNS;
use super::phrase::is_auxiliary;
use super::scene::{CLOSING, Range, Scene};

impl Scene<'_> {
    /// Content that begins at `from`: to the end of the sentence, or to where another voice sets in.
    pub fn content_after(&self, from: usize) -> Option<Range> {
        let verb = self.is_any(from, &["is", "are", "was", "were", "has", "have", "had"]) && !self.quoted(from);
        if verb { None } else { self.rest_after(from) }
    }

    /// The same, where it may begin with the verb of what was said before: “The bridge, he said, was closed”.
    pub fn rest_after(&self, from: usize) -> Option<Range> {
        let last = self.len();
        let mut end = (from + 1..last).find_map(|at| self.voice_sets_in(at)).unwrap_or(last);
        if end == last {
            while end > from && self.is_mark(end - 1, &['.', '!', '?', '…', ';']) && !self.quoted(end - 1) {
                end -= 1;
            }
        }
        while end > from && self.is_mark(end - 1, &[',', '—', '–']) && !self.quoted(end - 1) {
            end -= 1;
        }
        self.worth_saying((from, end))
    }

    /// Where the content ends, if what stands at `at` ends it.
    fn voice_sets_in(&self, at: usize) -> Option<usize> {
        let closing = at.checked_sub(1).is_some_and(|before| self.is_mark(before, CLOSING) && self.quoted(before));
        if self.quoted(at) {
            return None;
        }
        let comma = self.is_mark(at, &[',']);
        let next = if comma || self.is_mark(at, &['—', '–', ';']) { at + 1 } else { at };
        let token = self.token(next)?;
        let is_cue = |n: usize, forms: &[Form]| self.token(n).is_some_and(|t| !t.capital && cue(&t.low).is_some_and(|c| !c.weak && forms.contains(&c.form)));
        if comma || closing {
            let with = token.is("with") && (next + 1..next + 9).take_while(|n| self.token(*n).is_some_and(|t| t.word)).any(|n| is_cue(n, &[Form::Ing]));
            if is_cue(next, &[Form::Ing]) || with || token.is_any(&["citing", "quoting", "according", "following", "supported", "backed"]) {
                return Some(at);
            }
        }
        if next > at && token.is_any(&["but", "though", "although", "whereas"]) {
            return Some(at);
        }
        let and = token.is_any(&["and", "but", "then"]);
        let mut verb = if and { next + 1 } else { next };
        if (and || next > at) && self.is_any(verb, PRONOUNS) {
            verb += 1;
        }
        while verb < next + 6 && self.token(verb).is_some_and(is_auxiliary) {
            verb += 1;
        }
        // “confirmed the offer but would not say more”.
        let but = token.is("but") && self.is_any(next + 1, &["would", "did", "has", "had", "was", "declined", "refused", "could"]);
        (but || and && is_cue(verb, &[Form::Past])).then_some(at)
    }

    /// Whether a clause of its own can begin behind what stands at `at`.
    pub fn ends_clause(&self, at: usize) -> bool {
        self.is_mark(at, &[',', '—', '–']) || self.is_mark(at, CLOSING) && self.quoted(at)
    }

    /// Content that ends before `to`: from the beginning of the sentence.
    pub fn content_before(&self, to: usize) -> Option<Range> {
        let mut end = to;
        while end > 0 && self.is_mark(end - 1, &[',', '—', '–']) {
            end -= 1;
        }
        self.worth_saying((0, end))
    }

    /// The words before a source or verb that stands behind them: the quotation that ends there, or all.
    pub fn words_before(&self, to: usize) -> Option<Range> {
        match self.quotes.iter().find(|(_, end)| *end == to) {
            Some(quote) if quote.0 <= 1 => Some(*quote),
            Some(_) => Some((0, to)),
            None => self.content_before(to),
        }
    }

    /// The quotation that goes on behind a cue that ends at `from`, unless another cue stands between.
    pub fn quotation_after(&self, from: usize) -> Option<Range> {
        let quote = self.quotes.iter().find(|(start, _)| *start >= from)?;
        (!(from..quote.0).any(|n| self.token(n).is_some_and(|t| cue(&t.low).is_some()))).then_some(*quote)
    }

    /// The range, unless it says nothing: “so”, “it”.
    fn worth_saying(&self, range: Range) -> Option<Range> {
        let mut words = self.tokens_in(range).iter().filter(|t| t.word);
        let first = words.next()?;

        let empty = words.next().is_none()
            && first.is_any(&["so", "it", "this", "that", "what", "me", "us", "him", "her", "them", "more", "much", "little", "nothing"]);
        (!empty).then_some(range)
    }
}
