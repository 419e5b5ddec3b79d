//! What happens on the demonstration's desk, in order.

use super::SampleError;
use super::hand::{Found, Hand, Who};
use crate::account::DeskSettings;
use crate::article::SentenceKind;
use crate::claim::{AttributionVerdict, Priority, SetAsideReason, Substance, TextAction, WorkState};
use crate::review::ask::ContactEntry;
use crate::review::gather::EvidenceEntry;
use crate::source::SourceKind;
use crate::source::registry::SourceEntry;
use AttributionVerdict::{AsStated, ConfidentialSeen, MeaningChanged, WordingDiffers};
use Priority::{High, Normal, Urgent};
use SourceKind::{Expert, Government, Outlet, Unnamed};
use Who::{Daniel, Ines, Marta};
use WorkState::{Checking, InReview, SignedOff, Waiting};

/// A finding without anything said yet.
const NOTHING: Found = Found { substance: None, links: &[], rationale: "", searched: "", text: None };
/// Evidence without anything said yet.
const BLANK: EvidenceEntry<'static> = EvidenceEntry {
    url: "",
    title: "",
    publisher: "",
    published_on: "",
    accessed_on: "",
    excerpt: "",
    archive_url: "",
    grade: "primary",
    independence: "independent",
    origin: "",
    note: "",
    confidential: false,
};

/// Plays the whole script.
pub(super) fn play(hand: &mut Hand<'_>) -> Result<(), SampleError> {
    prepare(hand)?;
    know_sources(hand)?;
    hand.wait(60);
    signed_off(hand)?;
    hand.wait(600);
    shells(hand)?;
    sent_back(hand)?;
    hand.wait(240);
    waiting(hand)?;
    begun(hand)?;
    not_begun(hand)
}

fn prepare(hand: &mut Hand<'_>) -> Result<(), SampleError> {
    hand.set_up_desk(&DeskSettings {
        name: "The demonstration desk".to_owned(),
        url: "https://desk.example.org".to_owned(),
        methodology_url: "https://desk.example.org/how-we-check".to_owned(),
        corrections_url: "https://desk.example.org/corrections".to_owned(),
        method_note: "Every statement of fact is checked by one person and signed off by another. Where a source is cited, we check \
                      both whether it said so and whether it is so."
            .to_owned(),
        four_eyes: true,
    })?;
    hand.describe_article(
        "Checked before publication, against records and pages that anybody can open. All evidence on this demonstration desk is made up.",
        "It leads the world page, and its figure on shells is likely to be quoted.",
    )?;
    hand.mark("a rather theatrical one", SentenceKind::Opinion)?;
    hand.mark("How far are the two sides", SentenceKind::Question)?;
    hand.mark("may well outlast the war", SentenceKind::Forecast)
}

fn know_sources(hand: &mut Hand<'_>) -> Result<(), SampleError> {
    hand.know_source(
        &SourceEntry {
            name: "South Korea’s defence ministry",
            kind: "government",
            aliases: "Ministry of National Defense (South Korea)\nSouth Korea’s defense ministry",
            country: "South Korea",
            interests: "Party to the conflict on the peninsula; has reason to show how close its neighbour and Russia have become.",
            ..SourceEntry::default()
        },
        "Its figures on arms deliveries are estimates of what containers could hold, not counts. Say so whenever one is used.",
    )?;
    hand.know_source(&SourceEntry { name: "Bloomberg", kind: "outlet", aliases: "Bloomberg News", country: "United States", ..SourceEntry::default() }, "")?;
    hand.know_source(
        &SourceEntry {
            name: "Kremlin",
            kind: "government",
            aliases: "Press service of the President of Russia",
            country: "Russia",
            interests: "Host and party of the visit.",
            ..SourceEntry::default()
        },
        "",
    )
}

