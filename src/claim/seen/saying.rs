//! A text as the words that are compared: a sentence, a headline, or a post with its tags, links and byline.

use super::known::{Known, embedded};
use super::split;
use super::stem::{fold, is_stop, key, stem};

/// Longest text that is read, in characters; what follows is left out.
const LONGEST: usize = 4_000;
const MONTHS: [&str; 12] = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// A word that says something.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    /// The number of its stem.
    pub stem: u32,
    /// The word, folded.
    pub text: String,
    /// The sentence it is from.
    pub sentence: usize,
    /// Whether it begins with a figure.
    pub is_number: bool,
}

/// A year, and a month where it is told.
pub(super) type When = (i32, Option<usize>);

/// A text as words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saying {
    /// The words that say something, in order.
    pub(super) words: Vec<Word>,
    /// The keys of all words, in order.
    pub(super) all: Vec<u32>,
    /// Words of the byline.
    pub(super) author: Vec<Word>,
    /// When it was said.
    pub(super) said: Option<When>,
    /// Years it speaks of.
    pub(super) years: Vec<i32>,
    /// Months it speaks of.
    pub(super) months: Vec<usize>,
}

impl Saying {
    /// Reads a text. A post may end in a byline, “— Name (@account) January 6, 2020”.
    pub fn new(text: &str) -> Self {
        Self::read(text, embedded())
    }

    /// The same, said in this year and month (from 1), where the text itself does not tell.
    #[must_use]
    pub fn said_in(mut self, year: i32, month: u32) -> Self {
        self.said = self.said.or(Some((year, month.checked_sub(1).map(|month| month as usize))));
        self
    }

    /// Whether nothing that it says can be compared.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.author.is_empty()
    }

    pub(super) fn read(text: &str, known: &Known) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        let (body, author, said) = byline(&text);
        let mut saying = Self { said, ..Self::default() };
        let mut sentence = 0;
        for token in tokens(body, known) {
            match token {
                Token::Stop => sentence += 1,
                Token::Word(word) => saying.take(word, sentence),
            }
        }
        for token in tokens(author, known) {
            if let Token::Word(word) = token
                && !is_stop(&word)
            {
                saying.author.push(Word::new(word, sentence + 1));
            }
        }
        saying
    }

    fn take(&mut self, word: String, sentence: usize) {
        self.all.push(key(&word));
        if let Ok(year) = word.parse()
            && (1900..2100).contains(&year)
        {
            self.years.push(year);
        }
        // “may” and “march” are months beside a figure alone.
        if let Some(month) = MONTHS.iter().position(|month| *month == word)
            && !matches!(word.as_str(), "may" | "march")
        {
            self.months.push(month);
        }
        if !is_stop(&word) {
            self.words.push(Word::new(word, sentence));
        }
    }

    /// All words that say something, the byline's too.
    pub(super) fn whole(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().chain(&self.author)
    }
}

impl Word {
    fn new(text: String, sentence: usize) -> Self {
        Self { stem: key(&stem(&text)), is_number: text.starts_with(|c: char| c.is_ascii_digit()), text, sentence }
    }
}

/// A text, its author and when it was said, as posts tell it at their end.
fn byline(text: &str) -> (&str, &str, Option<When>) {
    let plain = (text, "", None);
    let Some((body, tail)) = text.rsplit_once('—') else { return plain };
    if tail.chars().count() > 140 || body.trim().is_empty() {
        return plain;
    }
    let (name, said) = match dated(tail) {
        Some((name, said)) => (name, Some(said)),
        None => (tail, None),
    };
    match name.split_once("(@") {
        Some((name, _)) => (body, name, said),
        None if said.is_some() => (body, name, said),
        None => plain,
    }
}

/// What stands before a date at the end of a text, and the date: “January 6, 2020”.
fn dated(tail: &str) -> Option<(&str, When)> {
    let words: Vec<&str> = tail.split_whitespace().collect();
    let [.., month, day, year] = words.as_slice() else { return None };
    let month = MONTHS.iter().position(|one| month.eq_ignore_ascii_case(one))?;
    let day: u32 = day.trim_end_matches(',').parse().ok()?;
    let year: i32 = year.parse().ok()?;
    let at = tail.rfind(|c: char| c.is_ascii_uppercase()).filter(|_| (1..=31).contains(&day))?;
    Some((tail.get(..at)?, (year, Some(month))))
}

enum Token {
    Word(String),
    /// A sentence is over.
    Stop,
}

/// The words of a text without links; tags and accounts are split into the words they are made of.
fn tokens(text: &str, known: &Known) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut word = String::new();
    while let Some(c) = rest.chars().next() {
        let behind = rest.get(c.len_utf8()..).unwrap_or_default();
        if ["https://", "http://", "pic.twitter.com/", ".twitter.com/"].iter().any(|link| rest.starts_with(link)) {
            close(&mut word, &mut found);
            rest = rest.find(char::is_whitespace).and_then(|end| rest.get(end..)).unwrap_or_default();
            continue;
        }
        if matches!(c, '#' | '@') {
            close(&mut word, &mut found);
            let tag = behind.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            // A link may be glued to a tag.
            let tag = if behind.get(tag.len()..).is_some_and(|rest| rest.starts_with(".twitter.com/")) { tag.strip_suffix("pic").unwrap_or(tag) } else { tag };
            found.extend(split::words(tag, known).into_iter().map(Token::Word));
            rest = behind.get(tag.len()..).unwrap_or_default();
            continue;
        }
        let next = behind.chars().next();
        let inside = match c {
            '\'' | '’' => next.is_some_and(char::is_alphabetic) && word.ends_with(char::is_alphabetic),
            '.' | ',' => next.is_some_and(|c| c.is_ascii_digit()) && word.ends_with(|c: char| c.is_ascii_digit()),
            _ => c.is_alphanumeric(),
        };
        if inside {
            let turns = word.chars().next_back().is_some_and(|last| last.is_alphabetic() && c.is_numeric() || last.is_numeric() && c.is_alphabetic());
            if turns {
                close(&mut word, &mut found);
            }
            word.push(c);
        } else {
            close(&mut word, &mut found);
            if matches!(c, '.' | '!' | '?' | ':' | ';' | '…' | '\n') && next.is_none_or(char::is_whitespace) {
                found.push(Token::Stop);
            }
        }
        rest = behind;
    }
    close(&mut word, &mut found);
    found
}

fn close(word: &mut String, found: &mut Vec<Token>) {
    if !word.is_empty() {
        let folded = fold(word).replace(',', "");
        let bare = folded.strip_suffix("'s").unwrap_or(&folded).replace('\'', "");
        found.push(Token::Word(bare));
        word.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Saying::new(text).words.into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn links_go_and_tags_are_split() {
        assert_eq!(words("Look at #FreeIran2020pic.twitter.com/uB3 https://t.co/x now"), ["look", "free", "iran", "2020", "now"]);
        assert_eq!(words("Brazil’s $1,200.50 tax"), ["brazil", "1200.50", "tax"]);
    }

    #[test]
    fn a_byline_is_told_apart() {
        let saying = Saying::new("It rained frogs. — Ana Kovač (@anak) January 6, 2020");
        assert_eq!(saying.author.iter().map(|word| word.text.as_str()).collect::<Vec<_>>(), ["ana", "kovac"]);
        assert_eq!(saying.said, Some((2020, Some(0))));
        assert_eq!(saying.words.len(), 2);
        assert_eq!(Saying::new("Frogs — and toads").words.len(), 2);
    }
}
