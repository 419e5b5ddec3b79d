//! Whole articles, sentence by sentence. A change in what is found shows in the snapshots.

use super::{Read, read};
use corroborate::extraction::SentenceKind;
use std::fmt::Write;

const STATE_VISIT: &str = include_str!("articles/state_visit.txt");
const HARBOUR_STRIKE: &str = include_str!("articles/harbour_strike.txt");
const LEAK_INQUIRY: &str = include_str!("articles/leak_inquiry.txt");

/// Every sentence with its kind, its claims and their chains.
fn told(read: &Read<'_>) -> String {
    let mut out = format!("language: {}\n", read.found.language);
    for (number, sentence) in read.found.sentences.iter().enumerate() {
        writeln!(out, "[{}] {}", sentence.kind, read.at(sentence.span)).unwrap();
        for claim in read.found.claims.iter().filter(|claim| claim.sentence == number) {
            let why = claim.why.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            writeln!(out, "  {:.2} {} ({why})", claim.check_worthiness, claim.statement).unwrap();
            for link in &claim.chain {
                let words = |span: Option<_>| span.map_or("-", |span| read.at(span));
                writeln!(out, "    {} {} [{}, {}]: {} | {}", link.role, link.source, link.kind, link.quotation, words(link.mention), words(link.cue)).unwrap();
            }
        }
    }
    out
}

#[test]
fn a_state_visit() {
    insta::assert_snapshot!(told(&read(STATE_VISIT)));
}

#[test]
fn a_strike() {
    insta::assert_snapshot!(told(&read(HARBOUR_STRIKE)));
}

#[test]
fn an_inquiry() {
    insta::assert_snapshot!(told(&read(LEAK_INQUIRY)));
}

#[test]
fn headings_and_what_is_no_part_of_the_article_are_told_apart() {
    let read = read(STATE_VISIT);
    let of = |kind: SentenceKind| read.found.sentences.iter().filter(|s| s.kind == kind).map(|s| read.at(s.span)).collect::<Vec<_>>();
    let headings = [
        "Moscow Announces Putin’s Journey to Pyongyang",
        "Signs and Rumours",
        "Old Ties, New Needs",
        "What Each Side Wants",
        "Trade and Sanctions",
        "A Show for the World",
    ];
    assert_eq!(of(SentenceKind::Heading), headings);
    assert_eq!(of(SentenceKind::Boilerplate), ["Follow us on Socials:"]);
}

#[test]
fn both_ends_of_a_chain_are_kept() {
    let read = read(STATE_VISIT);
    let shells = read.found.claims.iter().find(|claim| claim.statement.contains("10,000 containers")).unwrap();
    let chain: Vec<_> =
        shells.chain.iter().map(|link| (link.role.to_string(), link.source.as_str(), read.at(link.mention.unwrap()), read.at(link.cue.unwrap()))).collect();
    assert_eq!(
        chain,
        [
            ("reporter".to_owned(), "Reuters", "Reuters reports", "suggest"),
            ("origin".to_owned(), "Seoul’s defence ministry", "Seoul’s defence ministry", "citing"),
        ]
    );
}
