//! A second check: who can be asked, that it is compared with the finding in force and changes none, and that whoever was
//! asked decides nothing else meanwhile.

use crate::support::{Desk, because, finding, later, on_both_databases};
use corroborate::account::Acting;
use corroborate::claim::store::second::{self, SecondCheck};
use corroborate::claim::{AttributionVerdict, Substance, WorkState};
use corroborate::history::Action;
use corroborate::ids::ClaimId;
use corroborate::inbox::News;
use corroborate::inbox::store as inbox;
use corroborate::review::agreement::over;
use corroborate::review::decide::{self, Finding};
use corroborate::review::second::{Opinion, ask, give, withdraw};
use corroborate::review::verdict::Missing;
use corroborate::review::{ReviewError, assign};

on_both_databases! { Desk:
    a_second_check_is_compared_with_the_finding_in_force_and_changes_none,
    only_somebody_who_knows_nothing_of_it_can_be_asked,
    one_at_a_time_and_only_where_there_is_something_to_compare,
    whoever_was_asked_decides_nothing_else_and_does_not_get_the_claim,
    a_second_finding_needs_what_every_finding_needs,
    it_is_called_off_or_declined_with_a_reason_once,
    agreement_is_counted_over_all_that_were_given,
}

fn asked(desk: &mut Desk, claim: ClaimId, whom: &Acting) -> SecondCheck {
    let eva = desk.editor("Eva Editor");
    ask(desk.c(), &eva, claim, whom.id.unwrap(), "The figure carries the headline.").unwrap()
}

fn opinion(substance: Substance) -> Opinion<'static> {
    Opinion { substance: Some(substance), rationale: "Its table says 398.", searched: "The ministry's site.", ..Opinion::default() }
}

fn a_second_check_is_compared_with_the_finding_in_force_and_changes_none(desk: &mut Desk) {
    let rita = desk.reviewer("Rita Reviewer");
    let claim = desk.claim_in(WorkState::InReview);
    let (check, lines) = desk.watch(|desk| asked(desk, claim.id, &rita));
    assert_eq!((lines.len(), lines[0].action()), (1, Some(Action::SecondCheckAsked)));
    assert_eq!(lines[0].reason.as_deref(), Some("The figure carries the headline."));
    let link = desk.on_first_link(claim.id, AttributionVerdict::WordingDiffers);
    let found = Opinion { links: vec![link], ..opinion(Substance::Mixed) };
    let rita = later(&rita, 30);
    let (given, lines) = desk.watch(|desk| give(desk.c(), &rita, check.id, &found).unwrap());
    assert_eq!((lines.len(), lines[0].action()), (1, Some(Action::SecondCheckGiven)));
    assert_eq!((given.substance, given.attribution), (Some(Substance::Mixed), Some(AttributionVerdict::WordingDiffers)));
    assert_eq!((given.first_review_id, given.given_at), (claim.review_id, Some(rita.now)));
    assert_eq!(desk.now(claim.id), claim, "the claim's own finding stays");
    assert!(desk.chain(claim.id).iter().all(|link| link.verdict.is_none()), "so does what was found on its chain");
    assert_eq!(second::find(desk.c(), check.id).unwrap(), Some(given), "what is given back is what is kept");
    desk.history_is_whole();
    let told = |desk: &mut Desk, who: &Acting| -> Vec<News> {
        inbox::list(desk.c(), who.id.unwrap(), None, false, 10).unwrap().into_iter().map(|row| row.line.kind).collect()
    };
    let (eva, ron) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"));
    assert_eq!(told(desk, &rita), [News::SecondAsked]);
    assert_eq!((told(desk, &eva), told(desk, &ron)), (vec![News::SecondGiven], vec![News::SecondGiven]), "who asked, and whose finding it is compared with");
}

