//! Articles made of sentence patterns: their text, and what stands where in it. Pure.
//!
//! The maker knows what it wrote, so nothing has to be found in the text again: loading does not wait for the
//! extraction, and the load is the same whatever the extraction learns.

use super::dice::Dice;
use crate::claim::{Quotation, Role, Why};
use crate::extraction::{SentenceKind, SourceKind};
use crate::span::Span;

/// The sources that are cited: their names and what they are.
pub(super) const SOURCES: &[(&str, SourceKind)] = &[
    ("Northern Courier", SourceKind::Outlet),
    ("Harbour News", SourceKind::Outlet),
    ("Radio Meridian", SourceKind::Outlet),
    ("The Lowland Observer", SourceKind::Outlet),
    ("Station Nine", SourceKind::Outlet),
    ("Evening Ledger", SourceKind::Outlet),
    ("Norland’s defence ministry", SourceKind::Government),
    ("the finance ministry", SourceKind::Government),
    ("the border agency", SourceKind::Government),
    ("the interior ministry", SourceKind::Government),
    ("the statistics office", SourceKind::Government),
    ("the energy regulator", SourceKind::Government),
    ("the port authority", SourceKind::Organisation),
    ("the dockers’ union", SourceKind::Organisation),
    ("the central bank", SourceKind::Organisation),
    ("the shipowners’ association", SourceKind::Organisation),
    ("Port Sable University", SourceKind::Organisation),
    ("economist Lena Marsh", SourceKind::Expert),
    ("historian Paul Adeyemi", SourceKind::Expert),
    ("engineer Rosa Delgado", SourceKind::Expert),
    ("spokesman Ivo Brandt", SourceKind::Official),
    ("minister Helga Norén", SourceKind::Official),
    ("mayor Tomás Vidal", SourceKind::Official),
    ("a report by the audit office", SourceKind::Document),
    ("satellite images", SourceKind::Document),
    ("two people familiar with the talks", SourceKind::Unnamed),
    ("a senior official", SourceKind::Unnamed),
    ("local media", SourceKind::Collective),
    ("analysts", SourceKind::Collective),
];

const SUBJECTS: &[&str] = &[
    "exports of grain", "the price of diesel", "traffic through the strait", "the number of patrols", "unemployment in the north", "rents in Port Sable",
    "imports of steel", "the state’s debt", "arrivals at the border", "output of the refineries", "fish landings", "crime in the harbour district",
];
const MOVES: &[&str] = &["rose", "fell", "grew", "shrank", "climbed", "dropped"];
const PLACES: &[&str] = &["Port Sable", "Norland", "the Lowlands", "Cape Ferro", "the eastern province", "Saint Aubin", "the free zone", "Kestrel Bay"];
const CROWDS: &[&str] = &["dockers", "soldiers", "passengers", "truck drivers", "students", "inspectors", "residents", "sailors"];
const DEEDS: &[&str] = &[
    "crossed the bridge", "walked out of the terminal", "were sent to the border", "signed the petition", "were turned back", "boarded the ferry",
    "moved to the new camp", "were counted at the gates",
];
const MONTHS: &[&str] = &["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const CUES: &[&str] = &["said", "reported", "confirmed", "announced", "claimed", "estimated", "denied", "warned"];
const OPINIONS: &[&str] = &[
    "It is hard to see this as anything but a failure of nerve.",
    "The plan is bold, and badly timed.",
    "Few decisions this year have been as clumsy.",
    "That would be a pity for a town that has done so much right.",
];
const QUESTIONS: &[&str] = &["Who will pay for it?", "How long can this go on?", "Was nobody asked?", "What happens when the ice comes?"];
const FORECASTS: &[&str] = &[
    "The dispute will probably outlast the winter.",
    "Prices are likely to ease before the summer.",
    "A court may well have the last word.",
    "The next round of talks could bring both sides closer.",
];
const HEADINGS: &[&str] = &["What is known", "The figures", "Voices from the harbour", "The wider picture", "What comes next", "A long dispute"];

/// A link of a claim's chain.
#[derive(Clone, Debug)]
pub(super) struct Cited {
    /// Which of [`SOURCES`].
    pub source: usize,
    /// The part it plays.
    pub role: Role,
    /// Where it is named.
    pub mention: Span,
    /// Where the reporting words stand.
    pub cue: Span,
}

/// A claim.
#[derive(Clone, Debug)]
pub(super) struct Claimed {
    /// Index of its sentence.
    pub sentence: usize,
    /// Where it stands.
    pub span: Span,
    /// Its wording.
    pub statement: String,
    /// Why it is worth checking.
    pub why: Vec<Why>,
    /// Whom it is attributed to.
    pub chain: Vec<Cited>,
    /// How their words are given.
    pub quotation: Quotation,
}

/// An article.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// Its sentences.
    pub sentences: Vec<(Span, SentenceKind)>,
    /// Its claims.
    pub claims: Vec<Claimed>,
    /// Length of the text so far, in Unicode scalar values.
    length: usize,
}

/// Writes an article with so many claims.
pub(super) fn write(dice: &mut Dice, claims: usize) -> Written {
    let mut article = Written { title: title(dice), ..Written::default() };
    let title = article.title.clone();
    article.sentence(&title, SentenceKind::Heading);
    while article.claims.len() < claims {
        let written = article.claims.len();
        article.put(if article.sentences.len() == 1 || written.is_multiple_of(3) { "\n\n" } else { " " });
        if written > 0 && written.is_multiple_of(9) {
            article.sentence(dice.one(HEADINGS), SentenceKind::Heading);
            article.put("\n\n");
        }
        match dice.below(12) {
            0 => article.sentence(dice.one(OPINIONS), SentenceKind::Opinion),
            1 => article.sentence(dice.one(FORECASTS), SentenceKind::Forecast),
            2 => article.sentence(dice.one(QUESTIONS), SentenceKind::Question),
            _ => article.claim(dice),
        }
    }
    article.put("\n\n");
    article.sentence("Follow us for more.", SentenceKind::Boilerplate);
    article
}

