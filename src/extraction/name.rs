//! What a source is called and what kind it is, by the words of the phrase that mentions it.

use super::lexicon::{
    COLLECTIVE, DETERMINERS, DOCUMENT, EXPERT, GOVERNMENT, OFFICES, OFFICIAL, ORGANISATION, OUTLET_WORDS, OUTLETS, PLACES, PREPOSITIONS, PRONOUNS, TITLES,
    UNNAMED,
};
use super::model::SourceKind;
use super::text_of;
use super::token::Token;
use crate::span::Span;

/// A name and kind for a phrase. “Political scientist Sergei Markov” is Sergei Markov, an expert; “sources close to
/// the talks” are unnamed; “Bloomberg reports” means Bloomberg.
pub(super) fn describe(chars: &[char], tokens: &[Token]) -> (String, SourceKind) {
    let (named, described) = parts(tokens);
    let kind_words: Vec<&Token> = named.iter().chain(described).filter(|t| t.word).collect();
    let words: Vec<&Token> = named.iter().filter(|t| t.word).collect();
    let any = |list: &[&str]| words.iter().any(|w| w.is_any(list));
    let whole = || clean(&phrase(chars, &words));
    let person = last_capital_run(&words);
    // The last word of a name is no title: “Martin Luther King”.
    let surname = person.last().filter(|_| person.len() > 1).map(|last| last.span);
    let titled = words.iter().any(|w| Some(w.span) != surname && (w.is_any(OFFICIAL) || w.is_any(EXPERT) || w.capital && w.is_any(TITLES)));
    let person_like = person.len() >= 2 || person.len() == 1 && titled;
    let bare = |word: &Token| word.low.trim_end_matches("'s").trim_end_matches("s'").to_owned();
    if !titled && words.iter().any(|w| w.capital && (OUTLETS.contains(&bare(w).as_str()) || w.is_any(OUTLET_WORDS))) {
        return (clean(&phrase(chars, without_document(&words))), SourceKind::Outlet);
    }
    if !titled && !person.is_empty() && any(OUTLET_WORDS) && !any(DOCUMENT) {
        return (clean(&phrase(chars, &person)), SourceKind::Outlet);
    }
    let unnamed_officials = any(&["official", "officials"]) && person.is_empty();
    if let Some(name) = unnamed_somewhere(chars, &words) {
        return (name, SourceKind::Unnamed);
    }
    if any(DOCUMENT) && !(titled && person_like) {
        return (whole(), SourceKind::Document);
    }
    if person.is_empty() && (any(UNNAMED) || unnamed_officials) {
        return (if unnamed_officials { "unnamed officials" } else { "unnamed sources" }.to_owned(), SourceKind::Unnamed);
    }
    if any(COLLECTIVE) && !person_like {
        return (whole(), SourceKind::Collective);
    }
    if any(GOVERNMENT) && !titled || !words.is_empty() && words.iter().all(|w| w.capital && w.is_any(PLACES) || w.is("and")) {
        return (whole(), SourceKind::Government);
    }
    if any(ORGANISATION) && !titled {
        return (whole(), SourceKind::Organisation);
    }
    let told = |list: &[&str]| kind_words.iter().any(|w| Some(w.span) != surname && w.is_any(list));
    let kind = if person.is_empty() && !titled {
        SourceKind::Collective
    } else if told(EXPERT) {
        SourceKind::Expert
    } else if told(OFFICIAL) {
        SourceKind::Official
    } else if matches!(person.as_slice(), [only] if only.upper || only.low.ends_with("ns")) {
        SourceKind::Organisation
    } else {
        SourceKind::Person
    };
    if person.is_empty() { (whole(), kind) } else { (clean(&phrase(chars, without_titles(&person))), kind) }
}

/// “Two sources in Vladivostok”: nobody is named but where they are.
fn unnamed_somewhere(chars: &[char], words: &[&Token]) -> Option<String> {
    let (who, place) = words.split_at_checked(words.iter().position(|w| w.is_any(PREPOSITIONS))?)?;
    let unnamed = who.iter().any(|w| w.is_any(UNNAMED)) && who.iter().skip(1).all(|w| !w.capital);
    if !unnamed || !place.iter().any(|w| w.capital) {
        return None;
    }
    let name = clean(&phrase(chars, words));
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect())
}

