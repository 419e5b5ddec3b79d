//! Checks for the way there and back: one with a bit of everything, made by the deeds themselves, and reports drawn at
//! random that fit together.

use super::support::{Desk, finding, later};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use corroborate::article::{ArticleState, CorrectionKind, Coverage, SentenceKind, text_sha256};
use corroborate::claim::contact::{ContactChannel, ContactOutcome};
use corroborate::claim::{Anchor, AttributionVerdict, Priority, Quotation, Risk, RiskKind, Role, SetAsideReason, Substance, TextAction, Why, WorkState};
use corroborate::code::Code;
use corroborate::evidence::{EvidenceKind, Grade, Independence, Stance};
use corroborate::ids::{ArticleId, ClaimId};
use corroborate::report::*;
use corroborate::review::ask::{self, ContactEntry};
use corroborate::review::decide::{self, Finding};
use corroborate::review::gather::{self, EvidenceEntry};
use corroborate::review::second::{self, Opinion};
use corroborate::review::{amend, article, tag};
use corroborate::source::registry::{self, SourceEntry};
use corroborate::source::reliability::{NoteEntry, rate_source};
use corroborate::source::{Rating, SourceKind, name_key};
use corroborate::span::{ScalarIndex, Span};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

/// A check with a bit of everything.
pub fn check(desk: &mut Desk) -> ArticleId {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let article = desk.article();
    let claims = desk.claims_of(&article);
    let first = claims[0].clone();
    amend::set_risk(desk.c(), &eva, first.id, Risk::High, None).unwrap();
    tag::set_tags(desk.c(), &ron, first.id, "Front page, border", None).unwrap();
    let sentences = corroborate::article::store::list_sentences(desk.c(), article.version_id).unwrap();
    amend::mark_sentence(desk.c(), &ron, sentences[0].id, SentenceKind::Boilerplate, None).unwrap();
    let source = desk.chain(first.id)[0].source_id;
    let entry = SourceEntry {
        name: "Bloomberg",
        kind: "outlet",
        aliases: "BBG\nBloomberg News",
        country: "United States",
        links: "https://www.bloomberg.com/",
        interests: "Sells data.",
    };
    registry::amend_source(desk.c(), &eva, source, &entry, 1).unwrap();
    for (note, rating, holds_from) in [("Corrects quickly.", "", ""), ("Quoted wrongly in May.", "mixed", "2026-01-15")] {
        rate_source(desk.c(), &eva, source, NoteEntry { note, rating, holds_from }).unwrap();
    }
    let piece = EvidenceEntry {
        url: "https://guard.example/minutes",
        title: "Minutes of the border guard",
        publisher: "Border Guard",
        published_on: "2026-02-04",
        accessed_on: "2026-03-01",
        archive_url: "https://archive.example/minutes",
        excerpt: "398 men\non the bridge",
        grade: "primary",
        independence: "independent",
        origin: "Norland's border guard",
        note: "Signed.",
        confidential: false,
    };
    let attached = gather::attach_evidence(desk.c(), &ron, first.id, &piece, "partly").unwrap();
    gather::attach_existing(desk.c(), &later(&eva, 2), claims[1].id, attached.id, "context").unwrap();
    gather::attach_evidence(desk.c(), &later(&ron, 3), first.id, &EvidenceEntry { confidential: true, ..piece.clone() }, "supports").unwrap();
    gather::attach_evidence(desk.c(), &later(&ron, 4), first.id, &EvidenceEntry { url: "", title: "A letter", origin: "Bloomberg", ..piece }, "refutes")
        .unwrap();
    for (name, confidential, answer) in [("Kim Min-su", false, "It is so."), ("Somebody else", true, "")] {
        let asked = ContactEntry { name, party: "the ministry", channel: "phone", question: "Is it so?", answer, confidential, ..ContactEntry::default() };
        ask::enter_contact(desk.c(), &ron, first.id, &asked).unwrap();
    }
    let link = desk.on_first_link(first.id, AttributionVerdict::WordingDiffers);
    let found = Finding {
        links: vec![link],
        text_action: Some((TextAction::Hedge, "about 400 soldiers", false)),
        override_reason: "There is no second source.",
        ..finding(Substance::MostlyAccurate)
    };
    decide::set_verdict(desk.c(), &later(&eva, 5), first.id, &Finding { override_reason: "", ..finding(Substance::Mixed) }, None).unwrap();
    decide::set_verdict(desk.c(), &later(&eva, 6), first.id, &found, None).unwrap();
    desk.bring(claims[1].clone(), WorkState::SignedOff);
    second_checks(desk, first.id, claims[1].id);
    for (kind, claim) in [("correction", Some(first.id)), ("update", None)] {
        let entry = CorrectionEntry { claim, kind, was: "500", now_says: "400", why: "Miscounted.", found_by: "A reader", published_on: "2026-03-01" };
        enter_correction(desk.c(), &eva, article.id, &entry).unwrap();
    }
    article::sign_off_article(desk.c(), &eva, article.id, "The rest was cut.", None).unwrap();
    article.id
}

