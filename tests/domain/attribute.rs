//! Who says what, corrected by people: by marking words, by the chain, undone and refused; what the machine said stays.

use crate::support::{Desk, actions, on_both_databases};
use corroborate::article::extracted::{Extracted, store as extracted};
use corroborate::article::store as articles;
use corroborate::claim::store::{self as claims, Attribution, Claim};
use corroborate::claim::{AttributionVerdict, Quotation, Role, WorkState};
use corroborate::extraction::{self, Options};
use corroborate::history::Action;
use corroborate::ids::{AttributionId, ClaimId};
use corroborate::review::ReviewError;
use corroborate::review::attribute::mark::{Mark, Marked, mark_words, take_out};
use corroborate::review::attribute::{change_spans, mark};
use corroborate::review::decide::{self, Finding};
use corroborate::review::undo::undo;
use corroborate::span::{ScalarIndex, Span};
use diesel::connection::SimpleConnection;

on_both_databases! { Desk:
    what_the_machine_said_is_kept_as_it_came,
    marked_words_say_who_said_it,
    a_pronoun_is_the_one_who_spoke,
    a_source_is_added_to_a_claim_that_has_none,
    marked_words_are_the_reporting_words,
    marked_words_are_what_was_said,
    a_link_is_taken_out,
    corrections_are_taken_back_with_the_findings_on_links,
    a_correction_opens_a_signed_off_claim_and_its_undo_signs_it_off_again,
    a_correction_is_not_taken_back_over_a_later_one,
    a_sentence_that_loses_its_claim_opens_the_article,
    corrections_that_do_not_fit_are_refused,
}

fn text(desk: &mut Desk, claim: &Claim) -> String {
    articles::find_version(desk.c(), claim.version_id).unwrap().unwrap().text
}

/// Where words stand in the claim's text.
fn place(desk: &mut Desk, claim: &Claim, words: &str) -> Span {
    let text = text(desk, claim);
    let index = ScalarIndex::new(&text);
    let start = text.find(words).unwrap_or_else(|| panic!("no “{words}” in {text}"));
    index.span(start..start + words.len())
}

fn words(link: &Attribution) -> (Option<&str>, Option<&str>) {
    (link.mention.as_deref(), link.cue.as_deref())
}

fn sources(desk: &mut Desk, claim: ClaimId) -> Vec<String> {
    claims::chains_of(desk.c(), &[claim]).unwrap().into_iter().map(|(_, source)| source.name).collect()
}

fn covered(desk: &mut Desk, claim: ClaimId) -> Vec<String> {
    claims::spans_of(desk.c(), &[claim]).unwrap().into_iter().map(|piece| piece.exact).collect()
}

fn as_part(part: Marked, spans: &[Span], link: Option<AttributionId>) -> Mark<'_> {
    Mark { part, spans, link, name: "" }
}

fn what_the_machine_said_is_kept_as_it_came(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let found = extraction::extract(&text(desk, &claim), &Options::default());
    let kept = extracted::find(desk.c(), claim.version_id).unwrap().unwrap();
    assert_eq!(kept, Extracted::of(claim.version_id, &found));
    assert!(!kept.attributions().is_empty() && kept.attributions() == found.attributions);
    assert_eq!(kept.sentences(), found.sentences.iter().map(|s| (s.span, s.kind)).collect::<Vec<_>>());
    assert!(!kept.engine.is_empty() && !kept.weights.is_empty());
    let link = desk.chain(claim.id)[0].id;
    take_out(desk.c(), &ron, claim.id, link, None).unwrap();
    assert_eq!(extracted::find(desk.c(), claim.version_id).unwrap(), Some(kept));
    for change in ["UPDATE extractions SET engine = 'x'", "DELETE FROM extractions"] {
        assert!(desk.c().batch_execute(change).is_err(), "{change}");
    }
}

fn marked_words_say_who_said_it(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let (old, at) = (desk.chain(claim.id), [place(desk, &claim, "The finance ministry")]);
    let (set, lines) = desk.watch(|desk| mark_words(desk.c(), &ron, claim.id, &as_part(Marked::Source, &at, Some(old[0].id)), Some(1)).unwrap());
    let new = desk.chain(claim.id);
    assert_eq!(words(&new[0]), (Some("The finance ministry"), old[0].cue.as_deref()));
    assert!(new[0].source_id != old[0].source_id && new[0].role == old[0].role && new[1] == old[1]);
    assert!(sources(desk, claim.id)[0].to_lowercase().contains("finance ministry"), "{:?}", sources(desk, claim.id));
    assert_eq!((actions(&lines), set.revision), (vec![Action::ChainChanged], 2));
    let (before, after) = (lines[0].before_value(), lines[0].after_value());
    assert_eq!(
        (&before["standing"]["links"][0]["mention_text"], &after["standing"]["links"][0]["mention_text"]),
        (&"Bloomberg".into(), &"The finance ministry".into())
    );
    // A name that the words do not say.
    let mark = Mark { name: "Norland’s treasury", ..as_part(Marked::Source, &at, Some(new[0].id)) };
    mark_words(desk.c(), &ron, claim.id, &mark, None).unwrap();
    assert_eq!(sources(desk, claim.id)[0], "Norland’s treasury");
}

