//! A pair of texts as words: equal words have equal numbers. White space counts for nothing, and neither does which
//! form of a quotation mark or dash was typed.

use super::Text;
use crate::span::Span;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// A word or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// The same for words that differ in capitals alone.
    pub id: u32,
    /// The same for words that are written alike.
    pub form: u32,
    /// Whether it is a word or a figure, and no mark.
    pub is_word: bool,
    /// Whether it is the first word of its unit: its capital then says nothing.
    pub initial: bool,
    pub span: Span,
}

impl Token {
    /// Whether both say the same.
    pub fn same(&self, other: &Self) -> bool {
        self.form == other.form || (self.id == other.id && (self.initial || other.initial))
    }
}

/// A sentence, or a run of words outside of all sentences.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Its words, as a range of all of the text's.
    pub tokens: Range<usize>,
    /// Its number among the sentences, where it is one.
    pub sentence: Option<usize>,
    /// The same for units with the same words.
    pub id: u32,
}

/// One of the texts.
#[derive(Debug, Default)]
pub(super) struct Side {
    pub tokens: Vec<Token>,
    pub units: Vec<Unit>,
    /// The unit that each sentence is.
    by_sentence: Vec<Option<usize>>,
}

/// Both texts.
#[derive(Debug)]
pub(super) struct Words {
    pub old: Side,
    pub new: Side,
    /// One more than the highest number of a word.
    pub kinds: u32,
    /// One more than the highest number of a unit.
    pub unit_kinds: u32,
    /// The numbers of words that turn what is said around.
    pub negations: Vec<u32>,
    /// The numbers of words that do no more than join clauses.
    pub joints: Vec<u32>,
}

/// Words that turn what is said around, in the languages that most desks read.
const NEGATIONS: &[&str] = &[
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "false", "falsely", "untrue", "isn't", "aren't", "wasn't",
    "weren't", "don't", "doesn't", "didn't", "won't", "wouldn't", "can't", "couldn't", "shouldn't", "hasn't", "haven't", "hadn't", "nicht", "kein", "keine",
    "keinen", "nie", "niemals", "pas", "jamais", "aucun", "aucune", "ne", "non", "nunca", "jamás", "ningún", "não", "mai", "niet", "geen", "nooit", "не",
    "нет",
];

/// Words that do no more than join one clause to the next: they come and go where sentences are joined and split.
const JOINTS: &[&str] = &["and", "but", "while", "that", "und", "aber", "dass", "et", "mais", "que", "y", "pero", "e", "ma", "che", "en", "maar", "dat"];

impl Words {
    pub fn of(old: &Text<'_>, new: &Text<'_>) -> Self {
        let (mut numbers, mut unit_numbers) = (HashMap::new(), HashMap::new());
        let old = Side::of(old, &mut numbers, &mut unit_numbers);
        let new = Side::of(new, &mut numbers, &mut unit_numbers);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let known = |list: &[&str]| list.iter().filter_map(|word| numbers.get(*word).copied()).collect();
        let (negations, joints) = (known(NEGATIONS), known(JOINTS));
        Self { old, new, kinds: count(numbers.len()), unit_kinds: count(unit_numbers.len()), negations, joints }
    }
}

fn number<K: std::hash::Hash + Eq>(known: &mut HashMap<K, u32>, key: K) -> u32 {
    let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
    *known.entry(key).or_insert(next)
}

