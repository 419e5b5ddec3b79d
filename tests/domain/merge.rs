//! Two entries of the registry made one, and taken apart again.

use crate::support::{Desk, actions, later, on_both_databases};
use corroborate::account::Acting;
use corroborate::claim::store::queue::ClaimFilter;
use corroborate::claim::store::{self as claims, queue};
use corroborate::claim::{Quotation, Role};
use corroborate::evidence::independence::{Piece, circular, independent_count};
use corroborate::evidence::store as evidence;
use corroborate::history::Action;
use corroborate::ids::{ChainId, ClaimId, Ids, SourceId};
use corroborate::intake::read::Limits;
use corroborate::intake::{NewArticle, import_article};
use corroborate::review::ReviewError;
use corroborate::review::attribute::{LinkEntry, change_chain};
use corroborate::review::gather::{self, EvidenceEntry};
use corroborate::review::undo::undo;
use corroborate::source::merge::{MergeOrder, merge_sources, unmerge_source};
use corroborate::source::registry::{self, SourceEntry};
use corroborate::source::store::merge::{Weight, parts_of, weigh};
use corroborate::source::{RegistryError, SourceKind, store};

on_both_databases! { Desk:
    what_points_to_the_one_that_goes_in_points_to_the_one_that_stays,
    later_imports_find_the_one_that_stays_by_all_its_names,
    taken_apart_each_gets_back_what_it_brought_and_later_claims_stay,
    three_in_a_row_come_apart_in_any_order,
    pieces_of_two_origins_that_are_one_count_once,
    a_merge_that_makes_no_sense_is_refused,
    a_merge_on_what_somebody_changed_meanwhile_says_who,
    only_who_keeps_the_registry_merges,
    a_merge_is_undone_from_the_history_and_so_is_taking_apart,
    older_corrections_are_undone_over_a_merge,
    what_was_merged_can_be_neither_changed_nor_noted_on,
}

fn enter(desk: &mut Desk, name: &str, aliases: &str) -> SourceId {
    let eva = desk.editor("Eva Editor");
    registry::add_source(desk.c(), &eva, &SourceEntry { name, kind: "government", aliases, ..SourceEntry::default() }).unwrap().id
}

fn order(from: SourceId, into: SourceId) -> MergeOrder {
    MergeOrder { from, into, from_revision: None, into_revision: None }
}

fn cite(desk: &mut Desk, who: &Acting, claim: ClaimId, names: &[&str]) {
    let link = |name: &&str| LinkEntry {
        role: Role::Origin,
        source: (*name).to_owned(),
        kind: SourceKind::Government,
        quotation: Quotation::Indirect,
        mention: None,
        cue: None,
    };
    let links: Vec<LinkEntry> = names.iter().map(link).collect();
    change_chain(desk.c(), who, claim, &links, None).unwrap();
}

fn chain(desk: &mut Desk, claim: ClaimId) -> Vec<String> {
    claims::chains_of(desk.c(), &[claim]).unwrap().into_iter().map(|(_, source)| source.name).collect()
}

fn aliases(desk: &mut Desk, id: SourceId) -> Vec<String> {
    store::aliases_of(desk.c(), &[id]).unwrap().into_iter().map(|row| row.alias).collect()
}

fn evidence_from(desk: &mut Desk, who: &Acting, claim: ClaimId, title: &str, origin: &str) {
    let entry = EvidenceEntry { title, origin, independence: "independent", ..EvidenceEntry::default() };
    gather::attach_evidence(desk.c(), who, claim, &entry, "supports").unwrap();
}

