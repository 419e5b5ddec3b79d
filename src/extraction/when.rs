//! The day that “on Monday”, “yesterday” or “last year” means, told from the day of publication.
//!
//! The words stay; the date stands behind them in brackets: “on Monday (17 June 2024)”. Only where it is sure: a day of
//! the week is the last one before publication where the sentence tells of the past, the next one where it tells of what
//! is to come, and left alone where it tells of neither or both. Words inside quotation marks are never touched.

use super::lexicon;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The text with the dates that its words mean on that day.
pub(super) fn dated(text: &str, published: NaiveDate) -> String {
    let words = words(text);
    let tense = tense(&words);
    let mut made = String::with_capacity(text.len() + 32);
    let mut done = 0;
    for (n, word) in words.iter().enumerate() {
        let near = |by: usize| n.checked_sub(by).and_then(|at| words.get(at)).map_or("", |word| word.low.as_str());
        let next = words.get(n + 1).map_or("", |word| word.low.as_str());
        if word.quoted || word.owns || word.compound || is_dated(text, word, next) {
            continue;
        }
        let Some(told) = date(&word.low, near(1), near(2), tense, published) else { continue };
        // “Monday night (10 June 2024)”, but “Monday night’s debate”.
        let hour = words.get(n + 1).filter(|word| matches!(word.low.as_str(), "morning" | "afternoon" | "evening" | "night"));
        if hour.is_some_and(|hour| hour.owns || hour.compound) {
            continue;
        }
        let end = hour.map_or(word.end, |hour| hour.end);
        if let Some(before) = text.get(done..end) {
            made.push_str(before);
            made.push_str(" (");
            made.push_str(&told);
            made.push(')');
            done = end;
        }
    }
    made.push_str(text.get(done..).unwrap_or_default());
    made
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tense {
    Past,
    Future,
    Unclear,
}

/// A word and where it ends, in bytes.
struct Word {
    low: String,
    end: usize,
    quoted: bool,
    /// Whether `'s` or a hyphen follows: “Monday’s talks”, “Monday-night”.
    owns: bool,
    compound: bool,
}

fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut quoted = false;
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_alphanumeric() {
            start = start.or(Some(at));
            continue;
        }
        if let Some(low) = start.take().and_then(|from| text.get(from..at)).map(str::to_lowercase) {
            let rest = text.get(at..).unwrap_or_default();
            found.push(Word { low, end: at, quoted, owns: rest.starts_with("’s") || rest.starts_with("'s"), compound: rest.starts_with('-') });
        }
        match c {
            '“' | '«' => quoted = true,
            '”' | '»' => quoted = false,
            '"' => quoted = !quoted,
            _ => {}
        }
    }
    found
}

/// Whether a date follows already: “on Monday, 3 June”, “Monday (17 June)”, “Monday, June 3”, “last year, in 2023”.
fn is_dated(text: &str, word: &Word, next: &str) -> bool {
    let rest = text.get(word.end..).unwrap_or_default().trim_start_matches([',', ' ']);
    rest.starts_with('(') || rest.starts_with(|c: char| c.is_ascii_digit()) || is_month(next)
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 21] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr",
        "aug", "sept", "oct", "nov", "dec",
    ];
    MONTHS.contains(&word)
}

/// Whether the words tell of what was or of what will be.
fn tense(words: &[Word]) -> Tense {
    const COMING: [&str; 6] = ["will", "shall", "would", "scheduled", "due", "expected"];
    const GONE: [&str; 14] = ["was", "were", "had", "did", "said", "told", "met", "made", "took", "came", "went", "gave", "held", "has"];
    let has = |list: &[&str]| words.iter().any(|word| !word.quoted && list.contains(&word.low.as_str()));
    let past = has(&GONE)
        || words
            .iter()
            .any(|word| !word.quoted && word.low.len() > 4 && word.low.ends_with("ed") && word.low != "united" && !COMING.contains(&word.low.as_str()));
    match (past, has(&COMING), has(&["will", "shall"])) {
        (true, false, _) => Tense::Past,
        (false, _, true) => Tense::Future,
        _ => Tense::Unclear,
    }
}

/// The date that a word means behind the words before it.
fn date(word: &str, before: &str, earlier: &str, tense: Tense, published: NaiveDate) -> Option<String> {
    let day = |date: NaiveDate| Some(date.format("%-d %B %Y").to_string());
    let the = earlier == "the" || earlier == "this" || earlier == "that";
    match word {
        "yesterday" => day(published.checked_sub_days(Days::new(1))?),
        "tomorrow" => day(published.checked_add_days(Days::new(1))?),
        "year" if before == "last" && !the => Some((published.year() - 1).to_string()),
        "year" if before == "next" && !the => Some((published.year() + 1).to_string()),
        "month" if before == "last" && !the => Some(published.checked_sub_months(Months::new(1))?.format("%B %Y").to_string()),
        "month" if before == "next" && !the => Some(published.checked_add_months(Months::new(1))?.format("%B %Y").to_string()),
        _ => day(weekday(word, before, tense, published)?),
    }
}

/// The date of a day of the week.
fn weekday(word: &str, before: &str, tense: Tense, published: NaiveDate) -> Option<NaiveDate> {
    let wanted = match word {
        "monday" => Weekday::Mon,
        "tuesday" => Weekday::Tue,
        "wednesday" => Weekday::Wed,
        "thursday" => Weekday::Thu,
        "friday" => Weekday::Fri,
        "saturday" => Weekday::Sat,
        "sunday" => Weekday::Sun,
        _ => return None,
    };
    // “every Monday”, “a Monday”, “last Monday” and “next Monday” mean no one day for sure.
    if lexicon::DETERMINERS.contains(&before) || matches!(before, "every" | "each" | "last" | "next" | "any" | "and" | "or" | "black" | "super" | "good") {
        return None;
    }
    let since = u64::from(published.weekday().days_since(wanted));
    match tense {
        Tense::Past => published.checked_sub_days(Days::new(since)),
        Tense::Future => published.checked_add_days(Days::new((7 - since) % 7)),
        Tense::Unclear => None,
    }
}
