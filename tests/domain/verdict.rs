//! Rules 3, 4 and 10: what a verdict needs, and what changing one does.

use crate::support::{Desk, finding, on_both_databases};
use corroborate::claim::store as claims;
use corroborate::claim::{AttributionVerdict, Risk, Substance, WorkState};
use corroborate::history::Action;
use corroborate::review::ReviewError;
use corroborate::review::amend;
use corroborate::review::attribute::{self, LinkEntry};
use corroborate::review::decide::{self, Finding, LinkFinding};
use corroborate::review::gather::{self, EvidenceEntry};
use corroborate::review::verdict::Missing;

on_both_databases! { Desk:
    a_verdict_without_a_rationale_is_refused,
    a_verdict_without_evidence_or_a_note_of_the_search_is_refused,
    a_verdict_with_evidence_needs_no_note_of_the_search,
    confirming_a_high_risk_claim_takes_two_independent_pieces,
    two_pieces_from_one_origin_count_as_one,
    only_an_editor_overrides_what_is_missing_and_says_why,
    a_finding_of_nothing_is_refused,
    a_verdict_begins_a_claim_and_takes_it,
    a_verdict_on_a_claim_set_aside_is_refused,
    the_weakest_link_is_the_claims_attribution_verdict,
    a_finding_on_a_link_of_another_claim_is_refused,
    links_left_out_keep_their_finding,
    a_finding_on_the_chain_alone_keeps_verdict_and_rationale,
    findings_are_kept_one_behind_the_other,
    a_verdict_after_sign_off_opens_the_claim_again,
    other_words_after_sign_off_open_the_claim_again,
    another_chain_after_sign_off_opens_the_claim_again,
    taking_the_last_evidence_away_opens_a_signed_off_claim_again,
    a_stale_verdict_is_refused_with_the_claim_as_it_is_now,
    a_link_set_again_as_it_is_changes_nothing,
}

fn missing(error: ReviewError) -> Vec<Missing> {
    match error {
        ReviewError::VerdictIncomplete(missing) => missing,
        other => panic!("{other:?}"),
    }
}

fn a_verdict_without_a_rationale_is_refused(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let bare = Finding { rationale: " \n", ..finding(Substance::Mixed) };
    assert_eq!(missing(desk.refused(|c| decide::set_verdict(c, &ron, claim.id, &bare, None))), [Missing::Rationale]);
}

fn a_verdict_without_evidence_or_a_note_of_the_search_is_refused(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let bare = Finding { searched: "", ..finding(Substance::Mixed) };
    assert_eq!(missing(desk.refused(|c| decide::set_verdict(c, &ron, claim.id, &bare, None))), [Missing::EvidenceOrSearch]);
}

fn a_verdict_with_evidence_needs_no_note_of_the_search(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    desk.evidence(&ron, claim.id, "Budget table");
    let bare = Finding { searched: "", ..finding(Substance::Confirmed) };
    assert_eq!(decide::set_verdict(desk.c(), &ron, claim.id, &bare, None).unwrap().substance, Some(Substance::Confirmed));
}

fn independent<'a>(title: &'a str, origin: &'a str) -> EvidenceEntry<'a> {
    EvidenceEntry { title, origin, independence: "independent", ..EvidenceEntry::default() }
}

