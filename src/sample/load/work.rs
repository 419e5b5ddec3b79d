//! Work on one generated article: claims are given out, checked, signed off, in the states and with the history that
//! the deeds would have left. Pure; [`super::rows`] writes what comes of it.

use super::dice::Dice;
use super::rows::{Rows, Told};
use super::text::Written;
use crate::account::Person;
use crate::claim::store::{Assignment, Claim, Comment, Review, TextActionRow};
use crate::claim::{AttributionVerdict, Priority, Risk, SetAsideReason, Substance, TextAction, WorkState, urgency};
use crate::db::column::{At, Json};
use crate::evidence::store::{ClaimEvidence, Evidence};
use crate::evidence::{EvidenceKind, Grade, Independence, Stance};
use crate::history::{Action, NewEvent, SubjectKind};
use crate::ids::{ArticleId, Ids, PersonId};
use crate::review::ClaimState;
use crate::review::decide::LinkFinding;
use chrono::{DateTime, Duration, Utc};
use serde_json::{Map, Value, json};

/// The people who work on a generated desk.
pub(super) struct People {
    /// They put articles in, give claims out and sign off.
    pub editors: Vec<Person>,
    /// They check.
    pub reviewers: Vec<Person>,
}

/// How many reviewers share an article.
const TEAM: usize = 3;

const STATES: &[(WorkState, usize)] = &[
    (WorkState::ToCheck, 30),
    (WorkState::Checking, 12),
    (WorkState::Waiting, 5),
    (WorkState::InReview, 8),
    (WorkState::SignedOff, 40),
    (WorkState::SetAside, 5),
];
const PRIORITIES: &[(Priority, usize)] = &[(Priority::Low, 15), (Priority::Normal, 60), (Priority::High, 20), (Priority::Urgent, 5)];
const VERDICTS: &[(Substance, usize)] = &[
    (Substance::Confirmed, 45),
    (Substance::MostlyAccurate, 20),
    (Substance::Mixed, 8),
    (Substance::Misleading, 8),
    (Substance::Incorrect, 7),
    (Substance::Disputed, 4),
    (Substance::Unsupported, 6),
    (Substance::Outdated, 2),
];
const LINK_VERDICTS: &[(AttributionVerdict, usize)] = &[
    (AttributionVerdict::AsStated, 60),
    (AttributionVerdict::WordingDiffers, 20),
    (AttributionVerdict::MeaningChanged, 6),
    (AttributionVerdict::NotFound, 8),
    (AttributionVerdict::Unreachable, 6),
];
const RATIONALES: &[&str] = &[
    "The published table gives the figure, for the same year and place.",
    "The record bears out the day and the place, not the number of people.",
    "Both accounts agree, and neither rests on the other.",
    "The figure is from the year before; the newer one is lower.",
    "He said so in an interview, with a condition that the text leaves out.",
];
const MESSAGES: &[&str] = &["", "", "Please look at the original table.", "Needed for the evening edition.", "Ask the author where this is from."];
const TITLES: &[&str] = &[
    "Monthly table of trade by port", "Record of the council’s meeting", "Interview with the minister, full text", "Annual report of the audit office",
    "Press briefing, transcript", "Register of ships at anchor",
];

/// The people on one article, and the lines of history that each of them leaves.
pub(super) struct Desk<'p> {
    editor: &'p Person,
    second: &'p Person,
    team: Vec<&'p Person>,
    ids: Ids,
    article: ArticleId,
    at: DateTime<Utc>,
    today: DateTime<Utc>,
    given_out: Vec<NewEvent>,
    checked: Vec<Vec<NewEvent>>,
    closed: Vec<NewEvent>,
}

/// When something happens: who acts, and at what time.
#[derive(Clone, Copy)]
enum Step {
    GiveOut,
    Check(usize),
    Close,
}

impl<'p> Desk<'p> {
    /// The people on article number `number`, which came in `at`.
    pub(super) fn new(people: &'p People, number: usize, ids: &Ids, article: ArticleId, at: DateTime<Utc>, today: DateTime<Utc>) -> Option<Self> {
        let editors = &people.editors;
        let team: Vec<&Person> = people.reviewers.iter().cycle().skip(number % people.reviewers.len().max(1)).take(TEAM).collect();
        Some(Self {
            editor: editors.get(number % editors.len().max(1))?,
            second: editors.get((number + 1) % editors.len().max(1))?,
            checked: team.iter().map(|_| Vec::new()).collect(),
            team,
            ids: ids.clone(),
            article,
            at,
            today,
            given_out: Vec::new(),
            closed: Vec::new(),
        })
    }