fn only_somebody_who_knows_nothing_of_it_can_be_asked(desk: &mut Desk) {
    let (eva, ron, rita) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let (vera, emil) = (desk.viewer("Vera Viewer"), desk.editor("Emil Editor"));
    let claim = desk.claim_in(WorkState::InReview);
    let link = desk.on_first_link(claim.id, AttributionVerdict::AsStated);
    decide::set_verdict(desk.c(), &emil, claim.id, &Finding { links: vec![link], ..Finding::default() }, None).unwrap();
    // The one who found, the one who found on the chain, and one who may not check.
    for who in [&ron, &emil, &vera] {
        let error = desk.refused(|c| ask(c, &eva, claim.id, who.id.unwrap(), ""));
        assert!(matches!(error, ReviewError::SecondCheckerUnfit), "{}: {error:?}", who.name);
    }
    desk.give(claim.id, &rita);
    let error = desk.refused(|c| ask(c, &eva, claim.id, rita.id.unwrap(), ""));
    assert!(matches!(error, ReviewError::SecondCheckerUnfit), "whoever has it: {error:?}");
    let error = desk.refused(|c| ask(c, &ron, claim.id, rita.id.unwrap(), ""));
    assert!(matches!(error, ReviewError::Forbidden(_)), "a reviewer asks nobody: {error:?}");
    // Whoever gave a second check has seen both.
    let third = desk.reviewer("Rosa Reviewer");
    let check = asked(desk, claim.id, &third);
    give(desk.c(), &third, check.id, &opinion(Substance::Mixed)).unwrap();
    let error = desk.refused(|c| ask(c, &eva, claim.id, third.id.unwrap(), ""));
    assert!(matches!(error, ReviewError::SecondCheckerUnfit), "{error:?}");
}

fn one_at_a_time_and_only_where_there_is_something_to_compare(desk: &mut Desk) {
    let (eva, rita, rosa) = (desk.editor("Eva Editor"), desk.reviewer("Rita Reviewer"), desk.reviewer("Rosa Reviewer"));
    let claim = desk.claim();
    let error = desk.refused(|c| ask(c, &eva, claim.id, rita.id.unwrap(), ""));
    assert!(matches!(error, ReviewError::NothingToCompare), "{error:?}");
    let claim = desk.bring(claim, WorkState::InReview);
    asked(desk, claim.id, &rita);
    let error = desk.refused(|c| ask(c, &eva, claim.id, rosa.id.unwrap(), ""));
    assert!(matches!(&error, ReviewError::SecondCheckOpen { by } if by == "Rita Reviewer"), "{error:?}");
    let aside = desk.claim_in(WorkState::SetAside);
    let error = desk.refused(|c| ask(c, &eva, aside.id, rosa.id.unwrap(), ""));
    assert!(matches!(error, ReviewError::SetAside), "{error:?}");
}

fn whoever_was_asked_decides_nothing_else_and_does_not_get_the_claim(desk: &mut Desk) {
    let (eva, emil) = (desk.editor("Eva Editor"), desk.editor("Emil Editor"));
    let claim = desk.claim_in(WorkState::InReview);
    let check = asked(desk, claim.id, &emil);
    let error = desk.refused(|c| decide::set_verdict(c, &emil, claim.id, &finding(Substance::Incorrect), None));
    assert!(matches!(error, ReviewError::SecondCheckFirst), "{error:?}");
    let error = desk.refused(|c| decide::transition(c, &emil, claim.id, &because(WorkState::SignedOff, ""), None));
    assert!(matches!(error, ReviewError::SecondCheckFirst), "{error:?}");
    let order = assign::Order { assignee: Some(emil.id), ..assign::Order::default() };
    let error = desk.refused(|c| assign::assign_claim(c, &eva, claim.id, &order, None));
    assert!(matches!(error, ReviewError::SecondCheckOpen { .. }), "{error:?}");
    // Others go on as ever, and afterwards so does the one who was asked.
    desk.move_to(&eva, claim.id, WorkState::Checking);
    desk.move_to(&eva, claim.id, WorkState::InReview);
    give(desk.c(), &emil, check.id, &opinion(Substance::MostlyAccurate)).unwrap();
    assert_eq!(desk.move_to(&emil, claim.id, WorkState::SignedOff).signed_off_by, emil.id);
}