fn what_points_to_the_one_that_goes_in_points_to_the_one_that_stays(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let (ministry, mod_) = (enter(desk, "Ministry of Defence", "Defence Ministry"), enter(desk, "The MoD", "MoD press office\nDefence Ministry"));
    let (one, two) = (desk.claim().id, desk.claim().id);
    cite(desk, &eva, one, &["MoD"]);
    cite(desk, &eva, two, &["Ministry of Defence"]);
    evidence_from(desk, &eva, one, "A table", "MoD");
    registry::note_reliability(desk.c(), &eva, mod_, "Denied it twice.").unwrap();
    let (stays, lines) = desk.watch(|desk| merge_sources(desk.c(), &eva, order(mod_, ministry)).unwrap());
    assert_eq!((stays.id, stays.revision, stays.merged_into), (ministry, 2, None));
    assert_eq!(store::find(desk.c(), mod_).unwrap().unwrap().merged_into, Some(ministry));
    assert_eq!((chain(desk, one), chain(desk, two)), (vec!["Ministry of Defence".to_owned()], vec!["Ministry of Defence".to_owned()]));
    assert_eq!(weigh(desk.c(), ministry).unwrap(), Weight { claims: 2, evidence: 1, notes: 1 });
    assert_eq!(weigh(desk.c(), mod_).unwrap(), Weight::default());
    assert_eq!(aliases(desk, ministry), ["Defence Ministry", "MoD press office", "The MoD"]);
    assert_eq!(store::notes_of(desk.c(), &[ministry]).unwrap().len(), 1);
    // The queue finds the claims of both, also by the old address.
    for source in [ministry, mod_] {
        let filter = ClaimFilter { source: Some(source), ..ClaimFilter::default() };
        assert_eq!(queue::list(desk.c(), &filter, queue::QueueSort::Newest, None, 10).unwrap().rows.len(), 2);
    }
    let listed: Vec<String> = store::list(desk.c(), None, None, 50).unwrap().rows.into_iter().map(|source| source.name).collect();
    assert!(!listed.contains(&"The MoD".to_owned()), "{listed:?}");
    let found: Vec<String> = store::list(desk.c(), Some("mod"), None, 50).unwrap().rows.into_iter().map(|source| source.name).collect();
    assert_eq!(found, ["Ministry of Defence"]);
    // One line on the desk's chain, with what was and is.
    assert_eq!((actions(&lines), lines[0].chain_id), (vec![Action::SourceMerged], ChainId::DESK));
    assert_eq!(lines[0].before_value()["names"], serde_json::json!(["Defence Ministry"]));
    let after = lines[0].after_value();
    assert_eq!((&after["claims"], &after["evidence"], &after["notes"]), (&1.into(), &1.into(), &1.into()));
    desk.history_is_whole();
}

fn later_imports_find_the_one_that_stays_by_all_its_names(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let courier = enter(desk, "Norland Press Agency", "");
    let claim = desk.claim();
    let bloomberg = desk.chain(claim.id)[0].source_id;
    assert_eq!(chain(desk, claim.id)[0], "Bloomberg");
    merge_sources(desk.c(), &eva, order(bloomberg, courier)).unwrap();
    let again = desk.claim();
    assert_eq!(desk.chain(again.id)[0].source_id, courier);
    // And so do evidence and a corrected chain.
    evidence_from(desk, &eva, again.id, "A table", "bloomberg");
    assert_eq!(weigh(desk.c(), courier).unwrap().evidence, 1);
    cite(desk, &eva, again.id, &["The Bloomberg"]);
    assert_eq!(desk.chain(again.id)[0].source_id, courier);
}

