//! Words that the reading view says many times, made once a page: a look-up then costs nothing worth counting.

use crate::claim::{Anchor, AttributionVerdict, Quotation, Role, Substance, Why, WorkState};
use crate::code::Code;
use crate::source::SourceKind;
use crate::wording::{Arg, Words};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Stands for what is put in later; no message holds it.
const HOLE: &str = "\u{1}";

/// The labels of a closed list.
pub(super) struct Labels<'w, C>(Vec<(C, Cow<'w, str>)>);

impl<'w, C: Code + PartialEq> Labels<'w, C> {
    fn of(words: &'w Words) -> Self {
        Self(C::ALL.iter().map(|value| (*value, words.label(*value))).collect())
    }

    /// All codes with their labels.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(value, label)| (value.code(), label.as_ref()))
    }

    /// The label of a value.
    pub fn get(&self, value: &C) -> &str {
        self.0.iter().find(|(known, _)| known == value).map_or("", |(_, label)| label)
    }
}

/// A message around something that is put in later.
pub(super) struct Around {
    /// What comes before it.
    pub before: String,
    /// What comes behind it.
    pub after: String,
}

impl Around {
    /// The message `key`, with a hole where its argument `name` goes.
    pub fn of(words: &Words, key: &str, name: &str, others: &[(&str, &str)]) -> Self {
        let mut args = vec![(name, Arg::from(HOLE))];
        args.extend(others.iter().map(|(name, text)| (*name, Arg::from(*text))));
        let text = words.with(key, &args);
        let (before, after) = text.split_once(HOLE).unwrap_or((&text, ""));
        Self { before: before.to_owned(), after: after.to_owned() }
    }
}

/// A message about a whole number, made once for each number.
pub(super) struct Counted(BTreeMap<i64, String>);

impl Counted {
    /// The message `key` for each of these numbers.
    pub fn of(words: &Words, key: &str, counts: impl IntoIterator<Item = i64>) -> Self {
        let mut texts = BTreeMap::new();
        for count in counts {
            texts.entry(count).or_insert_with(|| words.n(key, count));
        }
        Self(texts)
    }

    /// The message for a number.
    pub fn get(&self, count: i64) -> &str {
        self.0.get(&count).map_or("", String::as_str)
    }
}

/// All words that the page says many times.
pub(super) struct PageLabels<'w> {
    pub state: Labels<'w, WorkState>,
    pub substance: Labels<'w, Substance>,
    pub attribution: Labels<'w, AttributionVerdict>,
    pub role: Labels<'w, Role>,
    pub quotation: Labels<'w, Quotation>,
    pub source: Labels<'w, SourceKind>,
    pub why: Labels<'w, Why>,
    pub anchor: Labels<'w, Anchor>,
    /// What the number of a claim in the text is called, by state.
    mark: Vec<(&'static str, Around)>,
    /// What the number of a claim is called.
    pub number: Around,
    /// Words of the text in quotation marks.
    pub quoted: Around,
}

impl<'w> PageLabels<'w> {
    /// The labels in one language.
    pub fn of(words: &'w Words) -> Self {
        let state: Labels<'w, WorkState> = Labels::of(words);
        let mark = WorkState::ALL.iter().map(|value| (value.code(), Around::of(words, "article-mark", "number", &[("state", state.get(value))]))).collect();
        Self {
            mark,
            state,
            substance: Labels::of(words),
            attribution: Labels::of(words),
            role: Labels::of(words),
            quotation: Labels::of(words),
            source: Labels::of(words),
            why: Labels::of(words),
            anchor: Labels::of(words),
            number: Around::of(words, "article-claim-number", "number", &[]),
            quoted: Around::of(words, "article-quoted", "text", &[]),
        }
    }

    /// What the number of a claim in a state is called; `number` where the state is none.
    pub fn mark(&self, state: &str) -> &Around {
        self.mark.iter().find(|(code, _)| *code == state).map_or(&self.number, |(_, around)| around)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Catalogue;

    #[test]
    fn a_message_with_a_hole_reads_as_the_whole_message() {
        let words = Catalogue::embedded().unwrap().choose(None, None);
        let labels = PageLabels::of(&words);
        let around = labels.mark("checking");
        let whole = words.with("article-mark", &[("number", Arg::from("12")), ("state", Arg::from("Checking"))]);
        assert_eq!(format!("{}12{}", around.before, around.after), whole);
    }

    #[test]
    fn counts_are_said_in_the_right_number() {
        let words = Catalogue::embedded().unwrap().choose(None, None);
        let counted = Counted::of(&words, "article-evidence", [1, 2]);
        assert_ne!(counted.get(1), counted.get(2));
        assert_eq!(counted.get(3), "");
    }
}