/// A second check of a claim that was given after another one was declined, and one of another claim that is still open.
fn second_checks(desk: &mut Desk, claim: ClaimId, other: ClaimId) {
    let (eva, rita, olga) = (desk.editor("Eva Editor"), desk.reviewer("Rita Reviewer"), desk.reviewer("Olga Open"));
    let declined = second::ask(desk.c(), &later(&eva, 7), claim, olga.id.unwrap(), "Please look.").unwrap();
    second::withdraw(desk.c(), &later(&olga, 8), declined.id, "I know the author.").unwrap();
    let check = second::ask(desk.c(), &later(&eva, 9), claim, rita.id.unwrap(), "The figure carries it.").unwrap();
    let links = vec![desk.on_first_link(claim, AttributionVerdict::MeaningChanged)];
    let found = Opinion { substance: Some(Substance::Mixed), links, rationale: "Her own table says 398.", searched: "The ministry." };
    second::give(desk.c(), &later(&rita, 10), check.id, &found).unwrap();
    second::ask(desk.c(), &later(&eva, 11), other, olga.id.unwrap(), "Please look.").unwrap();
}

const WORDS: &str =
    "Grenzen wurden überschritten 🚀. 北韓運送了五百萬發炮彈。 The ministry said “400” — and شيئًا آخر too. Ещё одно предложение!\n\nΤέλος, of course.";

fn at(minutes: i64) -> DateTime<Utc> {
    super::sample::at("2026-03-02T09:00:00Z") + Duration::minutes(minutes)
}

fn day(n: i64) -> NaiveDate {
    at(n * 24 * 60).date_naive()
}

fn code<T: Code + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::ALL)
}

fn said() -> impl Strategy<Value = String> {
    select(&["", "Said.", "两句话。", "“Quoted” <b>& marked</b>", "=1+1", "line\nline", "🚀\u{202E}x", "{{ 7*7 }}", "  spaced  "][..]).prop_map(str::to_owned)
}

fn person() -> impl Strategy<Value = String> {
    select(&["Eva Editor", "Ron Reviewer", "Ana <b>", "山田 太郎", "O’Neil"][..]).prop_map(str::to_owned)
}

fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..50_000).prop_map(at)
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0_i64..400).prop_map(day)
}

/// A place in [`WORDS`].
fn place() -> impl Strategy<Value = Span> {
    let length = WORDS.chars().count();
    (0..length - 1, 1..12_usize).prop_map(move |(start, long)| Span::new(start, (start + long).min(length)))
}

fn link(sources: usize) -> impl Strategy<Value = LinkPart> {
    let places = (option::of(place()), option::of(place()), option::of(said()));
    (0..sources, code::<Role>(), places, code::<Quotation>(), option::of(code::<AttributionVerdict>()), said()).prop_map(
        |(source, role, (mention, cue, lost), quotation, verdict, note)| {
            let words = |place: Option<Span>| place.and_then(|place| place.slice(WORDS)).map(str::to_owned);
            LinkPart {
                role,
                source: format!("Source {source}"),
                kind: SourceKind::Outlet,
                mention,
                mention_text: words(mention).or(lost),
                cue,
                cue_text: words(cue),
                quotation,
                verdict,
                note,
            }
        },
    )
}

