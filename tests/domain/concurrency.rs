//! Rule 7 under load: writers at the same time lose nothing, and never wait for each other in a ring.

use crate::support::{Desk, Dice, because, finding, on_both_databases, seed};
use corroborate::account::{AccountError, Acting, Role, member};
use corroborate::article::SentenceKind;
use corroborate::article::store as articles;
use corroborate::claim::store as claims;
use corroborate::claim::{Risk, Substance, WorkState};
use corroborate::db::DbConnection;
use corroborate::evidence::store as evidence;
use corroborate::history::chain_of;
use corroborate::ids::ClaimId;
use corroborate::intake::read::Limits;
use corroborate::intake::{NewArticle, import_article};
use corroborate::review::ReviewError;
use corroborate::review::article::{reopen_article, sign_off_article};
use corroborate::review::assign::{self, Order};
use corroborate::review::attribute::{LinkEntry, change_chain};
use corroborate::review::gather::{self, EvidenceEntry};
use corroborate::review::{amend, decide, discuss, undo};
use corroborate::source::merge::{MergeOrder, merge_sources};
use corroborate::source::registry::{self, SourceEntry};
use corroborate::source::{RegistryError, SourceKind, store};
use corroborate::span::Span;
use std::sync::Barrier;

on_both_databases! { Desk:
    of_two_with_the_same_revision_one_wins_and_the_other_is_told,
    remarks_made_at_the_same_time_are_all_kept_in_one_chain,
    claims_added_at_the_same_time_get_a_number_each,
    imports_at_the_same_time_enter_each_source_once,
    two_admins_can_not_disable_each_other_at_once,
    a_step_is_taken_back_by_one_of_two,
    of_two_merges_of_the_same_sources_one_wins_and_the_other_is_told,
    a_source_that_is_cited_while_it_is_merged_is_the_one_that_stays,
    pieces_changed_across_articles_do_not_block_each_other,
    an_article_is_never_signed_off_while_a_claim_is_being_opened,
    anything_by_anybody_at_once_leaves_everything_whole,
}

/// Does something on several connections at the same moment.
fn at_once<T: Send>(desk: &Desk, threads: usize, work: impl Fn(usize, &mut DbConnection) -> T + Sync) -> Vec<T> {
    let (db, barrier) = (desk.db(), Barrier::new(threads));
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads)
            .map(|n| {
                let (db, barrier, work) = (db.clone(), &barrier, &work);
                scope.spawn(move || {
                    let mut c = db.get().unwrap();
                    barrier.wait();
                    work(n, &mut c)
                })
            })
            .collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