fn confirming_a_high_risk_claim_takes_two_independent_pieces(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let claim = desk.claim();
    amend::set_risk(desk.c(), &eva, claim.id, Risk::High, None).unwrap();
    gather::attach_evidence(desk.c(), &ron, claim.id, &independent("Budget table", "Statistics Norland"), "supports").unwrap();
    let confirmed = finding(Substance::Confirmed);
    let second = [Missing::SecondIndependentPiece];
    assert_eq!(missing(desk.refused(|c| decide::set_verdict(c, &ron, claim.id, &confirmed, None))), second);
    gather::attach_evidence(desk.c(), &ron, claim.id, &independent("A denial", "Opposition"), "refutes").unwrap();
    assert_eq!(missing(desk.refused(|c| decide::set_verdict(c, &ron, claim.id, &confirmed, None))), second, "a piece against it bears nothing out");
    let unknown = EvidenceEntry { title: "A blog", ..EvidenceEntry::default() };
    gather::attach_evidence(desk.c(), &ron, claim.id, &unknown, "supports").unwrap();
    assert_eq!(missing(desk.refused(|c| decide::set_verdict(c, &ron, claim.id, &confirmed, None))), second, "nobody knows whether the blog stands apart");
    assert!(decide::set_verdict(desk.c(), &ron, claim.id, &finding(Substance::MostlyAccurate), None).is_ok(), "lesser verdicts need no second piece");
    gather::attach_evidence(desk.c(), &ron, claim.id, &independent("Audit report", "Court of Auditors"), "supports").unwrap();
    assert_eq!(decide::set_verdict(desk.c(), &ron, claim.id, &confirmed, None).unwrap().substance, Some(Substance::Confirmed));
}

fn two_pieces_from_one_origin_count_as_one(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let claim = desk.claim();
    amend::set_risk(desk.c(), &eva, claim.id, Risk::High, None).unwrap();
    for title in ["First newspaper", "Second newspaper"] {
        // The same agency, however it is spelt.
        let origin = if title.starts_with("First") { "Norland Press Agency" } else { "the  norland press agency" };
        gather::attach_evidence(desk.c(), &ron, claim.id, &independent(title, origin), "supports").unwrap();
    }
    let refused = desk.refused(|c| decide::set_verdict(c, &ron, claim.id, &finding(Substance::Confirmed), None));
    assert_eq!(missing(refused), [Missing::SecondIndependentPiece]);
}

fn only_an_editor_overrides_what_is_missing_and_says_why(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let claim = desk.claim();
    let bare = Finding { rationale: "", searched: "", override_reason: "The archive burned down.", ..finding(Substance::Unsupported) };
    let error = desk.refused(|c| decide::set_verdict(c, &ron, claim.id, &bare, None));
    assert!(matches!(error, ReviewError::Forbidden(_)), "{error:?}");
    let set = decide::set_verdict(desk.c(), &eva, claim.id, &bare, None).unwrap();
    let review = claims::find_review(desk.c(), set.review_id.unwrap()).unwrap().unwrap();
    assert_eq!(review.override_reason.as_deref(), Some("The archive burned down."));
    assert!(decide::still_missing(desk.c(), &set).unwrap().is_empty(), "what was let pass counts as there");
}

fn a_finding_of_nothing_is_refused(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let nothing = Finding { substance: None, ..finding(Substance::Mixed) };
    let error = desk.refused(|c| decide::set_verdict(c, &ron, claim.id, &nothing, None));
    assert!(matches!(&error, ReviewError::Invalid(fields) if fields[0].field == "substance"), "{error:?}");
}

fn a_verdict_begins_a_claim_and_takes_it(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let (set, lines) = desk.watch(|desk| desk.verdict(&ron, claim.id, Substance::Mixed));
    assert_eq!((set.state, set.assignee_id, set.verdict_by), (WorkState::Checking, ron.id, ron.id));
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].action(), Some(Action::VerdictSet));
    assert_eq!(lines[0].after_value()["substance"], "mixed");
    assert_eq!(lines[0].reason.as_deref(), Some("The ministry's own table says so."));
}

fn a_verdict_on_a_claim_set_aside_is_refused(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim_in(WorkState::SetAside);
    let error = desk.refused(|c| decide::set_verdict(c, &ron, claim.id, &finding(Substance::Mixed), None));
    assert!(matches!(error, ReviewError::SetAside), "{error:?}");
}