impl Side {
    fn of<'t>(text: &Text<'t>, numbers: &mut HashMap<Cow<'t, str>, u32>, unit_numbers: &mut HashMap<Vec<u32>, u32>) -> Self {
        let tokens = tokens(text.index.text(), numbers);
        let mut side = Self { tokens, units: Vec::new(), by_sentence: Vec::with_capacity(text.sentences.len()) };
        let mut next = 0;
        for (place, sentence) in text.sentences.iter().enumerate() {
            let first = side.first_from(sentence.start).max(next);
            side.push(next..first, None, unit_numbers);
            let end = side.first_from(sentence.end).max(first);
            let unit = (end > first).then_some(side.units.len());
            side.by_sentence.push(unit);
            side.push(first..end, Some(place), unit_numbers);
            next = end;
        }
        side.push(next..side.tokens.len(), None, unit_numbers);
        side
    }

    /// The first token that begins at a place or behind it.
    fn first_from(&self, place: usize) -> usize {
        self.tokens.partition_point(|token| token.span.start < place)
    }

    fn push(&mut self, tokens: Range<usize>, sentence: Option<usize>, numbers: &mut HashMap<Vec<u32>, u32>) {
        if tokens.is_empty() {
            return;
        }
        let inside = self.tokens.get_mut(tokens.clone()).unwrap_or_default();
        if let Some(first) = inside.iter_mut().find(|token| token.is_word) {
            first.initial = true;
        }
        let id = number(numbers, inside.iter().map(|token| token.form).collect());
        self.units.push(Unit { tokens, sentence, id });
    }

    /// The tokens of some range.
    pub fn tokens_in(&self, range: Range<usize>) -> &[Token] {
        self.tokens.get(range).unwrap_or_default()
    }

    /// The tokens of a unit.
    pub fn tokens_of(&self, unit: usize) -> &[Token] {
        self.units.get(unit).map_or(&[], |unit| self.tokens_in(unit.tokens.clone()))
    }

    /// Which tokens a span touches.
    pub fn tokens_under(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.first_from(span.end);
        first..end.max(first)
    }

    /// The unit in which a token stands.
    pub fn unit_of(&self, token: usize) -> usize {
        self.units.partition_point(|unit| unit.tokens.end <= token)
    }

    /// The unit that is a sentence; `None` where it holds no word.
    pub fn unit_of_sentence(&self, sentence: usize) -> Option<usize> {
        self.by_sentence.get(sentence).copied().flatten()
    }

    /// The place in the text that a range of tokens covers.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        let inside = self.tokens_in(tokens);
        match (inside.first(), inside.last()) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }
}

/// What a sign is for the division into words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Space,
    /// Part of a word of several signs.
    Letter,
    Digit,
    /// A word of its own: scripts that leave no space between words.
    Whole,
    /// Belongs to the sign before it.
    Mark,
    Other,
}

fn sign(c: char) -> Sign {
    match c {
        _ if c.is_whitespace() => Sign::Space,
        '0'..='9' => Sign::Digit,
        'a'..='z' | 'A'..='Z' => Sign::Letter,
        _ if c.is_ascii() => Sign::Other,
        _ if is_combining_mark(c) || matches!(c, '\u{200C}' | '\u{200D}' | '\u{AD}') => Sign::Mark,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => Sign::Whole,
        '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => Sign::Whole,
        _ if c.is_numeric() => Sign::Digit,
        _ if c.is_alphabetic() => Sign::Letter,
        _ => Sign::Other,
    }
}

/// Quotation marks and dashes in one form each.
fn folded(c: char) -> char {
    match c {
        '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{02BC}' | '`' | '\u{B4}' => '\'',
        '\u{201C}'..='\u{201F}' | '\u{AB}' | '\u{BB}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ => c,
    }
}

fn tokens<'t>(text: &'t str, numbers: &mut HashMap<Cow<'t, str>, u32>) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut signs = text.char_indices().enumerate().peekable();
    while let Some((start, (byte, c))) = signs.next() {
        let kind = sign(c);
        if kind == Sign::Space {
            continue;
        }
        let (mut end, mut last_byte, mut last) = (start + 1, byte + c.len_utf8(), kind);
        while let Some((_, (at, c))) = signs.peek().copied() {
            let goes_on = match sign(c) {
                Sign::Mark => true,
                Sign::Letter | Sign::Digit => matches!(kind, Sign::Letter | Sign::Digit),
                // “don't”, “1,000.5”: a mark between letters or between figures is part of the word.
                Sign::Other => {
                    let inner = match last {
                        Sign::Letter => folded(c) == '\'',
                        Sign::Digit => matches!(c, '.' | ',' | '\u{66B}' | '\u{66C}'),
                        _ => false,
                    };
                    let after = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
                    inner && after.is_some_and(|after| sign(after) == last)
                }
                Sign::Space | Sign::Whole => false,
            };
            if !goes_on {
                break;
            }
            signs.next();
            end += 1;
            last_byte = at + c.len_utf8();
            if matches!(sign(c), Sign::Letter | Sign::Digit) {
                last = sign(c);
            }
        }
        let written = text.get(byte..last_byte).unwrap_or_default();
        let form: Cow<'t, str> = if written.chars().all(|c| folded(c) == c) { written.into() } else { written.chars().map(folded).collect::<String>().into() };
        let small: Cow<'t, str> = if form.chars().any(char::is_uppercase) { form.to_lowercase().into() } else { form.clone() };
        let (form, id) = (number(numbers, form), number(numbers, small));
        found.push(Token { id, form, is_word: kind != Sign::Other && kind != Sign::Mark, initial: false, span: Span::new(start, end) });
    }
    found
}