/// The part of a phrase that holds the name, and the rest, which tells who that is: “Anna Roe | , a lawyer in Ohio,”;
/// “the firm's head, | Anna Roe”; “Anna Roe | of the Ohio Bar”.
fn parts(tokens: &[Token]) -> (&[Token], &[Token]) {
    let inner = |t: &Token| t.word || matches!(t.mark(), Some('-' | '&' | '/' | '@' | '#' | '\'' | '’' | '.'));
    let mark = tokens.iter().position(|t| !inner(t)).filter(|at| *at > 0);
    let (head, tail) = mark.and_then(|at| tokens.split_at_checked(at)).unwrap_or((tokens, &[]));
    let name_behind = head.last().is_some_and(|t| !t.capital) && tail.first().is_some_and(|t| t.mark() == Some(',')) && tail.get(1).is_some_and(|t| t.capital);
    if name_behind {
        let rest = tail.get(1..).unwrap_or_default();
        let end = rest.iter().position(|t| !inner(t)).unwrap_or(rest.len());
        return rest.split_at_checked(end).map_or((head, tail), |(name, _)| (name, head));
    }
    let place = head.windows(3).position(|window| matches!(window, [a, b, c] if a.capital && b.capital && !a.is_possessive() && c.is_any(PREPOSITIONS)));
    match place.and_then(|at| head.split_at_checked(at + 2)) {
        // A body may have the preposition in its name: “Joint Chiefs of Staff”, “the Supreme Court of India”.
        Some((name, rest)) if !name.iter().any(|t| t.is("the") || t.is_any(GOVERNMENT) || t.is_any(ORGANISATION) || t.is_any(OFFICIAL)) => (name, rest),
        _ => (head, tail),
    }
}

/// The last run of capitalised words (de, van … may stand inside).
fn last_capital_run<'t>(words: &[&'t Token]) -> Vec<&'t Token> {
    let mut best: Vec<&Token> = Vec::new();
    let mut run: Vec<&Token> = Vec::new();
    for word in words {
        let plain = word.is_any(DETERMINERS)
            || word.is_any(PRONOUNS)
            || word.is_any(UNNAMED)
            || word.is_any(COLLECTIVE)
            || word.is_any(DOCUMENT)
            || word.is_any(&["political", "former", "senior", "according", "officials"]);
        if word.capital && !plain || !run.is_empty() && word.is_any(&["de", "van", "von", "der", "bin", "al", "el", "la", "da", "di", "du"]) {
            run.push(word);
        } else if !run.is_empty() {
            best = std::mem::take(&mut run);
        }
    }
    if run.is_empty() { best } else { run }
}

/// A run without what stands before the name: “Russian President Vladimir Putin”, “State John Kerry”.
fn without_titles<'r, 't>(run: &'r [&'t Token]) -> &'r [&'t Token] {
    let title = |w: &Token| w.is_any(OFFICIAL) || w.is_any(EXPERT) || w.is_any(OFFICES) || w.is_any(TITLES) && !w.is_any(&["mr", "mrs", "ms", "dr"]);
    // “King Charles”, but “Martin Luther King Jr”.
    let surname = |at: usize, w: &Token| at > 0 && w.is_any(&["king", "prince", "pope", "judge", "general", "chancellor"]);
    let last = run.iter().enumerate().rev().find(|(at, w)| title(w) && !surname(*at, w)).map_or(0, |(at, _)| at + 1);
    let name = run.get(last..).filter(|name| !name.is_empty()).unwrap_or(run);
    match name {
        [first, rest @ ..] if first.is_any(TITLES) && rest.len() > 1 => rest,
        _ => name,
    }
}

/// “Bloomberg reports” as a phrase means Bloomberg.
fn without_document<'r, 't>(words: &'r [&'t Token]) -> &'r [&'t Token] {
    match words {
        [front @ .., last] if !front.is_empty() && !last.capital && last.is_any(DOCUMENT) => front,
        _ => words,
    }
}

/// The words as they stand in the text, from the first to the last.
fn phrase(chars: &[char], words: &[&Token]) -> String {
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => text_of(chars, Span::new(first.span.start, last.span.end)),
        _ => String::new(),
    }
}

/// The words of a span, one space between them.
pub(super) fn text_of_words(chars: &[char], span: Span) -> String {
    text_of(chars, span).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn clean(name: &str) -> String {
    let name = name.trim().trim_matches(|c: char| matches!(c, ',' | '“' | '”' | '"' | ':' | ';'));
    let name = ["the ", "The ", "a ", "A ", "an ", "An "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name);
    let name = name.strip_suffix("’s").or_else(|| name.strip_suffix("'s")).unwrap_or(name);
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