fn of_two_with_the_same_revision_one_wins_and_the_other_is_told(desk: &mut Desk) {
    let hands = [desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"), desk.editor("Eva Editor"), desk.admin("Ada Admin")];
    for _ in 0..5 {
        let claim = desk.claim();
        let statement = |n: usize| format!("As {} puts it.", hands[n].name);
        let results = at_once(desk, 4, |n, c| amend::reword_claim(c, &hands[n], claim.id, &statement(n), Some(claim.revision)));
        let won: Vec<_> = results.iter().filter_map(|result| result.as_ref().ok()).collect();
        assert_eq!(won.len(), 1, "{results:?}");
        assert_eq!(desk.now(claim.id), *won[0]);
        for error in results.iter().filter_map(|result| result.as_ref().err()) {
            assert!(matches!(error, ReviewError::Stale { what: "claim", current } if current["statement"] == won[0].statement), "{error:?}");
        }
    }
    desk.history_is_whole();
}

fn remarks_made_at_the_same_time_are_all_kept_in_one_chain(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let before = corroborate::history::count_lines(desk.c(), chain_of(claim.article_id)).unwrap();
    at_once(desk, 6, |n, c| {
        for k in 0..10 {
            discuss::add_comment(c, &ron, claim.id, &format!("Remark {n}.{k}")).unwrap();
        }
    });
    assert_eq!(claims::comments_of(desk.c(), claim.id, None, 100).unwrap().len(), 60);
    assert_eq!(corroborate::history::count_lines(desk.c(), chain_of(claim.article_id)).unwrap(), before + 60);
    desk.history_is_whole();
}

fn claims_added_at_the_same_time_get_a_number_each(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let article = desk.article();
    let before = desk.claims_of(&article).len();
    at_once(desk, 6, |n, c| {
        for k in 0..4 {
            amend::add_claim(c, &ron, article.id, &[Span::new(0, 10)], &format!("Statement {n}.{k}")).unwrap();
        }
    });
    let numbers: Vec<_> = desk.claims_of(&article).iter().map(|claim| claim.number).collect();
    assert_eq!(numbers, (1..=i32::try_from(before + 24).unwrap()).collect::<Vec<_>>());
}

fn imports_at_the_same_time_enter_each_source_once(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let text = "Reuters said 40 people came. Bloomberg reported 50 people left. The Kremlin said 60 people stayed.";
    let all = at_once(desk, 6, |_, c| {
        (0..3).map(|_| import_article(c, &eva, &NewArticle { text, ..NewArticle::default() }, &Limits::default()).unwrap()).collect::<Vec<_>>()
    });
    assert_eq!(all.iter().map(Vec::len).sum::<usize>(), 18);
    let names: Vec<_> = corroborate::source::store::list(desk.c(), None, None, 200).unwrap().rows.into_iter().map(|source| source.name_key).collect();
    let mut once = names.clone();
    once.dedup();
    assert_eq!(names, once);
    assert!(!names.is_empty());
    desk.history_is_whole();
}

fn two_admins_can_not_disable_each_other_at_once(desk: &mut Desk) {
    let admins = [desk.admin("Ada Admin"), desk.admin("Otto Admin")];
    for _ in 0..10 {
        let results = at_once(desk, 2, |n, c| member::change_role(c, &admins[n], admins[1 - n].id.unwrap(), Role::Editor, None));
        let refused: Vec<_> = results.iter().filter_map(|result| result.as_ref().err()).collect();
        assert!(matches!(refused[..], [AccountError::LastAdmin]), "{results:?}");
        for admin in &admins {
            let cli = desk.command_line();
            member::change_role(desk.c(), &cli, admin.id.unwrap(), Role::Admin, None).unwrap();
        }
    }
}

fn a_step_is_taken_back_by_one_of_two(desk: &mut Desk) {
    let hands = [desk.editor("Eva Editor"), desk.editor("Emil Editor")];
    for _ in 0..5 {
        let claim = desk.claim();
        let ron = desk.reviewer("Ron Reviewer");
        let (_, lines) = desk.watch(|desk| desk.evidence(&ron, claim.id, "A table"));
        let results = at_once(desk, 2, |n, c| undo::undo(c, &hands[n], lines[0].id));
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
        assert!(results.iter().any(|result| matches!(result, Err(ReviewError::AlreadyUndone))), "{results:?}");
    }
}

/// In whatever direction: no ring arises, and whoever was later hears from whom.
fn of_two_merges_of_the_same_sources_one_wins_and_the_other_is_told(desk: &mut Desk) {
    let hands = [desk.editor("Eva Editor"), desk.editor("Emil Editor")];
    for round in 0..8 {
        let sources: Vec<_> = ["Ministry of Defence", "MoD"]
            .map(|name| format!("{name} {round}"))
            .iter()
            .map(|name| registry::add_source(desk.c(), &hands[0], &SourceEntry { name, kind: "government", ..SourceEntry::default() }).unwrap().id)
            .collect();
        // The same way in even rounds, against each other in odd ones.
        let order =
            |n: usize| MergeOrder { from: sources[(n * round) % 2], into: sources[(n * round + 1) % 2], from_revision: Some(1), into_revision: Some(1) };
        let results = at_once(desk, 2, |n, c| merge_sources(c, &hands[n], order(n)));
        let won = results.iter().position(Result::is_ok).unwrap();
        let other = &results[1 - won];
        assert!(matches!(other, Err(RegistryError::AlreadyMerged { by, .. }) if *by == hands[won].name), "{results:?}");
        let merged: Vec<_> = sources.iter().map(|id| store::find(desk.c(), *id).unwrap().unwrap().merged_into).collect();
        assert_eq!(merged.iter().flatten().count(), 1, "{merged:?}");
    }
    desk.history_is_whole();
}

fn a_source_that_is_cited_while_it_is_merged_is_the_one_that_stays(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let claims = [desk.claim(), desk.claim(), desk.claim()];
    for round in 0..6 {
        let names = ["The ministry", "Its spokesman"].map(|name| format!("{name} {round}"));
        let ids: Vec<_> = names
            .iter()
            .map(|name| registry::add_source(desk.c(), &eva, &SourceEntry { name, kind: "government", ..SourceEntry::default() }).unwrap().id)
            .collect();
        at_once(desk, 4, |n, c| match claims.get(n) {
            Some(claim) => {
                let link = LinkEntry {
                    role: corroborate::claim::Role::Origin,
                    source: names[1].clone(),
                    kind: SourceKind::Person,
                    quotation: corroborate::claim::Quotation::Indirect,
                    mention: None,
                    cue: None,
                };
                drop(change_chain(c, &eva, claim.id, &[link], None).unwrap());
                let entry = EvidenceEntry { title: "A table", origin: &names[1], ..EvidenceEntry::default() };
                drop(gather::attach_evidence(c, &eva, claim.id, &entry, "").unwrap());
            }
            None => drop(merge_sources(c, &eva, MergeOrder { from: ids[1], into: ids[0], from_revision: None, into_revision: None }).unwrap()),
        });
        assert_eq!(store::merge::weigh(desk.c(), ids[1]).unwrap(), store::merge::Weight::default());
        assert_eq!(store::merge::weigh(desk.c(), ids[0]).unwrap(), store::merge::Weight { claims: 3, evidence: 3, notes: 0 });
        for claim in &claims {
            assert_eq!(desk.chain(claim.id)[0].source_id, ids[0]);
        }
    }
    desk.history_is_whole();
}

fn pieces_changed_across_articles_do_not_block_each_other(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let (a, b) = (desk.article(), desk.article());
    let (in_a, in_b) = (desk.claims_of(&a), desk.claims_of(&b));
    // Each piece serves both articles, and meets them in another order.
    let later_in_a = amend::add_claim(desk.c(), &ron, a.id, &[Span::new(0, 10)], "Later in a").unwrap();
    let one = desk.evidence(&ron, in_a[0].id, "One");
    gather::attach_existing(desk.c(), &ron, in_b[0].id, one, "").unwrap();
    let two = desk.evidence(&ron, in_b[1].id, "Two");
    gather::attach_existing(desk.c(), &ron, later_in_a.id, two, "").unwrap();
    at_once(desk, 2, |n, c| {
        let piece = [one, two][n];
        for k in 0..20 {
            let revision = evidence::find(c, piece).unwrap().unwrap().revision;
            let title = format!("Title {k}");
            gather::amend_evidence(c, &ron, piece, &EvidenceEntry { title: &title, ..EvidenceEntry::default() }, None, revision).unwrap();
        }
    });
    desk.history_is_whole();
}

fn an_article_is_never_signed_off_while_a_claim_is_being_opened(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    for _ in 0..8 {
        let article = desk.article();
        for claim in desk.claims_of(&article) {
            desk.bring(claim, WorkState::SignedOff);
        }
        let claim = desk.claims_of(&article).remove(0);
        at_once(desk, 2, |n, c| match n {
            0 => sign_off_article(c, &eva, article.id, "", None).map(|_| ()),
            _ => decide::transition(c, &ron, claim.id, &because(WorkState::Checking, "New figures."), None).map(|_| ()),
        });
        assert_eq!(desk.now(claim.id).state, WorkState::Checking);
        assert_eq!(desk.article_now(article.id).state, corroborate::article::ArticleState::Open, "an article with an open claim is not signed off");
    }
}

/// Something that somebody might do to a claim at any time; refusals are part of life, failures are not.
fn something(dice: &mut Dice, c: &mut DbConnection, who: &Acting, ids: &[ClaimId], article: corroborate::ids::ArticleId) -> Result<(), ReviewError> {
    let id = *dice.one_of(ids);
    match dice.below(12) {
        0 => decide::set_verdict(c, who, id, &finding(*dice.one_of(&[Substance::Mixed, Substance::Incorrect])), None).map(|_| ()),
        1 => amend::reword_claim(c, who, id, &format!("Statement {}", dice.below(1_000)), None).map(|_| ()),
        2 | 3 => {
            let to = *dice.one_of(<WorkState as corroborate::code::Code>::ALL);
            decide::transition(c, who, id, &because(to, "So it goes."), None).map(|_| ())
        }
        4 => discuss::add_comment(c, who, id, "Hm.").map(|_| ()),
        5 => assign::assign_claims(c, who, ids, &Order { assignee: Some(Some(who.id.unwrap())), ..Order::default() }).map(|_| ()),
        6 => assign::assign_claims(c, who, ids, &Order { assignee: Some(None), message: "Back.", ..Order::default() }).map(|_| ()),
        7 => gather::attach_evidence(c, who, id, &EvidenceEntry { title: "A piece", origin: "An origin", ..EvidenceEntry::default() }, "").map(|_| ()),
        8 => amend::set_risk(c, who, id, *dice.one_of(&[Risk::Normal, Risk::High]), None).map(|_| ()),
        9 => sign_off_article(c, who, article, "In a hurry.", None).map(|_| ()),
        10 => reopen_article(c, who, article, "A letter came.", None).map(|_| ()),
        _ => {
            let version = articles::find_article(c, article)?.unwrap().version_id;
            let sentence = articles::list_sentences(c, version)?.remove(0);
            amend::mark_sentence(c, who, sentence.id, *dice.one_of(&[SentenceKind::Claim, SentenceKind::Opinion]), None).map(|_| ())
        }
    }
}

fn anything_by_anybody_at_once_leaves_everything_whole(desk: &mut Desk) {
    let seed = seed();
    let hands = [desk.editor("Eva Editor"), desk.editor("Emil Editor"), desk.admin("Ada Admin"), desk.reviewer("Ron Reviewer")];
    let (one, two) = (desk.article(), desk.article());
    let ids: Vec<_> = desk.claims_of(&one).into_iter().chain(desk.claims_of(&two)).map(|claim| claim.id).collect();
    let done: Vec<usize> = at_once(desk, 4, |n, c| {
        let mut dice = Dice(seed + u64::try_from(n).unwrap());
        (0..60)
            .filter(|_| {
                let article = if dice.below(2) == 0 { one.id } else { two.id };
                match something(&mut dice, c, &hands[n], &ids, article) {
                    Ok(()) => true,
                    Err(ReviewError::Store(error)) => panic!("seed {seed}: {error}"),
                    Err(_) => false,
                }
            })
            .count()
    });
    assert!(done.iter().all(|done| *done > 10), "{done:?}");
    desk.history_is_whole();
    for id in ids {
        let claim = desk.now(id);
        assert_eq!(claim.state == WorkState::SignedOff, claim.signed_off_at.is_some(), "seed {seed}: {claim:?}");
        assert_eq!(claim.state == WorkState::SetAside, claim.set_aside.is_some(), "seed {seed}: {claim:?}");
        // The newest line about each field says what the field says.
        let lines = desk.lines();
        let told = |field: &str| {
            lines.iter().rev().find(|line| line.claim_id == Some(id) && line.after_value().get(field).is_some()).map(|l| l.after_value()[field].clone())
        };
        for (field, value) in [("state", serde_json::json!(claim.state)), ("statement", claim.statement.clone().into()), ("risk", claim.risk.into())] {
            if let Some(told) = told(field) {
                assert_eq!(told, value, "seed {seed}: {field}");
            }
        }
    }
}