fn review() -> impl Strategy<Value = ReviewPart> {
    let found = vec((option::of(any::<Index>()), option::of(code::<AttributionVerdict>()), said()), 0..3);
    let verdicts = (option::of(code::<Substance>()), option::of(code::<AttributionVerdict>()));
    (person(), moment(), verdicts, said(), said(), option::of(said()), found).prop_map(
        |(by, at, (substance, attribution), rationale, searched, override_reason, found)| ReviewPart {
            by,
            at,
            substance,
            attribution,
            rationale,
            searched,
            override_reason,
            // The place is that of a link among a thousand until the chain is known.
            links: found.into_iter().map(|(link, verdict, note)| LinkFindingPart { link: link.map(|at| at.index(1_000)), verdict, note }).collect(),
            in_force: false,
        },
    )
}

/// A second finding, and which of the claim's findings it is compared with.
fn blind() -> impl Strategy<Value = (SecondCheckPart, Option<Index>)> {
    (review(), person(), moment(), option::of(any::<Index>())).prop_map(|(found, asked_by, asked_at, first)| {
        let check = SecondCheckPart {
            by: found.by,
            at: found.at,
            asked_by,
            asked_at,
            substance: found.substance,
            attribution: found.attribution,
            rationale: found.rationale,
            searched: found.searched,
            links: found.links,
            first: None,
            agrees: None,
        };
        (check, first)
    })
}

fn compared((check, first): (SecondCheckPart, Option<Index>), reviews: &[ReviewPart]) -> SecondCheckPart {
    let first = first.filter(|_| !reviews.is_empty()).map(|first| &reviews[first.index(reviews.len())]);
    let agrees = first.map(|first| (check.substance, check.attribution) == (first.substance, first.attribution));
    SecondCheckPart { first: first.map(|first| FirstFindingPart { by: first.by.clone(), at: first.at }), agrees, ..check }
}

fn contact() -> impl Strategy<Value = ContactPart> {
    let days = (date(), option::of(date()), moment());
    (code::<ContactChannel>(), code::<ContactOutcome>(), days, said(), said(), person(), any::<bool>()).prop_map(
        |(channel, outcome, (asked_on, answered_on, entered), question, answer, entered_by, confidential)| ContactPart {
            name: format!("Who {question}"),
            party: answer.replace('\n', " "),
            channel,
            asked_on,
            question,
            outcome,
            answered_on,
            answer,
            confidential,
            entered_by,
            entered_at: Some(entered),
        },
    )
}

fn claim(sources: usize) -> impl Strategy<Value = ClaimPart> {
    let text = (said(), vec(place(), 0..3), code::<Anchor>());
    let work = (code::<WorkState>(), code::<SetAsideReason>(), code::<Priority>(), option::of(subsequence(RiskKind::ALL, 0..=3)), option::of(date()));
    let people = (option::of(person()), option::of(person()), option::of(person()), option::of(moment()), option::of(moment()));
    let verdicts = (option::of(code::<Substance>()), option::of(code::<AttributionVerdict>()), (vec(review(), 0..3), vec(blind(), 0..3)), any::<Index>());
    let action = option::of((code::<TextAction>(), said(), any::<bool>()));
    let dates = (option::of(date()), option::of(date()), moment());
    let contacts = vec(contact(), 0..3);
    let extracted = (0..=1_000_u16, subsequence(Why::ALL, 0..=3), subsequence(&["a tag", "budget", "ελλάδα", "標籤"], 0..=3));
    (text, work, people, verdicts, vec(link(sources), 0..4), action, (dates, contacts), extracted).prop_map(
        |(
            (statement, spans, anchor),
            (state, aside, priority, risks, due_on),
            people,
            (substance, attribution, (mut reviews, mut seconds), force),
            chain,
            action,
            (dates, mut contacts),
            extracted,
        )| {
            contacts.sort_by_key(|contact| contact.asked_on);
            let (assignee, checked_by, signed_off_by, checked_at, signed_off_at) = people;
            let spans = if anchor == Anchor::Lost { Vec::new() } else { spans };
            let mut chain = chain;
            for link in chain.iter_mut().filter(|_| anchor == Anchor::Lost) {
                (link.mention, link.cue) = (None, None);
            }
            let of_seconds = seconds.iter_mut().flat_map(|(check, _)| &mut check.links);
            for found in reviews.iter_mut().flat_map(|review| &mut review.links).chain(of_seconds) {
                found.link = found.link.filter(|_| !chain.is_empty()).map(|place| place % chain.len() + 1);
            }
            let mut in_force = None;
            if !reviews.is_empty() {
                let force = force.index(reviews.len());
                reviews[force].in_force = true;
                in_force = Some(reviews[force].clone());
            }
            ClaimPart {
                statement,
                quote: ScalarIndex::new(WORDS).quote(&spans),
                spans,
                anchor,
                check_worthiness: Some(f64::from(extracted.0) / 1_000.0),
                why: extracted.1,
                tags: extracted.2.into_iter().map(str::to_owned).collect(),
                made_at: Some(dates.2),
                state,
                chain,
                attribution,
                substance,
                rationale: in_force.as_ref().map(|review| review.rationale.clone()).unwrap_or_default(),
                searched: in_force.as_ref().map(|review| review.searched.clone()).unwrap_or_default(),
                override_reason: in_force.and_then(|review| review.override_reason),
                checked_by,
                checked_at,
                signed_off_by,
                signed_off_at,
                assignee,
                due_on,
                priority,
                risk: if risks.is_some() { Risk::High } else { Risk::Normal },
                risk_kinds: risks.unwrap_or_default(),
                true_as_of: dates.0,
                recheck_by: dates.1,
                set_aside: (state == WorkState::SetAside).then_some(aside),
                text_action: action.map(|(action, proposed_wording, done)| TextActionPart { action, proposed_wording, done }),
                evidence: Vec::new(),
                contacts,
                independent_pieces: 0,
                circular: false,
                second_checks: seconds.into_iter().map(|second| compared(second, &reviews)).collect(),
                reviews,
                ..super::sample::plain(1, "", Vec::new())
            }
        },
    )
}

