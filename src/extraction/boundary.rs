//! Where English sentences end, by what was learned from many kinds of writing.
//!
//! Each white space between two chunks of a line is looked at once, from left to right: the marks and letters on
//! both sides, how long the sentence is by then, open quotation marks and brackets, what the rules of `sentence`
//! would say. Headings without stops, signatures, list items and dates that stand in one line with a text are cut
//! off that way, and hurried writers understood. The weights are in `models/sentences.bin`.

use super::lexicon;
use super::linear::{Linear, key, value};
use super::quick::QuickMap;
use super::quote;
use crate::span::Span;
use std::sync::LazyLock;

static MODEL: LazyLock<Option<Linear<'static>>> = LazyLock::new(|| Linear::read(super::weights::SENTENCES));

/// How much of a word is looked at.
const MOST: usize = 24;
/// The score above which a sentence ends where no mark says so.
const SURER: f32 = 0.25;
/// How many keys a gap has.
pub(super) const KEYS: usize = 43;

/// What stands between two white spaces.
#[derive(Clone, Copy, Debug, Default)]
struct Chunk {
    span: Span,
    /// Letters and digits without the marks around them, in lower case.
    low: u32,
    /// Marks in front and behind.
    lead: u32,
    trail: u32,
    /// Kinds of characters: `Xx`, `d/d/d`, `x-x`.
    shape: u32,
    /// What it begins with.
    first: First,
    class: Class,
    size: u32,
    /// Whether the word is an abbreviation, often begins a sentence, carries one.
    short: bool,
    starter: bool,
    verb: bool,
    lower: bool,
    bare: bool,
    /// Whether it is letters with stops between and behind.
    dotted: bool,
    /// Whether it is a picture or a mark that no keyboard has, and no word.
    drawn: bool,
    /// Whether it is a plural that owns what follows: “the workers’ union”.
    owns: bool,
    /// Whether a quotation ends with it that a comma, a question or a call closes.
    tagged: bool,
    /// Whether it ends in a full stop, a question or an exclamation mark.
    ends: bool,
    quotes: i32,
    brackets: i32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum First {
    #[default]
    None,
    Upper,
    Lower,
    Digit,
    Quote,
    Bracket,
    Bullet,
    Link,
    Other,
}

/// What a chunk is, coarsely.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Class {
    #[default]
    None,
    /// `04/26/2001`, `09:05`, `PM`, `Monday`.
    Date,
    Time,
    Half,
    Day,
    /// An address of a person or page, a file, a tag.
    Mail,
    Link,
    File,
    /// A line of marks.
    Rule,
    /// A number, alone or in front of a list item.
    Number,
    Item,
    /// “Regards”, “Thanks”; “Hi”, “Dear”.
    Close,
    Greet,
    /// Small words that begin sentences, other small words, words in capitals, names, other words.
    Starter,
    Small,
    Shout,
    Name,
    Word,
    Mark,
    Face,
}

/// A place where a sentence may end: the chunk before it, and what holds there.
struct Gap {
    keys: [u32; KEYS],
    /// Whether no mark stands there.
    bare: bool,
}

/// The weights that the program carries.
pub(super) fn model() -> Option<Linear<'static>> {
    *MODEL
}

/// A place where a sentence ends or does not; `bare` where no mark stands.
pub(super) struct Choice {
    pub keys: Vec<u32>,
    pub ends: bool,
    pub bare: bool,
}

/// The sentences of a line; `rules` are the places where the rules would have sentences begin.
pub(super) fn sentences(chars: &[char], line: Span, rules: &[Span], model: Linear<'_>) -> Vec<Span> {
    let chunks = chunks(chars, line);
    let mut found = Vec::new();
    let mut start = line.start;
    walk(&chunks, rules, |gap, end, next| {
        let ends = model.score(&gap.keys) > if gap.bare { SURER } else { 0.0 };
        if ends {
            found.push(Span::new(start, end));
            start = next;
        }
        ends
    });
    found.push(Span::new(start, line.end));
    found
}

