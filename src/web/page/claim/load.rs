//! Everything the page of one claim shows, in a fixed number of queries.

use super::passage;
use super::talk::Talk;
use super::way::Way;
use crate::account::store::{self as accounts, Person};
use crate::account::{Permission, desk};
use crate::article::Article;
use crate::article::store as articles;
use crate::claim::store::hold::{Hold, find_hold};
use crate::claim::store::mention::{Mention, mentions_of};
use crate::claim::store::second::{self, SecondCheck};
use crate::claim::store::{self as claims, Assignment, Attribution, Claim, ClaimSpan, Contact, Review, TextActionRow, tag};
use crate::claim::{Risk, Substance};
use crate::evidence::independence::Piece;
use crate::evidence::store::{self as evidence, TiedEvidence};
use crate::ids::{ClaimId, CommentId, EvidenceId, PersonId, SourceId};
use crate::review::verdict::{Grounds, Missing, missing};
use crate::source::reliability::in_force;
use crate::source::store::{self as sources, ReliabilityNote};
use crate::source::{Rating, Source};
use crate::web::page::live::ReadUpTo;
use crate::web::{Problem, Room};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Most pieces of the article that are offered for attaching.
const OFFERED: i64 = 100;

/// A claim with everything that belongs to it.
pub(super) struct Loaded {
    /// Who says that they are checking it.
    pub hold: Option<Hold>,
    /// How far it was read.
    pub read: ReadUpTo,
    pub claim: Claim,
    pub article: Article,
    /// How the person came here.
    pub way: Way,
    pub before: Option<ClaimId>,
    pub after: Option<ClaimId>,
    pub spans: Vec<ClaimSpan>,
    pub chain: Vec<(Attribution, Source)>,
    /// The text around the claim, and at which scalar value of the version it begins.
    pub passage: (usize, String),
    pub review: Option<Review>,
    /// Its second checks, oldest first.
    pub seconds: Vec<SecondCheck>,
    /// All findings on it, with who made them; read where a second check is to be compared, or may be asked for.
    pub found: Vec<(Review, String)>,
    /// Whether what was found is hidden from this person because they check it a second time.
    pub blind: bool,
    pub text_action: Option<TextActionRow>,
    pub evidence: Vec<TiedEvidence>,
    /// Pieces of the article that this claim does not have yet: id, title, publisher.
    pub offered: Vec<(EvidenceId, String, String)>,
    /// Who was asked about it, and who entered that.
    pub contacts: Vec<(Contact, String)>,
    pub talk: Talk,
    /// Whom the remarks speak to, with their names.
    pub mentions: Vec<(Mention, String)>,
    /// The newest assignment, and who made it.
    pub order: Option<(Assignment, String)>,
    pub names: BTreeMap<PersonId, String>,
    /// Those who may be given the claim; empty for people who can't give claims.
    pub checkers: Vec<Person>,
    pub four_eyes: bool,
    /// What is noted on the reliability of the chain's sources.
    pub reliability: Vec<ReliabilityNote>,
    pub today: NaiveDate,
    /// The words that the desk sorts it by.
    pub tags: Vec<String>,
}