    /// Who put the article in.
    pub(super) fn editor(&self) -> &'p Person {
        self.editor
    }

    fn at(&self, step: Step) -> At {
        let minutes = match step {
            Step::GiveOut => 20,
            Step::Check(place) => 180 + 60 * i64::try_from(place).unwrap_or(0),
            Step::Close => 26 * 60,
        };
        At(self.at + Duration::minutes(minutes))
    }

    fn tell(&mut self, step: Step, event: NewEvent) {
        match step {
            Step::GiveOut => self.given_out.push(event),
            Step::Check(place) => self.checked.get_mut(place).into_iter().for_each(|events| events.push(event.clone())),
            Step::Close => self.closed.push(event),
        }
    }

    /// Everything that was told, in the order in which it happened.
    pub(super) fn told(self) -> Vec<Told<'p>> {
        let (give_out, close) = (self.at(Step::GiveOut), self.at(Step::Close));
        let checks: Vec<At> = (0..self.team.len()).map(|place| self.at(Step::Check(place))).collect();
        let article = self.article;
        let mut told = vec![Told { article, who: self.editor, at: give_out, events: self.given_out }];
        told.extend(self.team.into_iter().zip(checks).zip(self.checked).map(|((who, at), events)| Told { article, who, at, events }));
        told.push(Told { article, who: self.second, at: close, events: self.closed });
        told.retain(|told| !told.events.is_empty());
        told
    }

    /// Changes a claim as a deed does, with its line of history.
    fn change(&mut self, step: Step, claim: &mut Claim, action: Action, reason: &str, more: Option<(Value, Value)>, work: impl FnOnce(&mut Claim)) {
        let before = ClaimState::of(claim);
        work(claim);
        claim.urgency = urgency(Priority::from_rank(claim.priority), Risk::from_rank(claim.risk), claim.due_on);
        claim.updated_at = self.at(step);
        claim.revision += 1;
        let (mut was, mut is) = before.difference(&ClaimState::of(claim));
        if let Some((Value::Object(before), Value::Object(after))) = more {
            was.extend(before);
            is.extend(after);
        }
        let event = NewEvent::on_claim(action, claim.id).before(Value::Object(was)).after(Value::Object(is)).reason(reason);
        self.tell(step, event);
    }

    fn go(&mut self, step: Step, claim: &mut Claim, to: WorkState, reason: &str, work: impl FnOnce(&mut Claim)) {
        self.change(step, claim, Action::StateChanged, reason, None, |claim| {
            claim.state = to;
            work(claim);
        });
    }

    /// Works on a claim that just came in; its links stand at the end of `rows.attributions`.
    pub(super) fn work(&mut self, dice: &mut Dice, rows: &mut Rows<'_>, claim: &mut Claim, links: usize) {
        let state = dice.weighted(STATES, WorkState::ToCheck);
        if state == WorkState::ToCheck && dice.in_hundred(30) {
            return;
        }
        let place = dice.below(self.team.len());
        let Some(reviewer) = self.team.get(place).map(|person| person.id) else { return };
        if dice.in_hundred(8) {
            self.change(Step::GiveOut, claim, Action::RiskSet, "", None, |claim| claim.risk = Risk::High.rank());
        }
        self.give_out(dice, rows, claim, reviewer, state);
        match state {
            WorkState::ToCheck => {}
            WorkState::SetAside => self.set_aside(dice, claim),
            WorkState::Checking | WorkState::Waiting if dice.in_hundred(60) => {
                self.go(Step::Check(place), claim, WorkState::Checking, "", |_| {});
                if dice.in_hundred(50) {
                    self.gather(dice, rows, claim, place, reviewer);
                }
                self.go_on(claim, place, state);
            }
            _ => {
                self.gather(dice, rows, claim, place, reviewer);
                self.find(dice, rows, claim, links, place, reviewer);
                if dice.in_hundred(10) {
                    self.remark(rows, claim, place, reviewer);
                }
                self.go_on(claim, place, state);
            }
        }
    }

    /// From `checking` to the state in which the claim stands now.
    fn go_on(&mut self, claim: &mut Claim, place: usize, state: WorkState) {
        match state {
            WorkState::Waiting => self.go(Step::Check(place), claim, WorkState::Waiting, "", |_| {}),
            WorkState::InReview | WorkState::SignedOff => self.go(Step::Check(place), claim, WorkState::InReview, "", |_| {}),
            WorkState::ToCheck | WorkState::Checking | WorkState::SetAside => {}
        }
        if state == WorkState::SignedOff {
            let (by, at) = (self.second.id, self.at(Step::Close));
            self.go(Step::Close, claim, WorkState::SignedOff, "", |claim| {
                claim.signed_off_by = Some(by);
                claim.signed_off_at = Some(at);
            });
        }
    }

    fn give_out(&mut self, dice: &mut Dice, rows: &mut Rows<'_>, claim: &mut Claim, to: PersonId, state: WorkState) {
        let open = !matches!(state, WorkState::SignedOff | WorkState::SetAside);
        let from = if open { self.today } else { self.at };
        let days = i64::try_from(dice.below(17)).unwrap_or(0) - if open { 3 } else { 0 };
        let due = dice.in_hundred(80).then(|| (from + Duration::days(days)).date_naive());
        let priority = dice.weighted(PRIORITIES, Priority::Normal).rank();
        let message = dice.one(MESSAGES);
        let named = (json!({"assignee_id": claim.assignee_id}), json!({"assignee_id": to}));
        self.change(Step::GiveOut, claim, Action::Assigned, message, Some(named), |claim| {
            claim.assignee_id = Some(to);
            claim.due_on = due;
            claim.priority = priority;
        });
        rows.assignments.push(Assignment {
            id: self.ids.make(),
            claim_id: claim.id,
            assignee_id: Some(to),
            assigned_by: self.editor.id,
            due_on: due,
            priority,
            message: message.to_owned(),
            created_at: self.at(Step::GiveOut),
        });
    }

    fn set_aside(&mut self, dice: &mut Dice, claim: &mut Claim) {
        let why =
            dice.weighted(&[(SetAsideReason::NotCheckable, 5), (SetAsideReason::Duplicate, 3), (SetAsideReason::OutOfScope, 2)], SetAsideReason::Duplicate);
        self.go(Step::Close, claim, WorkState::SetAside, "", |claim| claim.set_aside = Some(why));
    }

    /// One or two pieces of evidence; now and then one that another claim has already.
    fn gather(&mut self, dice: &mut Dice, rows: &mut Rows<'_>, claim: &Claim, place: usize, by: PersonId) {
        let at = self.at(Step::Check(place));
        let pieces = if claim.risk == Risk::High.rank() || dice.in_hundred(30) { 2 } else { 1 };
        for piece in 0..pieces {
            let known = rows.evidence.last().filter(|last| piece == 0 && last.created_at == at && dice.in_hundred(20)).cloned();
            let piece = known.unwrap_or_else(|| {
                let piece = self.piece(dice, by, at);
                rows.evidence.push(piece.clone());
                piece
            });
            let stance = dice.weighted(&[(Stance::Supports, 6), (Stance::Partly, 2), (Stance::Refutes, 1), (Stance::Context, 1)], Stance::Supports);
            rows.ties.push(ClaimEvidence { claim_id: claim.id, evidence_id: piece.id, stance, attached_by: by, attached_at: at });
            let event = NewEvent::new(Action::EvidenceAttached, SubjectKind::Evidence, piece.id).claim(claim.id);
            let after = json!({"title": piece.title, "url": piece.url, "stance": stance, "confidential": piece.confidential});
            self.tell(Step::Check(place), event.after(after));
        }
    }

    fn piece(&self, dice: &mut Dice, by: PersonId, at: At) -> Evidence {
        let day = (at.0 - Duration::days(i64::try_from(dice.below(300)).unwrap_or(0))).date_naive();
        Evidence {
            id: self.ids.make(),
            kind: EvidenceKind::Link,
            url: Some(format!("https://records.example.net/{day}/{}", dice.below(1_000_000))),
            title: format!("{}, {day}", dice.one(TITLES)),
            publisher: "Records office".to_owned(),
            published_on: Some(day),
            accessed_on: Some(at.0.date_naive()),
            excerpt: String::new(),
            grade: dice.weighted(&[(Grade::Primary, 5), (Grade::Secondary, 4), (Grade::Tertiary, 1)], Grade::Primary),
            independence: dice.weighted(&[(Independence::Independent, 7), (Independence::Dependent, 2), (Independence::Unknown, 1)], Independence::Unknown),
            origin_id: None,
            note: String::new(),
            confidential: dice.in_hundred(3),
            created_by: by,
            created_at: at,
            updated_at: at,
            revision: 1,
            archive_url: None,
            copy_sha256: None,
        }
    }

    /// A finding on substance and chain, as `review::decide::set_verdict` leaves it.
    fn find(&mut self, dice: &mut Dice, rows: &mut Rows<'_>, claim: &mut Claim, links: usize, place: usize, by: PersonId) {
        let at = self.at(Step::Check(place));
        let substance = dice.weighted(VERDICTS, Substance::Confirmed);
        let rationale = dice.one(RATIONALES);
        let from = rows.attributions.len().saturating_sub(links);
        let mut found: Vec<LinkFinding> = Vec::new();
        for link in rows.attributions.iter_mut().skip(from) {
            link.verdict = Some(dice.weighted(LINK_VERDICTS, AttributionVerdict::AsStated));
            found.push(LinkFinding { attribution_id: link.id, verdict: link.verdict, note: String::new() });
        }
        let attribution = AttributionVerdict::weakest(found.iter().filter_map(|link| link.verdict));
        let review = Review {
            id: self.ids.make(),
            claim_id: claim.id,
            reviewer_id: by,
            substance: Some(substance),
            attribution,
            links: Json(json!(found)),
            rationale: rationale.to_owned(),
            searched: String::new(),
            override_reason: None,
            created_at: at,
        };
        let unfound: Vec<LinkFinding> = found.iter().map(|link| LinkFinding { verdict: None, ..link.clone() }).collect();
        let more = (!found.is_empty()).then(|| (json!({"links": unfound}), json!({"links": found})));
        self.change(Step::Check(place), claim, Action::VerdictSet, rationale, more, |claim| {
            claim.state = WorkState::Checking;
            claim.substance = Some(substance);
            claim.attribution = attribution;
            claim.review_id = Some(review.id);
            claim.verdict_by = Some(by);
            claim.verdict_at = Some(at);
        });
        rows.reviews.push(review);
        if substance != Substance::Confirmed && dice.in_hundred(40) {
            let row = TextActionRow { claim_id: claim.id, action: TextAction::Reword, proposed_wording: claim.statement.clone(), done: dice.in_hundred(50) };
            let is = json!({"text_action": {"action": row.action, "proposed_wording": row.proposed_wording, "done": row.done}});
            self.change(Step::Check(place), claim, Action::TextActionSet, "", Some((json!({"text_action": null}), is)), |_| {});
            rows.text_actions.push(row);
        }
    }

    fn remark(&mut self, rows: &mut Rows<'_>, claim: &Claim, place: usize, author_id: PersonId) {
        let comment = Comment {
            id: self.ids.make(),
            claim_id: claim.id,
            author_id,
            body: "The table was revised in the spring; I used the newer one.".to_owned(),
            created_at: self.at(Step::Check(place)),
            resolved_by: None,
            resolved_at: None,
            resolution: None,
            revision: 1,
        };
        let event = NewEvent::new(Action::CommentAdded, SubjectKind::Comment, comment.id).claim(claim.id);
        self.tell(Step::Check(place), event.after(json!({"body": comment.body})));
        rows.comments.push(comment);
    }
}

/// What is told of an article that came in.
pub(super) fn imported(article: ArticleId, written: &Written, text_sha256: &str) -> NewEvent {
    let told: Map<String, Value> = Map::from_iter([
        ("title".to_owned(), json!(written.title)),
        ("text_sha256".to_owned(), json!(text_sha256)),
        ("version".to_owned(), json!(1)),
        ("sentences".to_owned(), json!(written.sentences.len())),
        ("claims".to_owned(), json!(written.claims.len())),
    ]);
    NewEvent::new(Action::ArticleImported, SubjectKind::Article, article).after(Value::Object(told))
}