/// The keys of each place where a sentence of the line may end, with whether one of the `gold` sentences begins there.
pub(super) fn examples(chars: &[char], line: Span, rules: &[Span], gold: &[Span]) -> Vec<Choice> {
    let chunks = chunks(chars, line);
    let mut found = Vec::new();
    walk(&chunks, rules, |gap, _, next| {
        let ends = gold.binary_search_by_key(&next, |span| span.start).is_ok();
        found.push(Choice { keys: gap.keys.to_vec(), ends, bare: gap.bare });
        ends
    });
    found
}

/// Looks at each gap in order; `decide` is told the gap, where the chunk before it ends and where the next begins.
fn walk(chunks: &[Chunk], rules: &[Span], mut decide: impl FnMut(&Gap, usize, usize) -> bool) {
    let none = Chunk::default();
    let at = |n: usize| chunks.get(n).unwrap_or(&none);
    let ended = chunks.last().is_some_and(|last| !last.bare);
    let stops = chunks.iter().filter(|chunk| !chunk.bare).count();
    let lowered = chunks.iter().zip(chunks.iter().skip(1)).filter(|(a, b)| !a.bare && !a.short && b.first == First::Lower).count();
    let capitals = chunks.iter().filter(|chunk| chunk.first == First::Upper).count();
    let titled = u32::try_from(capitals * 4 / chunks.len().max(1)).unwrap_or_default() * 4 + u32::from(ended) * 2 + u32::from(chunks.len() > 15);
    let style = u32::from(ended) + 2 * u32::from(lowered > 0 && lowered * 4 >= stops) + 4 * u32::from(chunks.first().is_some_and(|c| c.first == First::Lower));
    let (mut begin, mut verb, mut drawn, mut quotes, mut brackets, mut rule) = (0, false, true, 0_i32, 0_i32, 0);
    for n in 0..chunks.len().saturating_sub(1) {
        let (left, right) = (at(n), at(n + 1));
        verb |= left.verb;
        drawn &= left.drawn;
        quotes += left.quotes;
        brackets = (brackets + left.brackets).max(0);
        while rules.get(rule).is_some_and(|span| span.start < right.span.start) {
            rule += 1;
        }
        let ruled = rules.get(rule).is_some_and(|span| span.start == right.span.start);
        // A small letter behind a word or an abbreviation goes on: “the S.E.C. has”; so does what tells who asked.
        if !ruled && (right.first == First::Lower && (left.bare || left.dotted || left.short) || left.tagged || left.owns || drawn) {
            continue;
        }
        let (before, behind) = (if n > begin { at(n - 1) } else { &none }, at(n + 2));
        let seen = Seen {
            left,
            right,
            before,
            behind,
            first: at(begin),
            state: u32::from(ruled) + 2 * u32::from(quotes & 1 == 1) + 4 * u32::from(brackets > 0) + 8 * u32::from(verb),
            length: bucket(n + 1 - begin),
            rest: bucket(chunks.len() - 1 - n),
            style,
            titled,
            runs: run(chunks.get(begin..=n).unwrap_or_default().iter().rev()) * 8 + run(chunks.iter().skip(n + 1)),
            ahead: ahead(chunks.get(n + 1..).unwrap_or_default()),
            same: u32::from(left.low == right.low) + 2 * u32::from(before.low == right.low),
        };
        if decide(&Gap { keys: seen.keys(), bare: left.bare }, left.span.end, right.span.start) {
            (begin, verb, drawn, brackets) = (n + 1, false, true, 0);
            quotes = 0;
        }
    }
}

struct Seen<'c> {
    left: &'c Chunk,
    right: &'c Chunk,
    before: &'c Chunk,
    behind: &'c Chunk,
    /// The first chunk of the sentence so far.
    first: &'c Chunk,
    /// What the rules say; open quotation, open bracket, a verb so far.
    state: u32,
    length: u32,
    rest: u32,
    style: u32,
    /// How many words of the line are capitalised, whether it ends in a mark, whether it is long.
    titled: u32,
    /// Capitalised words in a row on both sides.
    runs: u32,
    /// How far the next stop is, and whether a verb comes first.
    ahead: u32,
    /// Whether the word behind stands in front, too.
    same: u32,
}

