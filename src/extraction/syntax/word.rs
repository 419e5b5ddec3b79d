//! Words of a sentence as the models see them: places and hashes, no text.
//!
//! Clitics stand alone ("does" "n't", "Roe" "'s"), hyphenated words are one, runs of one mark are one.

use crate::span::Span;

/// A word or mark. Its form is known by hashes alone, so that no text is copied.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// First scalar value.
    pub start: usize,
    /// Behind the last scalar value.
    pub end: usize,
    /// Hash of the form in lower case.
    pub low: u32,
    /// Hash of its last three letters.
    pub suffix: u32,
    /// What it looks like.
    pub shape: Shape,
    /// Quotation of its line that it stands in, counted from 1; 0 is none.
    pub quote: u32,
    /// The mark, where it is one, else NUL.
    pub mark: char,
}

/// What a word looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    /// All lower case.
    #[default]
    Lower,
    /// A capital in front.
    Capital,
    /// Two capitals at least and no small letter.
    Upper,
    /// Holds a digit.
    Digit,
    /// A hyphen inside.
    Hyphen,
    /// A mark.
    Mark,
}

impl Word {
    /// Its place.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    /// Whether it is a word and no mark.
    pub fn is_word(&self) -> bool {
        self.shape != Shape::Mark
    }
}

/// Hash of a word in lower case, as [`Word::low`] holds it.
pub const fn hash(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut sum = SEED;
    while at < bytes.len() {
        #[expect(clippy::indexing_slicing, reason = "bounded by the loop")]
        let byte = bytes[at];
        sum = step(sum, byte as u32);
        at += 1;
    }
    sum
}

const SEED: u32 = 0x811C_9DC5;

const fn step(sum: u32, c: u32) -> u32 {
    (sum ^ c).wrapping_mul(0x0100_0193).rotate_left(5)
}

/// The words of `span`; `quotes` are the quotations of its line, in order.
pub fn words(chars: &[char], span: Span, quotes: &[Span]) -> Vec<Word> {
    let mut found = Vec::with_capacity(span.len() / 5 + 1);
    let mut at = span.start;
    let end = span.end.min(chars.len());
    while let Some(&c) = chars.get(at).filter(|_| at < end) {
        if c.is_whitespace() {
            at += 1;
        } else if is_letter(c) {
            let to = word_end(chars, at, end);
            let text = chars.get(at..to).unwrap_or_default();
            let split = to - clitic(text);
            if split > at {
                found.push(word(chars, at, split));
            }
            if split < to {
                found.push(word(chars, split, to));
            }
            at = to;
            let stopped = chars.get(at) == Some(&'.') && at < end && keeps_stop(text, chars.get(at + 1));
            if let Some(last) = found.last_mut().filter(|_| stopped) {
                last.end += 1;
                at += 1;
            }
        } else {
            let to = mark_end(chars, at, end);
            found.push(mark(chars, at, to));
            at = to;
        }
    }
    quote(&mut found, quotes);
    found
}

fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn word_end(chars: &[char], from: usize, end: usize) -> usize {
    let mut at = from + 1;
    while let Some(&c) = chars.get(at).filter(|_| at < end) {
        let next = || chars.get(at + 1).filter(|_| at + 1 < end).copied().unwrap_or_default();
        let before = || at.checked_sub(1).and_then(|before| chars.get(before)).copied().unwrap_or_default();
        let inside = is_letter(c)
            || matches!(c, '\u{300}'..='\u{36F}')
            || matches!(c, '\'' | '’' | '-' | '.' | '&') && is_letter(next())
            || c == ',' && before().is_ascii_digit() && next().is_ascii_digit();
        if !inside {
            break;
        }
        at += 1;
    }
    at
}