fn a_second_finding_needs_what_every_finding_needs(desk: &mut Desk) {
    let (ron, rita, rosa) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"), desk.reviewer("Rosa Reviewer"));
    let claim = desk.claim_in(WorkState::InReview);
    desk.evidence(&ron, claim.id, "A table");
    let check = asked(desk, claim.id, &rita);
    let error = desk.refused(|c| give(c, &rita, check.id, &Opinion::default()));
    assert!(matches!(&error, ReviewError::Invalid(fields) if fields.iter().any(|field| field.field == "substance")), "{error:?}");
    // What the first one attached is not what the second one found.
    let bare = Opinion { searched: "", ..opinion(Substance::Mixed) };
    let error = desk.refused(|c| give(c, &rita, check.id, &bare));
    assert!(matches!(&error, ReviewError::VerdictIncomplete(missing) if *missing == [Missing::EvidenceOrSearch]), "{error:?}");
    let error = desk.refused(|c| give(c, &rosa, check.id, &opinion(Substance::Mixed)));
    assert!(matches!(error, ReviewError::SecondCheckerUnfit), "another can't give it: {error:?}");
    desk.evidence(&rita, claim.id, "Her own table");
    give(desk.c(), &rita, check.id, &bare).unwrap();
}

fn it_is_called_off_or_declined_with_a_reason_once(desk: &mut Desk) {
    let (ron, rita, emil) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"), desk.editor("Emil Editor"));
    let claim = desk.claim_in(WorkState::InReview);
    let check = asked(desk, claim.id, &rita);
    let error = desk.refused(|c| withdraw(c, &rita, check.id, " "));
    assert!(matches!(error, ReviewError::Invalid(_)), "{error:?}");
    let error = desk.refused(|c| withdraw(c, &ron, check.id, "Not needed."));
    assert!(matches!(error, ReviewError::Forbidden(_)), "neither asked nor an editor: {error:?}");
    let declined = withdraw(desk.c(), &rita, check.id, "I know the author.").unwrap();
    assert_eq!((declined.withdrawn_by, declined.withdrawn_why.as_deref()), (rita.id, Some("I know the author.")));
    for error in [desk.refused(|c| withdraw(c, &emil, check.id, "Again.")), desk.refused(|c| give(c, &rita, check.id, &opinion(Substance::Mixed)))] {
        assert!(matches!(error, ReviewError::SecondCheckClosed), "{error:?}");
    }
    // Then somebody else can be asked.
    let other = asked(desk, claim.id, &emil);
    withdraw(desk.c(), &emil, other.id, "Cut from the text.").unwrap();
    desk.history_is_whole();
}

fn agreement_is_counted_over_all_that_were_given(desk: &mut Desk) {
    let rita = desk.reviewer("Rita Reviewer");
    assert_eq!(over(&second::pairs(desk.c()).unwrap()).substance.kappa, None);
    // “Ron Reviewer” finds each claim mostly accurate; of four, Rita agrees on three.
    for substance in [Substance::MostlyAccurate, Substance::MostlyAccurate, Substance::MostlyAccurate, Substance::Incorrect] {
        let claim = desk.claim_in(WorkState::InReview);
        let check = asked(desk, claim.id, &rita);
        give(desk.c(), &rita, check.id, &opinion(substance)).unwrap();
    }
    let open = desk.claim_in(WorkState::InReview);
    asked(desk, open.id, &rita);
    let found = over(&second::pairs(desk.c()).unwrap());
    assert_eq!((found.pairs, found.substance.pairs, found.substance.same), (4, 4, Some(0.75)));
    // The first findings are all the same: three of four by chance alone, and nothing beyond it.
    assert_eq!(found.substance.kappa, Some(0.0));
    assert_eq!(found.attribution.pairs, 0, "nobody looked at the sources");
    let differing = second::differing(desk.c(), None, 10).unwrap();
    assert_eq!(differing.len(), 1);
    assert_eq!(differing[0].second_substance, Some(Substance::Incorrect));
    assert_eq!(second::compared(desk.c(), None, 10).unwrap().len(), 4);
}