fn links(names: &[&str]) -> Vec<LinkEntry> {
    use corroborate::claim::{Quotation, Role};
    use corroborate::source::SourceKind;
    let link = |(n, name): (usize, &&str)| LinkEntry {
        role: if n == 0 { Role::Reporter } else { Role::Origin },
        source: (*name).to_owned(),
        kind: SourceKind::Organisation,
        quotation: Quotation::Indirect,
        mention: None,
        cue: None,
    };
    names.iter().enumerate().map(link).collect()
}

fn on_links(desk: &mut Desk, claim: corroborate::ids::ClaimId, verdicts: &[AttributionVerdict]) -> Vec<LinkFinding> {
    let chain = desk.chain(claim);
    let finding = |(link, verdict): (&claims::Attribution, &AttributionVerdict)| LinkFinding {
        attribution_id: link.id,
        verdict: Some(*verdict),
        note: format!("{verdict}"),
    };
    chain.iter().zip(verdicts).map(finding).collect()
}

fn the_weakest_link_is_the_claims_attribution_verdict(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    attribute::change_chain(desk.c(), &ron, claim.id, &links(&["Bloomberg", "Defense Ministry"]), None).unwrap();
    let links = on_links(desk, claim.id, &[AttributionVerdict::AsStated, AttributionVerdict::NotFound]);
    let set = decide::set_verdict(desk.c(), &ron, claim.id, &Finding { links, ..finding(Substance::Mixed) }, None).unwrap();
    assert_eq!(set.attribution, Some(AttributionVerdict::NotFound));
    let kept: Vec<_> = desk.chain(claim.id).iter().map(|link| (link.verdict, link.verdict_note.clone())).collect();
    assert_eq!(kept, [(Some(AttributionVerdict::AsStated), "as_stated".to_owned()), (Some(AttributionVerdict::NotFound), "not_found".to_owned())]);
}

fn a_finding_on_a_link_of_another_claim_is_refused(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let (claim, other) = (desk.claim(), desk.claim());
    let strange = desk.on_first_link(other.id, AttributionVerdict::AsStated);
    let refused = desk.refused(|c| decide::set_verdict(c, &ron, claim.id, &Finding { links: vec![strange], ..finding(Substance::Mixed) }, None));
    assert!(matches!(refused, ReviewError::NotFound(_)), "{refused:?}");
}

fn links_left_out_keep_their_finding(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    attribute::change_chain(desk.c(), &ron, claim.id, &links(&["Bloomberg", "Defense Ministry"]), None).unwrap();
    let both = on_links(desk, claim.id, &[AttributionVerdict::AsStated, AttributionVerdict::NotFound]);
    let second = both[1].clone();
    decide::set_verdict(desk.c(), &ron, claim.id, &Finding { links: vec![second], ..finding(Substance::Mixed) }, None).unwrap();
    let first = both[0].clone();
    let set = decide::set_verdict(desk.c(), &ron, claim.id, &Finding { links: vec![first], ..finding(Substance::Mixed) }, None).unwrap();
    assert_eq!(set.attribution, Some(AttributionVerdict::NotFound));
}

fn a_finding_on_the_chain_alone_keeps_verdict_and_rationale(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let claim = desk.claim();
    desk.verdict(&ron, claim.id, Substance::Mixed);
    let link = desk.on_first_link(claim.id, AttributionVerdict::AsStated);
    let set = decide::set_verdict(desk.c(), &rita, claim.id, &Finding { links: vec![link], ..Finding::default() }, None).unwrap();
    assert_eq!((set.substance, set.attribution), (Some(Substance::Mixed), Some(AttributionVerdict::AsStated)));
    assert_eq!(set.verdict_by, ron.id, "the verdict on the substance is still Ron's");
    let review = claims::find_review(desk.c(), set.review_id.unwrap()).unwrap().unwrap();
    assert_eq!((Some(review.reviewer_id), review.rationale.as_str()), (rita.id, "The ministry's own table says so."));
    assert!(decide::still_missing(desk.c(), &set).unwrap().is_empty());
}