fn taken_apart_each_gets_back_what_it_brought_and_later_claims_stay(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let (ministry, mod_) = (enter(desk, "Ministry of Defence", ""), enter(desk, "MoD", "The spokesman"));
    let (one, two, three) = (desk.claim().id, desk.claim().id, desk.claim().id);
    cite(desk, &eva, one, &["MoD"]);
    cite(desk, &eva, two, &["MoD"]);
    evidence_from(desk, &eva, one, "A table", "MoD");
    merge_sources(desk.c(), &eva, order(mod_, ministry)).unwrap();
    cite(desk, &eva, three, &["MoD"]);
    // One of the links that moved is corrected away meanwhile, and one name is taken from the entry.
    cite(desk, &eva, two, &["Somebody else"]);
    let entry = SourceEntry { name: "Ministry of Defence", kind: "government", aliases: "MoD\nDefence", ..SourceEntry::default() };
    registry::amend_source(desk.c(), &eva, ministry, &entry, 2).unwrap();
    let (apart, lines) = desk.watch(|desk| unmerge_source(desk.c(), &eva, mod_, None).unwrap());
    assert_eq!((apart.merged_into, actions(&lines)), (None, vec![Action::SourceUnmerged]));
    assert_eq!(
        (chain(desk, one), chain(desk, two), chain(desk, three)),
        (vec!["MoD".to_owned()], vec!["Somebody else".to_owned()], vec!["Ministry of Defence".to_owned()])
    );
    assert_eq!(weigh(desk.c(), mod_).unwrap(), Weight { claims: 1, evidence: 1, notes: 0 });
    assert_eq!((aliases(desk, ministry), aliases(desk, mod_)), (vec!["Defence".to_owned()], vec!["The spokesman".to_owned()]));
    cite(desk, &eva, two, &["MoD"]);
    assert_eq!(desk.chain(two)[0].source_id, mod_);
    let error = desk.refused(|c| unmerge_source(c, &eva, mod_, None));
    assert!(matches!(error, RegistryError::NotMerged(name) if name == "MoD"));
}

fn three_in_a_row_come_apart_in_any_order(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let ids = [enter(desk, "A", "a1"), enter(desk, "B", "b1"), enter(desk, "C", "c1")];
    let claims = [desk.claim().id, desk.claim().id, desk.claim().id];
    for (claim, name) in claims.iter().zip(["A", "B", "C"]) {
        cite(desk, &eva, *claim, &[name]);
    }
    let said = |desk: &mut Desk| claims.map(|claim| chain(desk, claim).join(""));
    for first in [0, 1] {
        merge_sources(desk.c(), &eva, order(ids[0], ids[1])).unwrap();
        merge_sources(desk.c(), &eva, order(ids[1], ids[2])).unwrap();
        assert_eq!(said(desk), ["C", "C", "C"]);
        assert_eq!(aliases(desk, ids[2]), ["A", "B", "a1", "b1", "c1"].map(str::to_owned));
        assert_eq!(parts_of(desk.c(), &[ids[2]]).unwrap().len(), 2, "each names the one that stays");
        unmerge_source(desk.c(), &eva, ids[first], None).unwrap();
        // B takes along what went into it.
        assert_eq!(said(desk), if first == 0 { ["A", "C", "C"] } else { ["B", "B", "C"] });
        unmerge_source(desk.c(), &eva, ids[1 - first], None).unwrap();
        assert_eq!(said(desk), ["A", "B", "C"]);
        assert_eq!([0, 1, 2].map(|n| aliases(desk, ids[n]).join(" ")), ["a1", "b1", "c1"]);
    }
    // What has gone home and elsewhere is not claimed by the one that it went through.
    merge_sources(desk.c(), &eva, order(ids[0], ids[1])).unwrap();
    merge_sources(desk.c(), &eva, order(ids[1], ids[2])).unwrap();
    unmerge_source(desk.c(), &eva, ids[0], None).unwrap();
    merge_sources(desk.c(), &eva, order(ids[0], ids[2])).unwrap();
    unmerge_source(desk.c(), &eva, ids[1], None).unwrap();
    assert_eq!(said(desk), ["C", "B", "C"]);
    desk.history_is_whole();
}

fn pieces_of_two_origins_that_are_one_count_once(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let (ministry, mod_) = (enter(desk, "Ministry of Defence", ""), enter(desk, "MoD", ""));
    let claim = desk.claim().id;
    evidence_from(desk, &eva, claim, "One", "MoD");
    evidence_from(desk, &eva, claim, "Two", "Ministry of Defence");
    let count = |desk: &mut Desk| {
        let rows = evidence::list_of_claims(desk.c(), &[claim]).unwrap();
        let pieces: Vec<Piece<'_>> = rows.iter().map(|(tie, piece)| Piece::of(tie, piece)).collect();
        (independent_count(&pieces), circular(&pieces).len())
    };
    assert_eq!(count(desk), (2, 0));
    merge_sources(desk.c(), &eva, order(mod_, ministry)).unwrap();
    assert_eq!(count(desk), (1, 1));
}