/// Claims that one person checked and another signed off.
fn signed_off(hand: &mut Hand<'_>) -> Result<(), SampleError> {
    let visit = hand.claim("will travel to North Korea on Tuesday")?;
    hand.cite(visit, &[("Kremlin", Government, "The Kremlin has")])?;
    hand.assign(visit, Daniel, -1, High, "The lead. Please have the announcement itself, not a report on it.")?;
    let announcement = EvidenceEntry {
        url: "https://press.example.net/announcements/2024/06/17/visit",
        title: "Announcement of a visit to North Korea",
        publisher: "Press service, archived copy",
        published_on: "2024-06-17",
        excerpt: "… a friendly state visit … on 18 and 19 June …",
        archive_url: "https://keep.example.org/2024-06-17/press.example.net/visit",
        origin: "Kremlin",
        note: "18 June 2024 was a Tuesday.",
        ..BLANK
    };
    hand.attach(Daniel, visit, "supports", &announcement)?;
    let rationale = "The announcement names 18 and 19 June 2024; the 18th was a Tuesday.";
    hand.decide(Daniel, visit, &Found { substance: Some(Substance::Confirmed), links: &[AsStated], rationale, ..NOTHING })?;
    hand.go(Daniel, visit, InReview, "")?;
    hand.wait(35);
    hand.go(Marta, visit, SignedOff, "")?;

    let invited = hand.claim("Kim Jong Un invited him in September 2023")?;
    hand.assign(invited, Ines, -1, Normal, "")?;
    let tour = EvidenceEntry {
        url: "https://archive.example.org/2023/09/cosmodrome-visit",
        title: "Day of talks at the cosmodrome: chronicle and pictures",
        publisher: "Far East Chronicle",
        published_on: "2023-09-13",
        note: "Pictures show both men at the launch site.",
        ..BLANK
    };
    hand.attach(Ines, invited, "supports", &tour)?;
    let reply = EvidenceEntry {
        url: "https://press.example.net/briefings/2023/09/14",
        title: "Briefing of 14 September 2023, record",
        publisher: "Press service, archived copy",
        published_on: "2023-09-14",
        excerpt: "… the invitation was accepted with thanks …",
        origin: "Kremlin",
        ..BLANK
    };
    hand.attach(Ines, invited, "supports", &reply)?;
    let rationale = "Two accounts that do not rest on each other give the same day, place and invitation.";
    hand.decide(Ines, invited, &Found { substance: Some(Substance::Confirmed), rationale, ..NOTHING })?;
    hand.go(Ines, invited, InReview, "")?;
    hand.go(Marta, invited, SignedOff, "")?;

    let veto = hand.claim("vetoed a UN Security Council resolution")?;
    hand.assign(veto, Daniel, -1, Normal, "")?;
    let record = EvidenceEntry {
        url: "https://records.example.net/security-council/2024-03-28",
        title: "Record of the Security Council’s vote of 28 March 2024",
        publisher: "Records of meetings",
        published_on: "2024-03-28",
        excerpt: "In favour: 13. Against: 1. Abstaining: 1.",
        note: "The one vote against is Russia’s. The draft would have renewed the panel’s mandate for a year.",
        ..BLANK
    };
    hand.attach(Daniel, veto, "supports", &record)?;
    let rationale = "The record of the vote bears out the month, the veto and what the draft was about.";
    let keep = Some((TextAction::Keep, ""));
    hand.decide(Daniel, veto, &Found { substance: Some(Substance::Confirmed), rationale, text: keep, ..NOTHING })?;
    hand.go(Daniel, veto, InReview, "")?;
    hand.go(Ines, veto, SignedOff, "")
}

/// The high-risk claim, with its chain of two sources: checked, and waiting for a second person.
fn shells(hand: &mut Hand<'_>) -> Result<(), SampleError> {
    let shells = hand.claim("nearly five million artillery shells")?;
    hand.cite(shells, &[("Bloomberg", Outlet, "Bloomberg"), ("South Korea’s defence ministry", Government, "South Korea’s defence ministry")])?;
    hand.raise_risk(shells)?;
    hand.assign(shells, Daniel, 0, Urgent, "Everybody will quote this figure. What exactly did the ministry say, and to whom?")?;
    let interview = EvidenceEntry {
        url: "https://interviews.example.org/2024/06/14/defence-minister",
        title: "Interview with South Korea’s defence minister",
        publisher: "Bloomberg, archived copy",
        published_on: "2024-06-14",
        excerpt: "… at least 10,000 containers … could hold as many as 4.8 million shells …",
        independence: "dependent",
        origin: "South Korea’s defence ministry",
        note: "He speaks of what the containers could hold, not of what was in them.",
        ..BLANK
    };
    hand.attach(Daniel, shells, "partly", &interview)?;
    let count = EvidenceEntry {
        url: "https://ports.example.net/analysis/container-traffic-rajin-2023-2024",
        title: "Container traffic at Rajin port, 2023 to 2024",
        publisher: "Port Watch",
        published_on: "2024-05-30",
        note: "Counts ships and containers; says nothing of what is inside.",
        grade: "secondary",
        ..BLANK
    };
    hand.attach(Daniel, shells, "context", &count)?;
    let spokesman = ContactEntry {
        name: "Spokesman of the ministry",
        party: "South Korea’s defence ministry",
        channel: "phone",
        question: "Is 4.8 million the number of shells that were sent, or the number that the containers could hold?",
        answer: "It is what the containers could hold if every one of them were full of 152 mm shells. We have no count.",
        ..ContactEntry::default()
    };
    hand.ask(Daniel, shells, &spokesman)?;
    let found = Found {
        substance: Some(Substance::Misleading),
        links: &[WordingDiffers, MeaningChanged],
        rationale: "The ministry estimates that the containers could hold up to 4.8 million shells. The article turns what they could hold \
                    into what was shipped, and rounds it up.",
        searched: "Ministry briefings of April to June 2024; two databases of ship movements. No count of shells found anywhere.",
        text: Some((
            TextAction::Reword,
            "South Korea’s defence minister told Bloomberg that the containers North Korea has sent to Russia could hold up to 4.8 million \
             artillery shells.",
        )),
    };
    hand.decide(Daniel, shells, &found)?;
    hand.remark(Marta, shells, "Does the desk in Seoul have the interview in Korean? I would like to see the word for “hold”.")?;
    hand.go(Daniel, shells, InReview, "")
}