fn title(dice: &mut Dice) -> String {
    let place = dice.one(PLACES);
    match dice.below(3) {
        0 => capital(&format!("{place} and {}: what is known", dice.one(SUBJECTS))),
        1 => capital(&format!("{} in {place}: the dispute of {} {}", dice.one(SUBJECTS), dice.one(MONTHS), 2_020 + dice.below(6))),
        _ => format!("Why {} {} in {place}", dice.one(SUBJECTS), dice.one(MOVES)),
    }
}

/// A statement of fact, and what makes it worth checking.
fn fact(dice: &mut Dice) -> (String, Why) {
    let (place, month) = (dice.one(PLACES), dice.one(MONTHS));
    match dice.below(4) {
        0 => (format!("{} in {place} {} by {} percent in {}", dice.one(SUBJECTS), dice.one(MOVES), 1 + dice.below(60), 2_015 + dice.below(11)), Why::Quantity),
        1 => (format!("{} {} {} near {place} on {} {month}", 20 + dice.below(9_000), dice.one(CROWDS), dice.one(DEEDS), 1 + dice.below(28)), Why::Event),
        2 => (format!("{} had never been as high as in {month}, when {} {}", dice.one(SUBJECTS), dice.one(CROWDS), dice.one(DEEDS)), Why::Record),
        _ => (format!("{} {} because {} {} in {place}", dice.one(SUBJECTS), dice.one(MOVES), dice.one(CROWDS), dice.one(DEEDS)), Why::Causal),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

impl Written {
    /// Writes some words; gives their place.
    fn put(&mut self, words: &str) -> Span {
        let start = self.length;
        self.text.push_str(words);
        self.length += words.chars().count();
        Span::new(start, self.length)
    }

    fn sentence(&mut self, words: &str, kind: SentenceKind) {
        let span = self.put(words);
        self.sentences.push((span, kind));
    }

    fn claim(&mut self, dice: &mut Dice) {
        let start = self.length;
        let sentence = self.sentences.len();
        let (fact, why) = fact(dice);
        let source = dice.below(SOURCES.len());
        let name = SOURCES.get(source).map_or("", |(name, _)| name);
        let outlet = dice.below(6);
        let outlet_name = SOURCES.get(outlet).map_or("", |(name, _)| name);
        let named = if matches!(SOURCES.get(source), Some((_, SourceKind::Unnamed))) { Why::UnnamedSource } else { Why::NamedSource };
        let (span, chain, quotation) = match dice.below(10) {
            0..=2 => (self.put(&capital(&fact)), Vec::new(), Quotation::Indirect),
            3 | 4 => {
                let mention = self.put(outlet_name);
                let cue = self.put(" reported");
                self.put(" that ");
                let span = self.put(&fact);
                let citing = self.put(", citing");
                self.put(" ");
                let origin = self.put(name);
                let first = Cited { source: outlet, role: Role::Reporter, mention, cue };
                (span, vec![first, Cited { source, role: Role::Origin, mention: origin, cue: citing }], Quotation::Indirect)
            }
            5 | 6 => {
                let cue = self.put("According to");
                self.put(" ");
                let mention = self.put(name);
                self.put(", ");
                (self.put(&fact), vec![Cited { source, role: Role::Origin, mention, cue }], Quotation::Indirect)
            }
            7 => {
                self.put("“");
                let span = self.put(&capital(&fact));
                self.put(",” ");
                let mention = self.put(name);
                let cue = self.put(" said");
                (span, vec![Cited { source, role: Role::Origin, mention, cue }], Quotation::Direct)
            }
            _ => {
                let mention = self.put(&capital(name));
                self.put(" ");
                let cue = self.put(dice.one(CUES));
                self.put(" that ");
                (self.put(&fact), vec![Cited { source, role: Role::Origin, mention, cue }], Quotation::Indirect)
            }
        };
        let end = self.put(".").end;
        self.sentences.push((Span::new(start, end), SentenceKind::Claim));
        let why = if chain.is_empty() { vec![why] } else { vec![why, named] };
        self.claims.push(Claimed { sentence, span, statement: capital(&fact) + ".", why, chain, quotation });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::ScalarIndex;

    #[test]
    fn everything_stands_where_it_is_said_to_stand() {
        for seed in 0..50 {
            let article = write(&mut Dice::new(seed), 25);
            let text = ScalarIndex::new(&article.text);
            assert_eq!(article.claims.len(), 25);
            assert!(article.sentences.windows(2).all(|pair| pair[0].0.end < pair[1].0.start), "{}", article.text);
            assert_eq!(text.slice_within(article.sentences[0].0), article.title);
            for claim in &article.claims {
                let words = text.slice_within(claim.span);
                assert_eq!(format!("{}.", capital(words)), claim.statement);
                assert!(article.sentences[claim.sentence].0.contains(claim.span));
                for link in &claim.chain {
                    let (name, _) = SOURCES[link.source];
                    assert_eq!(capital(text.slice_within(link.mention)), capital(name));
                }
            }
            assert_eq!(article.length, text.len());
        }
    }
}