fn a_merge_that_makes_no_sense_is_refused(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let ids = [enter(desk, "A", ""), enter(desk, "B", ""), enter(desk, "C", "")];
    let error = desk.refused(|c| merge_sources(c, &eva, order(ids[0], ids[0])));
    assert!(matches!(error, RegistryError::WithItself), "{error:?}");
    let error = desk.refused(|c| merge_sources(c, &eva, order(ids[0], Ids::System.make())));
    assert!(matches!(error, RegistryError::NotFound), "{error:?}");
    merge_sources(desk.c(), &eva, order(ids[0], ids[1])).unwrap();
    for again in [order(ids[0], ids[1]), order(ids[1], ids[0]), order(ids[0], ids[2]), order(ids[2], ids[0])] {
        let error = desk.refused(|c| merge_sources(c, &eva, again));
        let told = matches!(&error, RegistryError::AlreadyMerged { name, into, by } if name == "A" && into == "B" && by == "Eva Editor");
        assert!(told, "{error:?}");
    }
}

fn a_merge_on_what_somebody_changed_meanwhile_says_who(desk: &mut Desk) {
    let (eva, emil) = (desk.editor("Eva Editor"), desk.editor("Emil Editor"));
    let ids = [enter(desk, "A", ""), enter(desk, "B", ""), enter(desk, "C", "")];
    let entry = SourceEntry { name: "A of Norland", kind: "government", ..SourceEntry::default() };
    registry::amend_source(desk.c(), &later(&emil, 5), ids[0], &entry, 1).unwrap();
    let seen = MergeOrder { from: ids[0], into: ids[1], from_revision: Some(1), into_revision: Some(1) };
    let error = desk.refused(|c| merge_sources(c, &eva, seen));
    assert!(matches!(&error, RegistryError::ChangedMeanwhile { name, by } if name == "A of Norland" && by == "Emil Editor"), "{error:?}");
    // Taking another one in is a change too.
    merge_sources(desk.c(), &later(&emil, 6), order(ids[2], ids[1])).unwrap();
    let error = desk.refused(|c| merge_sources(c, &eva, MergeOrder { from_revision: Some(2), ..seen }));
    assert!(matches!(&error, RegistryError::ChangedMeanwhile { name, by } if name == "B" && by == "Emil Editor"), "{error:?}");
    merge_sources(desk.c(), &eva, MergeOrder { from_revision: Some(2), into_revision: Some(2), ..seen }).unwrap();
}

fn only_who_keeps_the_registry_merges(desk: &mut Desk) {
    let (eva, ron) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"));
    let (a, b) = (enter(desk, "A", ""), enter(desk, "B", ""));
    assert!(matches!(desk.refused(|c| merge_sources(c, &ron, order(a, b))), RegistryError::Forbidden(_)));
    let (_, lines) = desk.watch(|desk| merge_sources(desk.c(), &eva, order(a, b)).unwrap());
    assert!(matches!(desk.refused(|c| unmerge_source(c, &ron, a, None)), RegistryError::Forbidden(_)));
    assert!(matches!(desk.refused(|c| undo(c, &ron, lines[0].id)), ReviewError::Forbidden(_)));
    let ada = desk.admin("Ada Admin");
    unmerge_source(desk.c(), &ada, a, None).unwrap();
}

