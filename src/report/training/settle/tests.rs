//! Corrections on one short text with two nested attributions, as reporter and origin are.

use super::*;
use crate::ids::Ids;

const TEXT: &str = "Bloomberg reported that the ministry said 400 soldiers crossed and that two ships sank. Nobody was hurt.";

fn at(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn attribution(source: &str, cue: &str, content: &str) -> Attribution {
    Attribution { source: vec![at(source)], cue: vec![at(cue)], content: vec![at(content)], kind: Some(Quotation::Indirect) }
}

const OUTER: &str = "the ministry said 400 soldiers crossed and that two ships sank";
const INNER: &str = "400 soldiers crossed and that two ships sank";

/// A reporter and an origin, nested as the machine gives them.
fn machine() -> Vec<Attribution> {
    vec![attribution("Bloomberg", "reported", OUTER), attribution("the ministry", "said", INNER)]
}

fn link(ids: &Ids, source: &str, cue: &str) -> Said {
    Said { id: ids.make(), source: Some(at(source)), cue: Some(at(cue)), kind: Quotation::Indirect }
}

/// The machine's claim of the soldiers, with both in its chain.
fn soldiers(ids: &Ids) -> Stand {
    Stand { content: vec![at("400 soldiers crossed")], links: vec![link(ids, "Bloomberg", "reported"), link(ids, "the ministry", "said")] }
}

fn settled(was: &Stand, is: Stand) -> Vec<Attribution> {
    settle(&ScalarIndex::new(TEXT), &machine(), &[Corrected { was: Some(was.clone()), is }])
}

#[test]
fn a_claim_as_it_was_changes_nothing() {
    let was = soldiers(&Ids::counting());
    assert_eq!(settled(&was, was.clone()), machine());
}

#[test]
fn a_corrected_cue_and_kind_stand_in_the_place_of_the_machines() {
    let was = soldiers(&Ids::counting());
    let mut is = was.clone();
    is.links[1].cue = Some(at("said 400"));
    is.links[1].kind = Quotation::Mixed;
    let found = settled(&was, is);
    assert_eq!((found[1].cue.as_slice(), found[1].kind), ([at("said 400")].as_slice(), Some(Quotation::Mixed)));
    assert_eq!((&found[0], &found[1].content, &found[1].source), (&machine()[0], &machine()[1].content, &machine()[1].source));
}

#[test]
fn another_source_is_a_new_link_that_means_the_same_attribution() {
    let ids = Ids::counting();
    let was = soldiers(&ids);
    let mut is = was.clone();
    is.links[1] = link(&ids, "Nobody", "said");
    let found = settled(&was, is);
    assert_eq!((found.len(), found[1].source.as_slice()), (2, [at("Nobody")].as_slice()));
    // Even where the reporting words are others, too.
    let mut is = was.clone();
    is.links[1] = link(&ids, "Nobody", "hurt");
    let found = settled(&was, is);
    assert_eq!((found.len(), found[1].cue.as_slice()), (2, [at("hurt")].as_slice()));
}

#[test]
fn what_is_rejected_for_one_claim_stays_for_another() {
    let was = soldiers(&Ids::counting());
    let is = Stand { links: was.links[..1].to_vec(), ..was.clone() };
    let found = settled(&was, is);
    assert_eq!(found[0], machine()[0]);
    assert_eq!(found[1].content, [at("and that two ships sank")]);
    // With all of its content rejected it goes.
    let was = Stand { content: vec![at(INNER)], ..was };
    let found = settled(&was, Stand { links: was.links[..1].to_vec(), ..was.clone() });
    assert_eq!(found, machine()[..1]);
}

#[test]
fn a_link_of_a_claim_that_had_none_is_added() {
    let ids = Ids::counting();
    let was = Stand { content: vec![at("Nobody was hurt")], links: Vec::new() };
    let is = Stand { links: vec![link(&ids, "the ministry", "said")], ..was.clone() };
    let found = settled(&was, is);
    assert_eq!(found[..2], machine());
    assert_eq!(found[2], attribution("the ministry", "said", "Nobody was hurt"));
}

#[test]
fn other_words_of_the_claim_change_its_part_of_the_content() {
    let was = soldiers(&Ids::counting());
    let is = Stand { content: vec![at("soldiers crossed")], ..was.clone() };
    let found = settled(&was, is);
    assert_eq!(found[1].content, [at("soldiers crossed"), at("and that two ships sank")]);
    assert_eq!(found[0].content, [at("the ministry said"), at("soldiers crossed"), at("and that two ships sank")]);
}

#[test]
fn a_link_without_words_means_the_content_that_shares_most() {
    let ids = Ids::counting();
    let bare = Said { id: ids.make(), source: None, cue: None, kind: Quotation::Indirect };
    let was = Stand { content: vec![at("400 soldiers crossed")], links: vec![bare] };
    let is = Stand { links: Vec::new(), ..was.clone() };
    let found = settled(&was, is);
    assert_eq!(found[0].content, [at("the ministry said"), at("and that two ships sank")], "of two that share as much, the first");
    assert_eq!(found[1], machine()[1]);
}

#[test]
fn where_the_machines_chain_is_not_known_a_link_means_what_its_words_or_the_content_say() {
    let ids = Ids::counting();
    let is = Stand { links: vec![link(&ids, "Nobody", "reported"), link(&ids, "hurt", "was")], ..soldiers(&ids) };
    let found = settle(&ScalarIndex::new(TEXT), &machine(), &[Corrected { was: None, is }]);
    assert_eq!((found.len(), found[0].source.as_slice(), found[0].cue.as_slice()), (2, [at("Nobody")].as_slice(), [at("reported")].as_slice()));
    assert_eq!((found[1].source.as_slice(), &found[1].content), ([at("hurt")].as_slice(), &machine()[1].content));
}