/// How long the clitic is that ends a word: "n't", "'s", "'re".
fn clitic(text: &[char]) -> usize {
    let tail = |n: usize| text.len().checked_sub(n).and_then(|from| text.get(from));
    let low = |n: usize| tail(n).map(char::to_ascii_lowercase);
    if text.len() > 3 && low(1) == Some('t') && tail(2).is_some_and(|c| is_apostrophe(*c)) && low(3) == Some('n') {
        return 3;
    }
    if text.len() > 2 && matches!(low(1), Some('s' | 'd' | 'm')) && tail(2).is_some_and(|c| is_apostrophe(*c)) {
        return 2;
    }
    let two = (low(2), low(1));
    let known = matches!(two, (Some('r' | 'v'), Some('e')) | (Some('l'), Some('l')));
    if text.len() > 3 && known && tail(3).is_some_and(|c| is_apostrophe(*c)) { 3 } else { 0 }
}

/// Whether a stop belongs to the word in front of it: "U.S.", "J.", "Mr.".
fn keeps_stop(text: &[char], next: Option<&char>) -> bool {
    let letters = text.iter().filter(|c| c.is_alphabetic()).count();
    if letters == 0 {
        return false;
    }
    let dotted = text.len() > 1 && text.iter().skip(1).step_by(2).all(|c| *c == '.') && text.iter().step_by(2).all(|c| c.is_alphabetic());
    let capital = text.first().is_some_and(|c| c.is_uppercase());
    let title = || matches!(hash_of(text), MR | MRS | MS | DR | SEN | REP | GOV | GEN | REV | JR | SR | ST | PROF | LT | COL | SGT);
    next.is_some() && (dotted || capital && (text.len() == 1 || text.len() < 5 && title()))
}

const MR: u32 = hash("mr");
const MRS: u32 = hash("mrs");
const MS: u32 = hash("ms");
const DR: u32 = hash("dr");
const SEN: u32 = hash("sen");
const REP: u32 = hash("rep");
const GOV: u32 = hash("gov");
const GEN: u32 = hash("gen");
const REV: u32 = hash("rev");
const JR: u32 = hash("jr");
const SR: u32 = hash("sr");
const ST: u32 = hash("st");
const PROF: u32 = hash("prof");
const LT: u32 = hash("lt");
const COL: u32 = hash("col");
const SGT: u32 = hash("sgt");

fn lower(c: char) -> u32 {
    if c.is_ascii() {
        u32::from(c.to_ascii_lowercase())
    } else if c == '’' {
        u32::from('\'')
    } else {
        c.to_lowercase().next().map_or(0, u32::from)
    }
}

fn hash_of(text: &[char]) -> u32 {
    text.iter().fold(SEED, |sum, c| step(sum, lower(*c)))
}

fn word(chars: &[char], start: usize, end: usize) -> Word {
    let text = chars.get(start..end).unwrap_or_default();
    let first = text.first().copied().unwrap_or_default();
    let mut shape = Shape::Lower;
    if text.iter().any(char::is_ascii_digit) {
        shape = Shape::Digit;
    } else if first.is_uppercase() {
        let capitals = text.iter().filter(|c| c.is_uppercase()).count();
        shape = if capitals > 1 && !text.iter().any(|c| c.is_lowercase()) { Shape::Upper } else { Shape::Capital };
    } else if text.contains(&'-') {
        shape = Shape::Hyphen;
    }
    let suffix = text.get(text.len().saturating_sub(3)..).unwrap_or_default();
    Word { start, end, low: hash_of(text), suffix: hash_of(suffix), shape, quote: 0, mark: '\0' }
}

fn mark_end(chars: &[char], at: usize, end: usize) -> usize {
    let c = chars.get(at).copied().unwrap_or_default();
    let most = match c {
        '\'' | '’' | '‘' | '`' => 2,
        '.' | '-' | '—' | '_' | '*' | '=' | '…' => 64,
        _ => return at + 1,
    };
    let run = chars.get(at..end.min(at + most)).unwrap_or_default().iter().take_while(|n| **n == c).count();
    at + run.max(1)
}

fn mark(chars: &[char], start: usize, end: usize) -> Word {
    let c = chars.get(start).copied().unwrap_or_default();
    let doubled = end - start == 2;
    let plain = match c {
        '“' | '”' | '„' | '«' | '»' => '"',
        '’' | '‘' | '`' | '\'' if doubled => '"',
        '’' | '‘' | '`' => '\'',
        '–' | '—' => '—',
        '-' if doubled => '—',
        '.' if end - start > 1 => '…',
        other => other,
    };
    let low = step(SEED, u32::from(plain));
    Word { start, end, low, suffix: low, shape: Shape::Mark, quote: 0, mark: plain }
}