fn findings_are_kept_one_behind_the_other(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let claim = desk.claim();
    desk.verdict(&ron, claim.id, Substance::Mixed);
    let set = desk.verdict(&rita, claim.id, Substance::Incorrect);
    let reviews = claims::reviews_of(desk.c(), &[claim.id]).unwrap();
    let said: Vec<_> = reviews.iter().map(|(review, who)| (review.substance, who.as_str())).collect();
    assert_eq!(said, [(Some(Substance::Mixed), "Ron Reviewer"), (Some(Substance::Incorrect), "Rita Reviewer")]);
    assert_eq!((set.review_id, set.verdict_by), (Some(reviews[1].0.id), rita.id));
}

fn a_verdict_after_sign_off_opens_the_claim_again(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim_in(WorkState::SignedOff);
    let (set, lines) = desk.watch(|desk| desk.verdict(&ron, claim.id, Substance::Incorrect));
    assert_eq!((set.state, set.signed_off_by, set.signed_off_at), (WorkState::Checking, None, None));
    assert_eq!(lines.len(), 1, "one deed, one line");
    assert_eq!((&lines[0].before_value()["state"], &lines[0].after_value()["state"]), (&"signed_off".into(), &"checking".into()));
}

fn other_words_after_sign_off_open_the_claim_again(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim_in(WorkState::SignedOff);
    let same = amend::reword_claim(desk.c(), &ron, claim.id, &claim.statement, None).unwrap();
    assert_eq!(same.state, WorkState::SignedOff, "the same words change nothing");
    let other = amend::reword_claim(desk.c(), &ron, claim.id, "Something else was said.", None).unwrap();
    assert_eq!((other.state, other.signed_off_by), (WorkState::Checking, None));
}

fn another_chain_after_sign_off_opens_the_claim_again(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim_in(WorkState::SignedOff);
    let other = attribute::change_chain(desk.c(), &ron, claim.id, &links(&["Somebody else"]), None).unwrap();
    assert_eq!((other.state, other.signed_off_by), (WorkState::Checking, None));
}

fn taking_the_last_evidence_away_opens_a_signed_off_claim_again(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let claim = desk.claim();
    let (first, second) = (desk.evidence(&ron, claim.id, "Budget table"), desk.evidence(&ron, claim.id, "Audit report"));
    decide::set_verdict(desk.c(), &ron, claim.id, &Finding { searched: "", ..finding(Substance::Mixed) }, None).unwrap();
    desk.move_to(&ron, claim.id, WorkState::InReview);
    desk.move_to(&eva, claim.id, WorkState::SignedOff);
    gather::detach_evidence(desk.c(), &ron, claim.id, first).unwrap();
    assert_eq!(desk.now(claim.id).state, WorkState::SignedOff, "one piece is left");
    let ((), lines) = desk.watch(|desk| gather::detach_evidence(desk.c(), &ron, claim.id, second).unwrap());
    assert_eq!(desk.now(claim.id).state, WorkState::Checking);
    assert_eq!(crate::support::actions(&lines), [Action::EvidenceDetached, Action::StateChanged]);
}

fn a_stale_verdict_is_refused_with_the_claim_as_it_is_now(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let claim = desk.claim();
    desk.verdict(&rita, claim.id, Substance::Incorrect);
    let error = desk.refused(|c| decide::set_verdict(c, &ron, claim.id, &finding(Substance::Mixed), Some(claim.revision)));
    let ReviewError::Stale { what: "claim", current } = error else { panic!("{error:?}") };
    assert_eq!((&current["substance"], &current["verdict_by"]), (&"incorrect".into(), &rita.id.unwrap().to_string().into()));
}

fn a_link_set_again_as_it_is_changes_nothing(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    attribute::change_chain(desk.c(), &ron, claim.id, &links(&["Bloomberg", "Defense Ministry"]), None).unwrap();
    let before = desk.test_db.all_rows();
    attribute::change_chain(desk.c(), &ron, claim.id, &links(&["bloomberg", "Defense Ministry"]), None).unwrap();
    assert_eq!(before, desk.test_db.all_rows());
}
