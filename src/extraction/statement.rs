//! Wordings that stand on their own.
//!
//! A sentence loses the word that ties it to the one before; the content of an attribution becomes a sentence
//! that says what is said, not that it is said: “hinted at an imminent visit” says that a visit is imminent.
//! Words inside quotation marks are never touched. Whoever checks the claim may reword it.

use super::attribution::Found;
use super::cue::{Form, cue};
use super::lexicon::{AUXILIARIES, CONNECTIVES, DETERMINERS, EVENT_NOUNS, FINITE, IMMINENT, POSSIBILITY_NOUNS, PREPOSITIONS, PRONOUNS};
use super::model::SourceKind;
use super::people::Gender;

/// The statement of a sentence that cites nobody; `named` tells the only one that “he” or “she” can mean in front of it.
pub(super) fn of_sentence(words: &str, named: impl Fn(Gender) -> Option<String>) -> String {
    let text = one_line(words);
    let bare = CONNECTIVES.iter().find_map(|lead| {
        let (head, rest) = text.split_at_checked(lead.len())?;
        (head.eq_ignore_ascii_case(lead) && rest.starts_with([',', ' '])).then(|| rest.trim_start_matches([',', ' ']).to_owned())
    });
    let text = bare.filter(|rest| rest.split(' ').count() > 2).unwrap_or(text);
    let (first, rest) = text.split_once(' ').unwrap_or_default();
    let name = match first {
        "He" | "he" => named(Gender::Male),
        "She" | "she" => named(Gender::Female),
        "His" | "his" => named(Gender::Male).map(|name| owned(&name)),
        _ => None,
    };
    finish(&name.map_or_else(|| text.clone(), |name| format!("{name} {rest}")))
}

/// A name that owns what follows.
fn owned(name: &str) -> String {
    if name.ends_with('s') { format!("{name}’") } else { format!("{name}’s") }
}

/// The statement of what a source is said to have said; `mention` is the source as it stands there.
pub(super) fn of_content(words: &str, found: &Found, mention: Option<&str>) -> String {
    let text = one_line(words);
    let text = ["that ", "to the effect that "].iter().find_map(|lead| text.strip_prefix(lead)).unwrap_or(&text).trim_end_matches([',', ';', ':', ' ']);
    if text.is_empty() {
        return String::new();
    }
    let said = Said { verb: found.verb.unwrap_or_default(), name: subject_name(found, mention), many: is_many(found) };
    let told = said
        .label(text)
        .or_else(|| said.directive(text))
        .or_else(|| said.blame(text))
        .or_else(|| said.intention(text))
        .or_else(|| noun_phrase(text))
        .unwrap_or_else(|| said.about_itself(text));
    finish(&said.denied(told))
}

/// The source and its verb, as far as the wording depends on them.
struct Said {
    verb: &'static str,
    name: String,
    many: bool,
}

impl Said {
    /// “labeled the visit as a “friendly” one” → “the visit is a “friendly” one”.
    fn label(&self, text: &str) -> Option<String> {
        if !matches!(self.verb, "label" | "describe" | "portray" | "brand" | "dub" | "call" | "denounce" | "condemn") {
            return None;
        }
        let (thing, name) = match text.split_once(" as ") {
            Some(parts) => parts,
            None if matches!(self.verb, "label" | "brand" | "dub" | "call") => {
                // What it is called begins at its own article, or at the quotation mark where it has none.
                let at = [" a ", " an ", " “", " \""].iter().filter_map(|begins| text.find(begins)).min()?;
                let (thing, name) = text.split_at_checked(at)?;
                (thing, name.trim_start())
            }
            None => return None,
        };
        if thing.is_empty() || name.is_empty() || thing.contains(['“', '"', '”']) {
            return None;
        }
        let thing = match thing {
            "him" => "he",
            "her" => "she",
            "them" => "they",
            other => other,
        };
        let many = thing == "they" || is_plural(thing);
        Some(format!("{thing} {} {name}", if many { "are" } else { "is" }))
    }