fn a_merge_is_undone_from_the_history_and_so_is_taking_apart(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let (ministry, mod_) = (enter(desk, "Ministry of Defence", ""), enter(desk, "MoD", ""));
    let claim = desk.claim().id;
    cite(desk, &eva, claim, &["MoD"]);
    let (_, merged) = desk.watch(|desk| merge_sources(desk.c(), &eva, order(mod_, ministry)).unwrap());
    let ((), apart) = desk.watch(|desk| undo(desk.c(), &eva, merged[0].id).unwrap());
    assert_eq!((actions(&apart), apart[0].undoes), (vec![Action::SourceUnmerged], Some(merged[0].id)));
    assert_eq!(chain(desk, claim), ["MoD"]);
    assert!(matches!(desk.refused(|c| undo(c, &eva, merged[0].id)), ReviewError::AlreadyUndone));
    let ((), again) = desk.watch(|desk| undo(desk.c(), &eva, apart[0].id).unwrap());
    assert_eq!((actions(&again), again[0].undoes), (vec![Action::SourceMerged], Some(apart[0].id)));
    assert_eq!(chain(desk, claim), ["Ministry of Defence"]);
    // Something else was done since.
    unmerge_source(desk.c(), &eva, mod_, None).unwrap();
    assert!(matches!(desk.refused(|c| undo(c, &eva, again[0].id)), ReviewError::UndoStale));
    desk.history_is_whole();
}

fn older_corrections_are_undone_over_a_merge(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let claim = desk.claim();
    let before = chain(desk, claim.id);
    let ((), corrected) = desk.watch(|desk| cite(desk, &eva, claim.id, &["MoD", "Somebody"]));
    let ids = [corrected[0].id];
    let (ministry, mod_) = (enter(desk, "Ministry of Defence", ""), desk.chain(claim.id)[0].source_id);
    merge_sources(desk.c(), &eva, order(mod_, ministry)).unwrap();
    // Both the source that the chain has and one that it had are merged.
    let press = enter(desk, "The world's press", "");
    let bloomberg = store::find_by_keys(desk.c(), &["bloomberg".to_owned()]).unwrap()[0].1;
    merge_sources(desk.c(), &eva, order(bloomberg, press)).unwrap();
    undo(desk.c(), &eva, ids[0]).unwrap();
    assert_eq!(chain(desk, claim.id), ["The world's press".to_owned(), before[1].clone()]);
    let (piece, attached) = desk.watch(|desk| {
        let entry = EvidenceEntry { title: "A table", origin: "Somebody", ..EvidenceEntry::default() };
        gather::attach_evidence(desk.c(), &eva, claim.id, &entry, "").unwrap()
    });
    assert_eq!(actions(&attached), [Action::EvidenceAttached]);
    let entry = EvidenceEntry { title: "A better table", origin: "Somebody", ..EvidenceEntry::default() };
    let (_, amended) = desk.watch(|desk| gather::amend_evidence(desk.c(), &eva, piece.id, &entry, None, 1).unwrap());
    let somebody = store::find_by_keys(desk.c(), &["somebody".to_owned()]).unwrap()[0].1;
    merge_sources(desk.c(), &eva, order(somebody, press)).unwrap();
    undo(desk.c(), &eva, amended[0].id).unwrap();
    let now = evidence::find(desk.c(), piece.id).unwrap().unwrap();
    assert_eq!((now.title.as_str(), now.origin_id), ("A table", Some(press)));
    desk.history_is_whole();
}

fn what_was_merged_can_be_neither_changed_nor_noted_on(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let (ministry, mod_) = (enter(desk, "Ministry of Defence", ""), enter(desk, "MoD", ""));
    merge_sources(desk.c(), &eva, order(mod_, ministry)).unwrap();
    let entry = SourceEntry { name: "MoD", kind: "outlet", ..SourceEntry::default() };
    let error = desk.refused(|c| registry::amend_source(c, &eva, mod_, &entry, 2));
    assert!(matches!(error, RegistryError::AlreadyMerged { .. }), "{error:?}");
    let error = desk.refused(|c| registry::note_reliability(c, &eva, mod_, "?"));
    assert!(matches!(error, RegistryError::AlreadyMerged { .. }), "{error:?}");
    // Its name is still taken, so that no second entry of it comes in.
    let error = desk.refused(|c| registry::add_source(c, &eva, &SourceEntry { name: "mod", ..entry }));
    assert!(matches!(error, RegistryError::NameTaken), "{error:?}");
    let text = "MoD said the bridge was closed for 3 days.";
    import_article(desk.c(), &eva, &NewArticle { title: "T", text, ..NewArticle::default() }, &Limits::default()).unwrap();
}