fn a_pronoun_is_the_one_who_spoke(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let text = "Anna Markov, a historian, said the bridge was built in 1932. It was closed in 1990, she added.";
    let new = corroborate::intake::NewArticle { text, ..corroborate::intake::NewArticle::default() };
    let article = corroborate::intake::import_article(desk.c(), &eva, &new, &corroborate::intake::read::Limits::default()).unwrap().article;
    let claim = claims::list_of_article(desk.c(), article.id).unwrap().pop().unwrap();
    for link in desk.chain(claim.id) {
        take_out(desk.c(), &ron, claim.id, link.id, None).unwrap();
    }
    let she = place(desk, &claim, "she");
    mark_words(desk.c(), &ron, claim.id, &as_part(Marked::Source, &[she], None), None).unwrap();
    assert_eq!(sources(desk, claim.id), ["Anna Markov"]);
    assert_eq!(desk.chain(claim.id)[0].mention.as_deref(), Some("she"));
}

fn a_source_is_added_to_a_claim_that_has_none(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    for link in desk.chain(claim.id) {
        take_out(desk.c(), &ron, claim.id, link.id, None).unwrap();
    }
    let (who, said) = (place(desk, &claim, "Bloomberg"), place(desk, &claim, "reported"));
    let error = desk.refused(|c| mark_words(c, &ron, claim.id, &as_part(Marked::Cue, &[said], None), None));
    assert!(matches!(&error, ReviewError::Invalid(fields) if fields[0].message == "field-source-first"), "{error:?}");
    mark_words(desk.c(), &ron, claim.id, &as_part(Marked::Source, &[who], None), None).unwrap();
    mark_words(desk.c(), &ron, claim.id, &as_part(Marked::Cue, &[said], None), None).unwrap();
    let chain = desk.chain(claim.id);
    assert_eq!((chain.len(), words(&chain[0])), (1, (Some("Bloomberg"), Some("reported"))));
    assert_eq!((chain[0].role, chain[0].quotation), (Role::Origin, Quotation::Indirect));
    assert_eq!(sources(desk, claim.id), ["Bloomberg"]);
}

fn marked_words_are_the_reporting_words(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let (old, at) = (desk.chain(claim.id), place(desk, &claim, "reported on Monday "));
    mark_words(desk.c(), &ron, claim.id, &as_part(Marked::Cue, &[at], Some(old[0].id)), None).unwrap();
    let new = desk.chain(claim.id);
    assert_eq!(words(&new[0]), (old[0].mention.as_deref(), Some("reported on Monday")), "without the space at its end");
    assert_eq!((new[0].id, new[0].source_id), (old[0].id, old[0].source_id), "it is the same link");
}

fn marked_words_are_what_was_said(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let pieces = [place(desk, &claim, "on 3 February"), place(desk, &claim, "400 soldiers crossed")];
    let (set, lines) = desk.watch(|desk| mark_words(desk.c(), &ron, claim.id, &as_part(Marked::Content, &pieces, None), None).unwrap());
    assert_eq!(covered(desk, claim.id), ["400 soldiers crossed", "on 3 February"], "in the order of the text");
    assert_eq!((actions(&lines), set.statement, set.sentence_id), (vec![Action::SpansChanged], claim.statement.clone(), claim.sentence_id));
    assert_eq!(lines[0].after_value()["words"], "400 soldiers crossed … on 3 February");
    let whole = place(desk, &claim, "on 3 February, citing Norland's defense ministry.\n\nThe finance ministry");
    let set = change_spans(desk.c(), &ron, claim.id, &[whole], Some(set.revision)).unwrap();
    assert_eq!(set.sentence_id, None, "it covers several");
}

fn a_link_is_taken_out(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let old = desk.chain(claim.id);
    let ((), lines) = desk.watch(|desk| take_out(desk.c(), &ron, claim.id, old[0].id, None).map(|_| ()).unwrap());
    let new = desk.chain(claim.id);
    assert_eq!((new.len(), new[0].id, new[0].ordinal), (old.len() - 1, old[1].id, 0));
    assert_eq!(actions(&lines), [Action::ChainChanged]);
    let refused = desk.refused(|c| take_out(c, &ron, claim.id, old[0].id, None));
    assert!(matches!(refused, ReviewError::NotFound("link")), "{refused:?}");
}

fn corrections_are_taken_back_with_the_findings_on_links(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let link = desk.on_first_link(claim.id, AttributionVerdict::NotFound);
    decide::set_verdict(desk.c(), &ron, claim.id, &Finding { links: vec![link], ..Finding::default() }, None).unwrap();
    let (before, chain, pieces) = (desk.now(claim.id), desk.chain(claim.id), covered(desk, claim.id));
    let ((), out) = desk.watch(|desk| take_out(desk.c(), &ron, claim.id, chain[0].id, None).map(|_| ()).unwrap());
    assert_eq!(desk.now(claim.id).attribution, None, "the finding went with its link");
    let at = place(desk, &claim, "400 soldiers");
    let ((), less) = desk.watch(|desk| change_spans(desk.c(), &ron, claim.id, &[at], None).map(|_| ()).unwrap());
    for line in [&less[0], &out[0]] {
        let ((), undone) = desk.watch(|desk| undo(desk.c(), &ron, line.id).unwrap());
        assert_eq!((undone[0].before_value(), undone[0].undoes), (line.after_value(), Some(line.id)));
    }
    assert_eq!((desk.chain(claim.id), covered(desk, claim.id)), (chain, pieces));
    let after = desk.now(claim.id);
    assert_eq!(Claim { revision: before.revision, updated_at: before.updated_at, ..after }, before);
    desk.history_is_whole();
}