    /// “advising those concerned to think again” → “those concerned should think again”.
    fn directive(&self, text: &str) -> Option<String> {
        if !matches!(self.verb, "advise" | "urge" | "ask" | "tell" | "call" | "warn" | "recommend" | "demand" | "caution") {
            return None;
        }
        let (whom, what) = text.split_once(" to ")?;
        let plain = !whom.contains([',', '“', '"']) && whom.split(' ').count() < 9 && !has_finite(whom);
        (plain && !what.is_empty()).then(|| format!("{whom} should {what}"))
    }

    /// “accused the firm of fraud” → “the firm is guilty of fraud”; “blamed rain for the delay” → “rain is to blame
    /// for the delay”.
    fn blame(&self, text: &str) -> Option<String> {
        let (tie, guilt) = match self.verb {
            "accuse" => (" of ", "guilty of"),
            "blame" => (" for ", "to blame for"),
            _ => return None,
        };
        let Some((whom, what)) = text.split_once(tie).filter(|(whom, _)| !whom.contains(['“', '"', ','])) else {
            let whom = text.split(',').next().filter(|whom| self.verb == "blame" && !has_finite(whom))?;
            return Some(format!("{whom} {} to blame", if is_plural(whom) { "are" } else { "is" }));
        };
        Some(format!("{whom} {} {guilt} {what}", if is_plural(whom) { "are" } else { "is" }))
    }

    /// “vowed to cut taxes” → “Ms Roe will cut taxes”.
    fn intention(&self, text: &str) -> Option<String> {
        let what = text.strip_prefix("to ")?;
        let first = what.split(' ').next()?;
        // “to a crowd” is no deed.
        let deed = first.starts_with(char::is_lowercase) && !DETERMINERS.contains(&first) && !PRONOUNS.contains(&first) && !PREPOSITIONS.contains(&first);
        if self.name.is_empty() || !deed {
            return None;
        }
        Some(match self.verb {
            "want" | "hope" | "expect" | "decline" | "refuse" => format!("{} {}{} {text}", self.name, self.verb, if self.many { "" } else { "s" }),
            "claim" | "deny" => format!("{} {} {what}", self.name, if self.many { "are said to" } else { "is said to" }),
            _ => format!("{} will {what}", self.name),
        })
    }

    /// “he would resign” → “Mr Doe would resign”.
    fn about_itself(&self, text: &str) -> String {
        let Some((first, rest)) = text.split_once(' ') else { return text.to_owned() };
        let own = match first {
            "his" | "her" | "its" => !self.many,
            "their" => self.many,
            _ => false,
        };
        if own && !self.name.is_empty() {
            return format!("{} {rest}", owned(&self.name));
        }
        let subject = match first {
            "he" | "she" => !self.many,
            "they" => self.many,
            _ => false,
        };
        if subject && !self.name.is_empty() { format!("{} {rest}", self.name) } else { text.to_owned() }
    }

    /// What is denied is said not to be so.
    fn denied(&self, told: String) -> String {
        if !matches!(self.verb, "deny" | "refute" | "reject" | "dismiss" | "rebut") {
            return told;
        }
        let first = told.split(' ').next().unwrap_or_default();
        if let (Some(stem), false) = (told.strip_prefix("having "), self.name.is_empty()) {
            return format!("It is not true that {} {} {stem}", self.name, if self.many { "have" } else { "has" });
        }
        if first.ends_with("ing") && !self.name.is_empty() {
            return format!("It is not true that {} {} {told}", self.name, if self.many { "were" } else { "was" });
        }
        if has_finite(&told) {
            return format!("It is not true that {}", lower_article(&told));
        }
        let what = told.split(" as ").next().unwrap_or_default();
        let (any, what) = what.strip_prefix("any ").map_or((false, what), |rest| (true, rest));
        let head: Vec<&str> = what.split(' ').take_while(|word| !PREPOSITIONS.contains(word) && *word != "that").collect();
        let plural = head.last().is_some_and(|word| is_plural(word));
        if any && !self.name.is_empty() && head.last().is_some_and(|word| OWN_PART.contains(word)) {
            return format!("{} {} no {what}", self.name, if self.many { "have" } else { "has" });
        }
        if any {
            return format!("There {} no {what}", if plural { "are" } else { "is" });
        }
        format!("{what} {} not true", if plural { "are" } else { "is" })
    }
}