/// A piece, and what it says of which claims, with who attached it.
type Found = (EvidencePart, Vec<(Index, Stance, String)>);

fn piece() -> impl Strategy<Value = Found> {
    let about = (code::<EvidenceKind>(), said(), option::of(select(&["https://a.example/1", "https://a.example/2#x", "http://b.example/ü"][..])));
    let days = (option::of(date()), option::of(date()), moment());
    let rated = (code::<Grade>(), code::<Independence>(), option::of(select(&["Source 0", "Somebody else"][..])), any::<bool>(), option::of(any::<u64>()));
    let ties = vec((any::<Index>(), code::<Stance>(), person()), 1..4);
    (about, days, rated, said(), person(), ties).prop_map(
        |((kind, words, url), days, (grade, independence, origin, confidential, copy), note, found_by, ties)| {
            let piece = EvidencePart {
                id: String::new(),
                kind,
                title: format!("Piece {words}"),
                publisher: words.replace('\n', " "),
                url: url.map(str::to_owned),
                published_on: days.0,
                accessed_on: days.1,
                excerpt: words,
                grade,
                independence,
                origin: origin.map(str::to_owned),
                note,
                confidential,
                found_by,
                found_at: Some(days.2),
                snapshot_sha256: copy.map(|copy| format!("{copy:064x}")),
                archive_url: copy.map(|copy| format!("https://archive.example/{copy}")),
            };
            (piece, ties)
        },
    )
}

fn source(number: usize) -> impl Strategy<Value = SourcePart> {
    let note = (person(), date(), said(), option::of(code::<Rating>()), option::of(date())).prop_map(|(by, on, note, rating, holds_from)| ReliabilityPart {
        by,
        on,
        note,
        rating,
        holds_from,
    });
    let aliases = subsequence(vec!["Alias", "別名", "Other name"], 0..=3);
    (code::<SourceKind>(), aliases, said(), option::of(Just("https://source.example/")), said(), vec(note, 0..3)).prop_map(
        move |(kind, aliases, country, link, interests, reliability)| SourcePart {
            name: format!("Source {number}"),
            kind,
            aliases: sorted(aliases.into_iter().map(|alias| format!("{alias} {number}")).collect()),
            country,
            links: link.into_iter().map(str::to_owned).collect(),
            interests,
            reliability,
        },
    )
}

fn sorted(mut texts: Vec<String>) -> Vec<String> {
    texts.sort();
    texts
}

