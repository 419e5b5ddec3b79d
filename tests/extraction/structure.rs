//! What the lines of an article are: title, byline, dateline, headings, lists, quotations, and what is no part of it.

use super::{Read, read};
use corroborate::extraction::SentenceKind;

fn of<'r>(read: &'r Read<'_>, kind: SentenceKind) -> Vec<&'r str> {
    read.found.sentences.iter().filter(|sentence| sentence.kind == kind).map(|sentence| read.at(sentence.span)).collect()
}

const ARTICLE: &str = "Harbour of Halden Closed for Nine Days
By Anna Roe and Tim Doe
Monday, 10 June 2024, 3:15 p.m. ET
5 min read

HALDEN, Norway, June 10 (Reuters) — The harbour was closed on Monday after a fire.

(AP Photo/Anna Roe)

What the Fire Destroyed

• Two cranes burned down.
- The customs office lost 40 computers.
> “We have never seen such a fire,” Mayor Ida Roe said.

Read more: The fires of 2019
Share
Donate to our newsroom

The harbour opens again in July.

Follow us on Socials:
Reporting by Anna Roe; editing by Tim Doe
The Associated Press contributed to this report.";

#[test]
fn lines_that_are_no_part_of_the_article_are_boilerplate() {
    let read = read(ARTICLE);
    let expected = [
        "By Anna Roe and Tim Doe",
        "Monday, 10 June 2024, 3:15 p.m. ET",
        "5 min read",
        "HALDEN, Norway, June 10 (Reuters) —",
        "(AP Photo/Anna Roe)",
        "Read more: The fires of 2019",
        "Share",
        "Donate to our newsroom",
        "Follow us on Socials:",
        "Reporting by Anna Roe; editing by Tim Doe",
        "The Associated Press contributed to this report.",
    ];
    assert_eq!(of(&read, SentenceKind::Boilerplate), expected);
}

#[test]
fn title_and_headings_are_headings() {
    assert_eq!(of(&read(ARTICLE), SentenceKind::Heading), ["Harbour of Halden Closed for Nine Days", "What the Fire Destroyed"]);
}

#[test]
fn list_items_and_block_quotations_are_text_and_their_marks_no_part_of_a_claim() {
    let read = read(ARTICLE);
    let statements = read.statements();
    for statement in ["Two cranes burned down.", "The customs office lost 40 computers.", "“We have never seen such a fire.”"] {
        assert!(statements.contains(&statement), "{statements:?}");
    }
}

#[test]
fn a_sentence_that_begins_like_a_link_is_none() {
    for text in [
        "Donate blood, the ministry said on Monday, and you save a life.",
        "Register offices were closed for nine days in 2019.",
        "Shares of the firm fell by 3 percent.",
    ] {
        let text = format!("The harbour was closed for nine days.\n{text}\nIt was opened again.");
        assert_eq!(of(&read(&text), SentenceKind::Boilerplate), Vec::<&str>::new(), "{text}");
    }
}