/// What somebody has in a matter, or has not: “denied any role in the attack”.
const OWN_PART: [&str; 14] = [
    "role", "part", "involvement", "knowledge", "responsibility", "link", "links", "ties", "connection", "connections", "interest", "intention", "plans",
    "guilt",
];

/// A noun phrase as a sentence; `None` where the text has a verb of its own or can't be told.
fn noun_phrase(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() > 30 || has_finite(text) || text.contains(['?', '!']) || text.starts_with(['“', '"', '«', '\'']) {
        return None;
    }
    let plain = |word: &&str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let head_end = words.iter().skip(1).position(|word| PREPOSITIONS.contains(&plain(word).as_str())).map_or(words.len(), |n| n + 1);
    let (head, tail) = words.split_at_checked(head_end)?;
    let noun = plain(head.last()?);
    let first = plain(words.first()?);
    let join = |words: &[&str]| words.join(" ");
    let article = DETERMINERS.contains(&first.as_str());
    if tail.is_empty() && head.len() < 2 || head.iter().any(|word| word.ends_with(',')) {
        return None;
    }
    if POSSIBILITY_NOUNS.contains(&noun.as_str()) && head.len() <= 3 {
        let bare = if first == "the" { join(words.get(1..)?) } else { join(&words) };
        let a = if first == "the" && !matches!(noun.as_str(), "potential" | "need") && !noun.ends_with('s') { "a " } else { "" };
        return Some(format!("There {} {a}{bare}", if noun.ends_with('s') { "are" } else { "is" }));
    }
    let many = is_plural(&noun);
    if let Some(at) = head.iter().position(|word| IMMINENT.contains(&plain(word).as_str())).filter(|at| *at > 0 && *at + 1 < head.len()) {
        let adjective = *head.get(at)?;
        let others = head.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, word)| *word).collect::<Vec<_>>();
        let front = join(&others);
        let front = front.strip_prefix("an ").map_or_else(|| front.clone(), |rest| format!("a {rest}"));
        let rest = if tail.is_empty() { String::new() } else { format!(" {}", join(tail)) };
        return Some(format!("{front}{rest} {} {adjective}", if many { "are" } else { "is" }));
    }
    if EVENT_NOUNS.contains(&noun.as_str()) && !matches!(first.as_str(), "a" | "an") {
        let when = tail.iter().position(|word| matches!(*word, "on" | "in" | "at" | "during" | "from" | "before" | "after")).unwrap_or(tail.len());
        let (what, when) = tail.split_at_checked(when)?;
        let parts = [head, what, &[if many { "take place" } else { "takes place" }], when];
        return Some(join(&parts.concat()));
    }
    let indefinite = matches!(first.as_str(), "a" | "an" | "no" | "several" | "some" | "many")
        || !article && many && first.chars().all(char::is_alphabetic) && !words.first()?.starts_with(char::is_uppercase);
    indefinite.then(|| format!("There {} {text}", if many { "are" } else { "is" }))
}

