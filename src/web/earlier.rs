//! Claims that say the same as one, with what was found on each: for its page and for programs.

use super::{Problem, Room};
use crate::account::store as people;
use crate::article::Article;
use crate::article::store as articles;
use crate::claim::recall::{Same, SeenInArticle};
use crate::claim::store::{self as claims, Claim, Review};
use crate::evidence::store as evidence;
use crate::ids::{ArticleId, ClaimId, PersonId, ReviewId};
use std::collections::BTreeMap;

/// A claim that says the same.
pub(super) struct EarlierClaim {
    pub claim: Claim,
    /// How sure it is that it says the same, from 0 to 1.
    pub sure: f32,
    pub article: String,
    /// The rationale of the finding in force; empty where there is none.
    pub rationale: String,
    /// Who set the verdict.
    pub verdict_by: Option<String>,
    /// Who signed it off.
    pub signed_off_by: Option<String>,
    /// How many pieces of evidence it has, confidential ones too.
    pub evidence: i64,
    /// How many of them the claim that is looked at has not.
    pub new_evidence: usize,
}

/// The claims that say the same as this one, the most alike first, in a fixed number of queries; `None` while the desk has
/// not read all claims yet.
pub(super) fn earlier(room: &mut Room<'_>, claim: &Claim, article: &Article) -> Result<Option<Vec<EarlierClaim>>, Problem> {
    let recall = room.desk.recall.clone();
    let Some(mut same) = recall.same(room.c, room.now, claim, article.published_on)? else { return Ok(None) };
    let veil = room.veil()?;
    same.retain(|one| !veil.hides(one.id));
    if same.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let c = &mut *room.c;
    let ids: Vec<ClaimId> = same.iter().map(|same| same.id).collect();
    let mut rows: BTreeMap<ClaimId, Claim> = claims::find_many(c, &ids)?.into_iter().map(|row| (row.id, row)).collect();
    let from: Vec<ArticleId> = rows.values().map(|row| row.article_id).collect();
    let titles: BTreeMap<ArticleId, String> = articles::titles(c, &from)?.into_iter().collect();
    let who: Vec<PersonId> = rows.values().flat_map(|row| [row.verdict_by, row.signed_off_by]).flatten().collect();
    let names: BTreeMap<PersonId, String> = people::names(c, &who)?.into_iter().collect();
    let reviews: BTreeMap<ReviewId, Review> = claims::reviews_of(c, &ids)?.into_iter().map(|(review, _)| (review.id, review)).collect();
    let with_mine: Vec<ClaimId> = ids.iter().copied().chain([claim.id]).collect();
    let ties = evidence::ties_of(c, &with_mine)?;
    let mine = |piece| ties.iter().any(|(of, other)| *of == claim.id && *other == piece);
    let name = |id: Option<PersonId>| names.get(&id?).cloned();
    let one = |same: Same| {
        let row = rows.remove(&same.id)?;
        let pieces = || ties.iter().filter(|(of, _)| *of == row.id);
        Some(EarlierClaim {
            sure: same.sure,
            article: titles.get(&row.article_id).cloned().unwrap_or_default(),
            rationale: row.review_id.and_then(|id| reviews.get(&id)).map(|review| review.rationale.clone()).unwrap_or_default(),
            verdict_by: name(row.verdict_by),
            signed_off_by: name(row.signed_off_by),
            evidence: i64::try_from(pieces().count()).unwrap_or(i64::MAX),
            new_evidence: pieces().filter(|(_, piece)| !mine(*piece)).count(),
            claim: row,
        })
    };
    Ok(Some(same.into_iter().filter_map(one).collect()))
}

/// What the desk found before on claims that say the same as those of an article.
pub(super) fn earlier_in(room: &mut Room<'_>, article: &Article) -> Result<SeenInArticle, Problem> {
    let (recall, veil) = (room.desk.recall.clone(), room.veil()?);
    Ok(recall.seen_in(room.c, room.now, article, &veil)?)
}