fn correction() -> impl Strategy<Value = (CorrectionPart, Option<Index>)> {
    let texts = (said(), said(), said(), said());
    (code::<CorrectionKind>(), texts, person(), date(), moment(), option::of(any::<Index>())).prop_map(
        |(kind, (was, now_says, why, found_by), approved_by, published_on, entered, claim)| {
            let part =
                CorrectionPart { kind, claim: None, was, now_says, why, found_by, approved_by, published_on, signed_off_by: None, entered_at: Some(entered) };
            (part, claim)
        },
    )
}

/// A report that fits together.
pub fn report() -> impl Strategy<Value = Report> {
    let about = (said(), said(), option::of(date()), code::<ArticleState>(), option::of(person()), option::of(moment()), 1..9_i32);
    let kinds = vec((code::<SentenceKind>(), option::of(person())), 1..6);
    let parts = (vec(claim(3), 0..5), vec(piece(), 0..6), (source(0), source(1), source(2)), vec(correction(), 0..3));
    (about, kinds, parts).prop_map(|(about, kinds, (claims, pieces, sources, corrections))| {
        let (words, title, published_on, state, signed_off_by, signed_off_at, number) = about;
        let base = super::sample::empty();
        let mut report = Report {
            desk: DeskPart { name: "The other desk".to_owned(), ..DeskPart::default() },
            article: ArticlePart {
                title,
                byline: "Ada".to_owned(),
                method_note: words.clone(),
                selection_reason: words.clone(),
                coverage_reason: Some(words),
                published_on,
                state,
                signed_off_by,
                signed_off_at,
                ..base.article.clone()
            },
            version: VersionPart { number, text: WORDS.to_owned(), text_sha256: text_sha256(WORDS), created_at: at(3) },
            sentences: sentences(&kinds),
            ..base
        };
        let mut number = 0;
        for (n, mut claim) in claims.into_iter().enumerate() {
            // Numbers of claims that were taken out are missing.
            number += 1 + i32::from(n % 2 == 1);
            (claim.number, claim.id) = (number, format!("claim {number}"));
            report.claims.push(claim);
        }
        fill(&mut report, pieces, vec![sources.0, sources.1, sources.2], corrections);
        report.summary.coverage = Coverage::default();
        redact(report)
    })
}

fn sentences(kinds: &[(SentenceKind, Option<String>)]) -> Vec<SentencePart> {
    let length = WORDS.chars().count() / kinds.len();
    let part = |(n, (kind, marked_by)): (usize, &(SentenceKind, Option<String>))| SentencePart {
        span: Span::new(n * length, (n + 1) * length),
        kind: *kind,
        marked_by: marked_by.clone(),
    };
    kinds.iter().enumerate().map(part).collect()
}

/// Ties evidence, sources and corrections to the claims, in the order in which a desk gives them.
fn fill(report: &mut Report, pieces: Vec<Found>, sources: Vec<SourcePart>, corrections: Vec<(CorrectionPart, Option<Index>)>) {
    let count = report.claims.len();
    for (n, (piece, ties)) in pieces.into_iter().enumerate().filter(|_| count > 0) {
        let piece = EvidencePart { id: format!("piece {n}"), ..piece };
        for (claim, stance, by) in ties {
            let claim = &mut report.claims[claim.index(count)];
            if claim.evidence.iter().all(|tie| tie.evidence != piece.id) {
                let attached_at = Some(at(100 + i64::try_from(n).unwrap()));
                claim.evidence.push(TiePart { evidence: piece.id.clone(), stance, attached_by: Some(by), attached_at });
            }
        }
        report.evidence.push(piece);
    }
    for source in sources {
        let cited = report.claims.iter_mut().flat_map(|claim| &mut claim.chain).filter(|link| link.source == source.name);
        if cited.map(|link| link.kind = source.kind).count() > 0 {
            report.sources.push(source);
        }
    }
    report.sources.sort_by_key(|source| name_key(&source.name));
    let numbers: Vec<i32> = report.claims.iter().map(|claim| claim.number).collect();
    report.corrections = corrections
        .into_iter()
        .map(|(part, claim)| {
            let claim = claim.filter(|_| count > 0).map(|claim| claim.index(count));
            let signed_off_by = claim.and_then(|claim| report.claims[claim].signed_off_by.clone());
            CorrectionPart { claim: claim.map(|claim| numbers[claim]), signed_off_by, ..part }
        })
        .collect();
    report.corrections.sort_by_key(|part| part.published_on);
}