/// Whether the text has a verb that carries a sentence.
fn has_finite(text: &str) -> bool {
    let mut before = String::new();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '“' | '”' | '"' | ',' | '.')) {
        let low = word.to_lowercase().replace('’', "'");
        let verb = || cue(&low).is_some_and(|c| matches!(c.form, Form::Past | Form::Third) && !c.weak);
        let carries = FINITE.contains(&low.as_str()) || low.ends_with("n't") || ["'ll", "'ve", "'re", "'d"].iter().any(|end| low.ends_with(end));
        if carries && low != "be" && low != "been" || verb() && !DETERMINERS.contains(&before.as_str()) && word == low {
            return true;
        }
        let past = low.len() > 4
            && low.ends_with("ed")
            && word == low
            && !DETERMINERS.contains(&before.as_str())
            && !AUXILIARIES.contains(&before.as_str())
            && !before.is_empty();
        if past && !PREPOSITIONS.contains(&before.as_str()) {
            return true;
        }
        if !low.is_empty() {
            before = low;
        }
    }
    false
}

/// Whether a noun, or the last word of a phrase, looks like a plural.
fn is_plural(noun: &str) -> bool {
    noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("’s") && !noun.ends_with("'s") && !noun.ends_with("is") && !noun.ends_with("us")
}

/// What the source is called inside a sentence: its name, with the article that it has in the text.
fn subject_name(found: &Found, mention: Option<&str>) -> String {
    let name = found.speaker.0.as_str();
    let article = mention.is_some_and(|mention| mention.starts_with("the ") || mention.starts_with("The "));
    let person = matches!(found.speaker.1, SourceKind::Person | SourceKind::Expert);
    if article && !person && !name.is_empty() { format!("the {name}") } else { name.to_owned() }
}

fn is_many(found: &Found) -> bool {
    let name = found.speaker.0.as_str();
    matches!(found.speaker.1, SourceKind::Unnamed | SourceKind::Collective) || found.speaker.1 == SourceKind::Official && name.ends_with("officials")
}

/// A capital article or pronoun in front in lower case, for use inside a sentence.
fn lower_article(text: &str) -> String {
    match text.split_once(' ') {
        Some((first, rest)) if matches!(first, "The" | "A" | "An" | "It" | "They" | "He" | "She") => format!("{} {rest}", first.to_lowercase()),
        _ => text.to_owned(),
    }
}

fn one_line(words: &str) -> String {
    // The mark of a list item or of a block quotation is no part of what it says.
    let words = words.trim_start_matches(|c: char| matches!(c, '•' | '*' | '>' | '–' | '—' | '▪' | '◦' | '·' | '‣') || c.is_whitespace());
    let words = words.strip_prefix("- ").unwrap_or(words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A capital in front and a stop behind.
fn finish(text: &str) -> String {
    let mut text = closed(text.trim_end_matches([',', ';', ':', ' ']));
    if let Some(first) = text.chars().next().filter(|c| c.is_lowercase()) {
        let rest: String = text.chars().skip(1).collect();
        text = first.to_uppercase().chain(rest.chars()).collect();
    }
    let last = text.chars().rev().find(|c| !matches!(c, '"' | '”' | '’' | '»' | ')' | '\''));
    if last.is_some_and(|c| c.is_alphanumeric() || matches!(c, '%' | ',')) {
        // A comma before a closing quotation mark becomes the stop.
        if let Some(at) = text.rfind(",”").or_else(|| text.rfind(",\"")).or_else(|| text.rfind(",''")).filter(|at| text.len() - at <= 5) {
            text.replace_range(at..=at, ".");
        } else {
            text.push('.');
        }
    }
    text
}

/// The text with the quotation marks that its cutting left open or unopened.
fn closed(text: &str) -> String {
    let count = |mark: char| text.matches(mark).count();
    let lone = if count('"') % 2 == 1 { Some(('"', '"', text.starts_with('"'))) } else { None };
    let pair = || match count('“').cmp(&count('”')) {
        std::cmp::Ordering::Greater => Some(('“', '”', true)),
        std::cmp::Ordering::Less => Some(('“', '”', false)),
        std::cmp::Ordering::Equal => None,
    };
    match lone.or_else(pair) {
        Some((_, close, true)) => format!("{text}{close}"),
        Some((open, _, false)) => format!("{open}{text}"),
        None => text.to_owned(),
    }
}