/// A claim that came back from sign-off.
fn sent_back(hand: &mut Hand<'_>) -> Result<(), SampleError> {
    let wish = hand.claim("needs ammunition, construction workers")?;
    hand.cite(wish, &[("Sergei Markov", Expert, "Sergei Markov")])?;
    hand.assign(wish, Daniel, 1, Normal, "He is quoted often these days; is this from this June?")?;
    let summary = EvidenceEntry {
        url: "https://digest.example.org/2024/06/what-each-side-wants",
        title: "What each side wants from the visit: a digest",
        publisher: "Eastern Digest",
        published_on: "2024-06-17",
        grade: "tertiary",
        independence: "dependent",
        ..BLANK
    };
    hand.attach(Daniel, wish, "supports", &summary)?;
    let rationale = "The digest gives his words much as the article does.";
    hand.decide(Daniel, wish, &Found { substance: Some(Substance::MostlyAccurate), links: &[WordingDiffers], rationale, ..NOTHING })?;
    hand.go(Daniel, wish, InReview, "")?;
    hand.go(Marta, wish, Checking, "A digest is not where he said it. Please find the interview, and check that “volunteers” is his word.")
}

/// Claims on which somebody waits for an answer from outside, or that rest on something that can't be shown.
fn waiting(hand: &mut Hand<'_>) -> Result<(), SampleError> {
    let images = hand.claim("a large structure going up")?;
    hand.assign(images, Daniel, 1, Normal, "Ask for the originals with the date they were taken.")?;
    hand.go(Daniel, images, Checking, "")?;
    hand.remark(Daniel, images, "Asked the provider for the originals this morning; they answer within a day.")?;
    let provider = ContactEntry {
        name: "Press desk of the provider",
        party: "owner of the satellite",
        question: "May we see the originals, with the day and hour when they were taken?",
        ..ContactEntry::default()
    };
    hand.ask(Daniel, images, &provider)?;
    hand.go(Daniel, images, Waiting, "")?;

    let hints = hand.claim("the trip was close")?;
    hand.cite(hints, &[("sources in Vladivostok", Unnamed, "Sources in Vladivostok")])?;
    hand.assign(hints, Ines, 2, Normal, "Sit down with the author. Who are they, and how would they know?")?;
    let notes = EvidenceEntry {
        title: "The author’s notes of two talks, seen on paper",
        note: "Names known to the author and to the checker. Both work where they would know.",
        confidential: true,
        ..BLANK
    };
    hand.attach(Ines, hints, "supports", &notes)?;
    let searched = "The author’s notebook; duty rosters that one of the two showed her.";
    let rationale = "The notes bear it out, and both people are placed to know.";
    hand.decide(Ines, hints, &Found { links: &[ConfidentialSeen], rationale, searched, ..NOTHING })
}

/// Claims that somebody is on.
fn begun(hand: &mut Hand<'_>) -> Result<(), SampleError> {
    let trade = hand.claim("grew ninefold in 2023")?;
    hand.assign(trade, Daniel, 2, Normal, "")?;
    let figures = EvidenceEntry {
        url: "https://statistics.example.net/trade/2023/bilateral",
        title: "Bilateral trade in 2023, by partner",
        publisher: "Trade statistics",
        published_on: "2024-02-20",
        note: "From about 4 to about 34 million dollars: ninefold, from next to nothing.",
        ..BLANK
    };
    hand.attach(Daniel, trade, "partly", &figures)?;
    hand.go(Daniel, trade, Checking, "")?;
    hand.remark(Daniel, trade, "True as a ratio, but the sums are tiny. I lean towards adding them to the text.")?;

    let second = hand.claim("second visit to Pyongyang")?;
    hand.assign(second, Ines, 1, Normal, "")?;
    hand.go(Ines, second, Checking, "")?;

    let appeal = hand.claim("advised those who worry")?;
    hand.set_aside(Marta, appeal, SetAsideReason::NotCheckable, "Advice; there is nothing in it that could be so or not.")
}

/// Claims that somebody was given and has not begun.
fn not_begun(hand: &mut Hand<'_>) -> Result<(), SampleError> {
    let treaty = hand.claim("may sign a partnership agreement")?;
    hand.assign(treaty, Daniel, -1, High, "Which media? The text should name them.")?;
    let label = hand.claim("friendly state visit")?;
    hand.assign(label, Daniel, 2, Normal, "Should be in the announcement that you have already.")
}