/// Notes in which quotation each word stands.
fn quote(words: &mut [Word], quotes: &[Span]) {
    let Some(first) = words.first() else { return };
    let mut n = quotes.partition_point(|quote| quote.end <= first.start);
    for word in words {
        while quotes.get(n).is_some_and(|quote| quote.end <= word.start) {
            n += 1;
        }
        if quotes.get(n).is_some_and(|quote| quote.start <= word.start) {
            word.quote = u32::try_from(n + 1).unwrap_or(u32::MAX);
        }
    }
}

/// Hash of what the forms of a verb have in common: "say" for "said", "believ" for "believing".
pub fn stem(text: &[char]) -> u32 {
    let mut bytes = [0_u8; 20];
    if text.len() > bytes.len() || text.iter().any(|c| !c.is_ascii()) {
        return hash_of(text);
    }
    for (slot, c) in bytes.iter_mut().zip(text) {
        *slot = u8::try_from(*c).unwrap_or_default().to_ascii_lowercase();
    }
    let low = bytes.get(..text.len()).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    hash(irregular(low).unwrap_or_else(|| cut(low)))
}

/// The word without its ending.
fn cut(low: &str) -> &str {
    let end = |word| -> &str { undoubled(word) };
    let bare = if let Some(rest) = low.strip_suffix("ied").or_else(|| low.strip_suffix("ies")).filter(|rest| rest.len() > 1) {
        return rest;
    } else if let Some(rest) = low.strip_suffix("ing").or_else(|| low.strip_suffix("ed")).filter(|rest| rest.len() > 2) {
        end(rest)
    } else if let Some(rest) = low.strip_suffix("es").filter(|rest| rest.ends_with(['s', 'x', 'z', 'h'])) {
        rest
    } else {
        low.strip_suffix('s').filter(|rest| rest.len() > 2 && !rest.ends_with('s')).unwrap_or(low)
    };
    let bare = bare.strip_suffix('e').unwrap_or(bare);
    bare.strip_suffix('y').filter(|rest| rest.len() > 2).unwrap_or(bare)
}

/// The word with a doubled last letter once: "plann" is "plan".
fn undoubled(word: &str) -> &str {
    let mut last = word.chars().rev();
    match (last.next(), last.next()) {
        (Some(a), Some(b)) if a == b && !matches!(a, 'l' | 's' | 'e' | 'o') => word.get(..word.len() - 1).unwrap_or(word),
        _ => word,
    }
}

fn irregular(low: &str) -> Option<&'static str> {
    Some(match low {
        "said" | "says" | "saying" => "say",
        "told" => "tell",
        "thought" => "think",
        "wrote" | "written" | "writing" => "writ",
        "knew" | "known" => "know",
        "felt" => "feel",
        "found" => "find",
        "saw" | "seen" | "sees" => "se",
        "made" | "making" => "mak",
        "gave" | "given" => "giv",
        "went" | "gone" | "goes" => "go",
        "took" | "taken" => "tak",
        "held" => "hold",
        "kept" => "keep",
        "came" => "com",
        "spoke" | "spoken" => "speak",
        "swore" | "sworn" => "swear",
        "meant" => "mean",
        "heard" => "hear",
        "had" | "has" | "having" | "'ve" => "hav",
        "is" | "are" | "was" | "were" | "been" | "being" | "am" | "'s" | "'re" | "'m" => "be",
        "shown" => "show",
        "learnt" => "learn",
        "foresaw" | "foreseen" => "forese",
        "understood" => "understand",
        "put" | "putting" => "put",
        "laid" => "la",
        "sought" => "seek",
        "brought" => "bring",
        "began" | "begun" => "begin",
        "chose" | "chosen" => "choos",
        "drew" | "drawn" => "draw",
        "forgot" | "forgotten" => "forget",
        "led" => "lead",
        "sent" => "send",
        "shot" => "shoot",
        "did" | "done" | "does" | "doing" => "do",
        "got" | "gotten" => "get",
        "left" => "leav",
        "dying" => "di",
        _ => return None,
    })
}