impl Seen<'_> {
    fn keys(&self) -> [u32; KEYS] {
        let (l, r, b, a) = (self.left, self.right, self.before, self.behind);
        let ruled = self.state & 1;
        let opens = r.first as u32;
        let edge = key(99, &[l.trail, opens, ruled]);
        [
            key(0, &[]),
            key(1, &[edge]),
            key(2, &[l.trail, r.shape]),
            key(3, &[edge, l.shape]),
            key(4, &[l.low, l.trail]),
            key(5, &[l.low, edge]),
            key(6, &[r.low, l.trail]),
            key(7, &[r.low, r.lead, opens]),
            key(8, &[l.shape, r.shape]),
            key(9, &[b.shape, b.trail, l.shape, l.trail]),
            key(10, &[r.shape, r.trail, a.shape, l.trail]),
            key(11, &[edge, self.state]),
            key(13, &[edge, self.style]),
            key(12, &[l.class as u32, r.class as u32, u32::from(l.bare), self.titled, ruled]),
            key(14, &[edge, self.titled]),
            key(15, &[edge, self.length]),
            key(16, &[edge, self.rest]),
            key(17, &[b.low, l.low]),
            key(18, &[r.low, a.low]),
            key(19, &[edge, u32::from(l.short), u32::from(r.starter)]),
            key(20, &[edge, l.size.min(6)]),
            key(21, &[self.first.shape, self.first.trail, l.trail, self.length.min(3)]),
            key(22, &[r.lead, r.trail, edge]),
            key(23, &[u32::from(r.starter), u32::from(a.lower), u32::from(a.verb), edge]),
            key(24, &[self.state >> 3, self.length, edge]),
            key(25, &[r.shape, a.shape, opens]),
            key(26, &[u32::from(l.short), l.shape, ruled]),
            key(27, &[self.length, self.rest, ruled]),
            key(28, &[l.shape, l.trail, r.shape, r.trail]),
            key(30, &[edge, self.runs]),
            key(31, &[edge, self.ahead]),
            key(32, &[edge, self.ahead, self.length, self.state >> 3]),
            key(33, &[self.runs, self.state >> 3, l.trail]),
            key(34, &[self.same, edge]),
            key(40, &[b.class as u32, l.class as u32, l.trail, r.class as u32, ruled]),
            key(41, &[l.class as u32, l.trail, r.class as u32, a.class as u32]),
            key(42, &[l.class as u32, edge, r.class as u32, self.length]),
            key(43, &[self.first.class as u32, edge, self.length]),
            key(44, &[l.class as u32, edge, r.class as u32, self.ahead & 1, self.state >> 3]),
            key(45, &[b.class as u32, l.class as u32, l.trail, r.class as u32, a.class as u32, a.trail]),
            key(46, &[l.class as u32, self.rest, r.class as u32, edge]),
            key(47, &[l.class as u32, edge]),
            key(29, &[u32::from(b.lower), u32::from(l.lower), opens, u32::from(a.lower), l.trail]),
        ]
    }
}

/// How many capitalised words in a row.
fn run<'c>(chunks: impl Iterator<Item = &'c Chunk>) -> u32 {
    let mut count = 0;
    for chunk in chunks.take(5) {
        if chunk.first != First::Upper {
            break;
        }
        count += 1;
        if !chunk.bare {
            break;
        }
    }
    count
}

/// How many words it is to the next stop, and whether one that carries a sentence comes before it.
fn ahead(chunks: &[Chunk]) -> u32 {
    let near = chunks.get(..chunks.len().min(14)).unwrap_or_default();
    let end = near.iter().position(|chunk| chunk.ends).unwrap_or(near.len());
    let verb = near.iter().take(end + 1).any(|chunk| chunk.verb);
    bucket(end) * 2 + u32::from(verb)
}