/// Loads a claim, and that remark among its newest; claims that were taken out are found too.
pub(super) fn load(room: &mut Room<'_>, id: ClaimId, remark: Option<CommentId>) -> Result<Loaded, Problem> {
    let read = room.reads_up_to()?;
    let veil = room.veil()?;
    let claim = veil.over(claims::find(room.c, id)?.ok_or_else(|| Problem::not_found("claim"))?);
    let way = Way::of(room);
    let (before, after) = way.neighbours(room, &claim)?;
    let now = room.now;
    let c = &mut *room.c;
    let article = articles::find_article(c, claim.article_id)?.ok_or_else(|| Problem::not_found("article"))?;
    let spans = claims::spans_of(c, &[id])?;
    let chain = claims::chains_of(c, &[id])?.into_iter().map(|(link, source)| (veil.over_link(link), source)).collect::<Vec<_>>();
    let window = passage::window(&spans, &chain);
    let text = articles::passage(c, claim.version_id, window)?.unwrap_or_default();
    let review = match claim.review_id {
        Some(review) => claims::find_review(c, review)?,
        None => None,
    };
    let text_action = claims::text_actions_of(c, &[id])?.into_iter().next().filter(|_| !veil.hides(id));
    let seconds = second::of_claim(c, id)?;
    let asks = claim.substance.is_some() && room.me.role.may(Permission::Assign);
    let compares = seconds.iter().any(|check| check.given_at.is_some());
    let found = if !veil.hides(id) && (asks || compares) { claims::reviews_of(c, &[id])? } else { Vec::new() };
    let mut evidence = evidence::list_of_claim(c, id)?;
    let offered = evidence::list_not_yet_of_claim(c, claim.article_id, id, OFFERED)?;
    let mut contacts = claims::contacts_of(c, id)?;
    let talk = Talk::read(c, id, remark, &veil)?;
    evidence.retain(|tied| veil.shows_of(id, tied.tie.attached_by));
    contacts.retain(|(contact, _)| veil.shows_of(id, contact.created_by));
    let mentions = mentions_of(c, &talk.remarks.iter().map(|(remark, _)| remark.id).collect::<Vec<_>>())?;
    let order = claims::latest_assignment(c, id)?;
    let settled = talk.remarks.iter().filter_map(|(remark, _)| remark.resolved_by);
    let people = [claim.assignee_id, claim.verdict_by, claim.signed_off_by, review.as_ref().map(|review| review.reviewer_id)];
    let checked = seconds.iter().flat_map(|check| [check.checker_id, check.asked_by]);
    let mut people: Vec<PersonId> = people.into_iter().flatten().chain(settled).chain(checked).collect();
    people.sort_unstable();
    people.dedup();
    let names = accounts::names(c, &people)?.into_iter().collect();
    let checkers = if room.me.role.may(Permission::Assign) { accounts::list_checkers(c)? } else { Vec::new() };
    let tags = tag::tags_of(c, &[id])?.into_iter().map(|(_, _, name)| name).collect();
    let four_eyes = desk::settings(c)?.0.four_eyes;
    let cited: Vec<SourceId> = chain.iter().map(|(link, _)| link.source_id).collect();
    let reliability = sources::notes_of(c, &cited)?.into_iter().map(|(note, _)| note).collect();
    Ok(Loaded {
        blind: veil.hides(id),
        seconds,
        found,
        hold: find_hold(c, id, now)?,
        reliability,
        today: now.0.date_naive(),
        read,
        claim,
        article,
        way,
        before,
        after,
        spans,
        chain,
        passage: (window.start, text),
        review,
        text_action,
        evidence,
        offered,
        contacts,
        talk,
        mentions,
        order,
        names,
        checkers,
        four_eyes,
        tags,
    })
}

impl Loaded {
    /// The name of a person that the claim mentions.
    pub fn name(&self, id: Option<PersonId>) -> Option<String> {
        self.names.get(&id?).cloned()
    }

    /// Why it is so, as the finding in force says.
    pub fn rationale(&self) -> &str {
        self.review.as_ref().map_or("", |review| &review.rationale)
    }

    /// What was searched, as the finding in force says.
    pub fn searched(&self) -> &str {
        self.review.as_ref().map_or("", |review| &review.searched)
    }

    /// An editor's reason to let the finding in force pass.
    pub fn override_reason(&self) -> Option<&str> {
        self.review.as_ref()?.override_reason.as_deref()
    }

    /// What counts of each piece of evidence.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        self.evidence.iter().map(|tied| Piece::of(&tied.tie, &tied.piece)).collect()
    }

    /// What is missing before the claim can go to sign-off, by the same table that the deeds go by.
    pub fn missing(&self) -> Vec<Missing> {
        if self.override_reason().is_some() {
            return Vec::new();
        }
        let pieces = self.pieces();
        let (rationale, searched) = (self.rationale(), self.searched());
        missing(&Grounds { substance: self.claim.substance, risk: self.risk(), rationale, searched, pieces: &pieces })
    }

    /// Whether the verdict needs two independent pieces.
    pub fn needs_two_pieces(&self) -> bool {
        self.risk() == Risk::High && self.claim.substance == Some(Substance::Confirmed)
    }

    /// How far the desk relies on a source of the chain today.
    pub fn rating_of(&self, source: SourceId) -> Option<Rating> {
        let notes: Vec<ReliabilityNote> = self.reliability.iter().filter(|note| note.source_id == source).cloned().collect();
        in_force(&notes, self.today)?.rating
    }

    /// Its risk.
    pub fn risk(&self) -> Risk {
        Risk::from_rank(self.claim.risk)
    }
}