fn a_correction_opens_a_signed_off_claim_and_its_undo_signs_it_off_again(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let claim = desk.claim_in(WorkState::SignedOff);
    let chain = desk.chain(claim.id);
    let at = place(desk, &claim, "reported on Monday");
    let (set, lines) = desk.watch(|desk| mark_words(desk.c(), &ron, claim.id, &as_part(Marked::Cue, &[at], Some(chain[0].id)), None).unwrap());
    assert_eq!((set.state, lines.len()), (WorkState::Checking, 1));
    let refused = desk.refused(|c| undo(c, &ron, lines[0].id));
    assert!(matches!(refused, ReviewError::Forbidden(_)), "{refused:?}");
    undo(desk.c(), &eva, lines[0].id).unwrap();
    assert_eq!((desk.now(claim.id).state, desk.chain(claim.id)), (WorkState::SignedOff, chain));
}

fn a_correction_is_not_taken_back_over_a_later_one(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let link = desk.chain(claim.id)[0].id;
    let (first, second) = (place(desk, &claim, "reported on Monday"), place(desk, &claim, "reported"));
    let mark_cue = |desk: &mut Desk, at| desk.watch(|desk| mark_words(desk.c(), &ron, claim.id, &as_part(Marked::Cue, &[at], Some(link)), None).unwrap()).1;
    let (one, _) = (mark_cue(desk, first), mark_cue(desk, second));
    let refused = desk.refused(|c| undo(c, &ron, one[0].id));
    assert!(matches!(refused, ReviewError::UndoStale), "{refused:?}");
}

fn a_sentence_that_loses_its_claim_opens_the_article(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let claim = desk.claim();
    corroborate::review::article::sign_off_article(desk.c(), &eva, claim.article_id, "In a hurry.", None).unwrap();
    let elsewhere = place(desk, &claim, "The finance ministry");
    let ((), lines) = desk.watch(|desk| change_spans(desk.c(), &ron, claim.id, &[elsewhere], None).map(|_| ()).unwrap());
    assert_eq!(actions(&lines), [Action::SpansChanged, Action::ArticleReopened]);
}

fn corrections_that_do_not_fit_are_refused(desk: &mut Desk) {
    let (ron, vera) = (desk.reviewer("Ron Reviewer"), desk.viewer("Vera Viewer"));
    let claim = desk.claim();
    let first = desk.chain(claim.id)[0].id;
    let link = Some(first);
    let at = place(desk, &claim, "reported");
    let length = text(desk, &claim).chars().count();
    let (outside, far) = ([Span::new(length - 3, length + 1)], [Span::new(10 * length, 11 * length)]);
    let marks = [Marked::Source, Marked::Cue, Marked::Content];
    for part in marks {
        let refused = desk.refused(|c| mark_words(c, &vera, claim.id, &as_part(part, &[at], link), None));
        assert!(matches!(refused, ReviewError::Forbidden(_)), "{refused:?}");
        let refused = desk.refused(|c| mark_words(c, &ron, claim.id, &as_part(part, &[at], link), Some(7)));
        assert!(matches!(refused, ReviewError::Stale { .. }), "{refused:?}");
        for spans in [&outside[..], &far[..], &[]] {
            let refused = desk.refused(|c| mark_words(c, &ron, claim.id, &as_part(part, spans, link), None));
            assert!(matches!(refused, ReviewError::Invalid(_)), "{part}: {spans:?}: {refused:?}");
        }
    }
    let refused = desk.refused(|c| take_out(c, &vera, claim.id, first, None));
    assert!(matches!(refused, ReviewError::Forbidden(_)), "{refused:?}");
    let refused = desk.refused(|c| change_spans(c, &vera, claim.id, &[at], None));
    assert!(matches!(refused, ReviewError::Forbidden(_)), "{refused:?}");
    let two = [at, place(desk, &claim, "citing")];
    let refused = desk.refused(|c| mark::mark_words(c, &ron, claim.id, &as_part(Marked::Source, &two, link), None));
    assert!(matches!(&refused, ReviewError::Invalid(fields) if fields[0].message == "field-one-piece"), "{refused:?}");
    let dots = place(desk, &claim, ".");
    let refused = desk.refused(|c| mark::mark_words(c, &ron, claim.id, &as_part(Marked::Source, &[dots], link), None));
    assert!(matches!(&refused, ReviewError::Invalid(fields) if fields[0].message == "field-no-name"), "{refused:?}");
}