fn bucket(n: usize) -> u32 {
    match n {
        0..=3 => u32::try_from(n).unwrap_or_default(),
        4..=5 => 4,
        6..=8 => 5,
        9..=13 => 6,
        14..=22 => 7,
        23..=40 => 8,
        _ => 9,
    }
}

/// The chunks of a line.
fn chunks(chars: &[char], line: Span) -> Vec<Chunk> {
    let mut found = Vec::new();
    let mut start = None;
    for at in line.start..=line.end {
        let blank = at == line.end || chars.get(at).is_none_or(|c| c.is_whitespace());
        match (blank, start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                found.push(chunk(chars, Span::new(from, at)));
                start = None;
            }
            _ => {}
        }
    }
    found
}

fn chunk(chars: &[char], span: Span) -> Chunk {
    let text = chars.get(span.start..span.end).unwrap_or_default();
    let inner = |c: &char| c.is_alphanumeric();
    let lead = text.iter().take_while(|c| !inner(c)).count();
    let tail = text.iter().rev().take_while(|c| !inner(c)).count();
    let (lead, tail) = if lead == text.len() { (0, lead) } else { (lead, tail) };
    let core = text.get(lead..text.len() - tail).unwrap_or_default();
    let behind = text.get(text.len() - tail..).unwrap_or_default();
    let marks = |c: &char| match c {
        '“' | '”' | '«' | '»' => '"',
        '’' | '‘' => '\'',
        '–' => '—',
        c => *c,
    };
    let low = value(core.iter().take(MOST).flat_map(|c| c.to_lowercase()).map(|c| if c == '’' { '\'' } else { c }));
    let known = WORDS.get(&low).copied().unwrap_or_default();
    let count = |wanted: fn(&char) -> bool| i32::try_from(text.iter().filter(|c| wanted(c)).count()).unwrap_or_default();
    let first = first(text);
    Chunk {
        span,
        low,
        lead: value(text.iter().take(lead.min(2)).map(marks)),
        trail: value(behind.iter().take(3).map(marks)),
        shape: shape(if core.is_empty() { text } else { core }),
        first,
        class: class(text, core, first, known),
        size: u32::try_from(core.len()).unwrap_or(u32::MAX),
        short: known.short,
        starter: known.starter,
        verb: known.verb,
        lower: core.first().is_some_and(|c| c.is_lowercase()),
        bare: tail == 0,
        dotted: core.contains(&'.') && behind == ['.'] && core.iter().all(|c| *c == '.' || c.is_alphabetic()),
        drawn: core.is_empty() && text.iter().all(|c| !c.is_ascii()),
        owns: matches!((core, behind), ([.., 's' | 'S'], ['\'' | '’'])),
        tagged: matches!(behind, [.., ',' | '?' | '!', '”' | '"' | '’'] | [.., ',' | '?' | '!', '’' | '\'', '”' | '"']),
        ends: behind.iter().any(|c| matches!(c, '.' | '!' | '?')),
        quotes: count(|c| matches!(c, '"' | '“' | '”')),
        brackets: count(|c| matches!(c, '(' | '[')) - count(|c| matches!(c, ')' | ']')),
    }
}

/// What is known of a word by itself.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    short: bool,
    starter: bool,
    verb: bool,
    class: Class,
}

/// The words that mean something here, by the value of their lower-case form.
static WORDS: LazyLock<QuickMap<u32, Known>> = LazyLock::new(|| {
    let mut words: QuickMap<u32, Known> = QuickMap::default();
    let small: [&[&str]; 5] = [lexicon::PREPOSITIONS, lexicon::PRONOUNS, lexicon::DETERMINERS, lexicon::AUXILIARIES, lexicon::FINITE];
    let classes: [(&[&str], Class); 5] = [
        (lexicon::SENTENCE_STARTERS, Class::Starter),
        (lexicon::GREETINGS, Class::Greet),
        (lexicon::CLOSINGS, Class::Close),
        (lexicon::DAYS, Class::Day),
        (&["am", "pm"], Class::Half),
    ];
    // What comes later goes before what came first.
    for (list, class) in small.map(|list| (list, Class::Small)).into_iter().chain(classes) {
        for word in list {
            words.entry(value(word.chars())).or_default().class = class;
        }
    }
    for word in [lexicon::ABBREVIATIONS, lexicon::TITLES, lexicon::NUMBERED].into_iter().flatten() {
        words.entry(value(word.chars())).or_default().short = true;
    }
    for word in lexicon::SENTENCE_STARTERS {
        words.entry(value(word.chars())).or_default().starter = true;
    }
    for word in lexicon::FINITE {
        words.entry(value(word.chars())).or_default().verb = true;
    }
    words
});

fn class(text: &[char], core: &[char], first: First, known: Known) -> Class {
    if core.is_empty() {
        return match text {
            [':' | ';' | '=', _, ..] if text.len() < 5 => Class::Face,
            ['(' | '<' | '[', ..] => Class::Mark,
            _ if text.len() > 3 => Class::Rule,
            _ => Class::Mark,
        };
    }
    let capital = core.first().is_some_and(|c| c.is_uppercase());
    if known.class != Class::None && (known.class != Class::Half || capital) {
        return known.class;
    }
    let count = |wanted: fn(&char) -> bool| core.iter().filter(|c| wanted(c)).count();
    let digits = count(|c| c.is_numeric());
    if digits == core.len() {
        return if matches!(text.last(), Some(')' | '.')) && core.len() < 3 { Class::Item } else { Class::Number };
    }
    if digits * 3 >= core.len() * 2 {
        return if core.contains(&'/') {
            Class::Date
        } else if core.contains(&':') {
            Class::Time
        } else {
            Class::Number
        };
    }
    if first == First::Link || count(|c| *c == '/') > 2 {
        return Class::Link;
    }
    if text.contains(&'@') {
        return Class::Mail;
    }
    if is_file(core) {
        return Class::File;
    }
    if core.len() > 1 && core.iter().all(|c| !c.is_lowercase()) {
        Class::Shout
    } else if capital {
        Class::Name
    } else {
        Class::Word
    }
}

/// “draft.doc”, “example.com”.
fn is_file(core: &[char]) -> bool {
    const ENDS: [&str; 11] = ["doc", "pdf", "xls", "htm", "html", "jpg", "txt", "ppt", "zip", "gif", "com"];
    let end = core.get(core.len().saturating_sub(5)..).unwrap_or_default();
    let Some(stop) = end.iter().rposition(|c| *c == '.') else { return false };
    let end = end.get(stop + 1..).unwrap_or_default();
    ENDS.iter().any(|known| known.chars().eq(end.iter().flat_map(|c| c.to_lowercase())))
}

fn first(text: &[char]) -> First {
    match text {
        ['h' | 'H', 't', 't', 'p', ..] | ['w', 'w', 'w', '.', ..] => First::Link,
        [c, ..] if c.is_uppercase() => First::Upper,
        [c, ..] if c.is_lowercase() => First::Lower,
        [c, ..] if c.is_numeric() => First::Digit,
        [c, ..] if quote::is_opening(*c) || *c == '\'' => First::Quote,
        ['(' | '[' | '<' | '{', ..] => First::Bracket,
        ['-' | '*' | '•' | '–' | '—' | '>' | '+', ..] => First::Bullet,
        [] => First::None,
        _ => First::Other,
    }
}

/// Runs of capitals, small letters, digits; other marks as they are. The first eight runs.
fn shape(text: &[char]) -> u32 {
    let mut runs = [' '; 8];
    let mut last = ' ';
    let mut slots = runs.iter_mut();
    for c in text {
        let kind = if c.is_uppercase() {
            'X'
        } else if c.is_lowercase() {
            'x'
        } else if c.is_numeric() {
            'd'
        } else {
            *c
        };
        if kind != last {
            let Some(slot) = slots.next() else { break };
            *slot = kind;
            last = kind;
        }
    }
    value(runs.into_iter())
}
