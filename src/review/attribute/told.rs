//! How corrections of who says what stand in the history: the whole chain and the whole place of the claim, before and
//! after. From that a step is taken back, and from that corrections of a version that claims have left are read.

use super::super::ReviewError;
use super::{Subject, put_chain, put_spans};
use crate::account::Acting;
use crate::article::store::column_of;
use crate::claim::store::{Attribution, Claim, ClaimSpan};
use crate::claim::{AttributionVerdict, Quotation, Role};
use crate::db::DbConnection;
use crate::history::Action;
use crate::ids::{AttributionId, SourceId, VersionId};
use crate::source::Source;
use crate::source::store::merge;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// A link of a chain, as history keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the same names as in `Attribution`")]
pub struct LinkState {
    pub id: AttributionId,
    pub role: Role,
    pub source_id: SourceId,
    pub source: String,
    pub mention: Option<Span>,
    pub mention_text: Option<String>,
    pub cue: Option<Span>,
    pub cue_text: Option<String>,
    pub quotation: Quotation,
    pub verdict: Option<AttributionVerdict>,
    pub note: String,
}

impl LinkState {
    /// A link as it is.
    pub fn of((row, source): &(Attribution, Source)) -> Self {
        Self {
            id: row.id,
            role: row.role,
            source_id: row.source_id,
            source: source.name.clone(),
            mention: row.mention_span(),
            mention_text: row.mention.clone(),
            cue: row.cue_span(),
            cue_text: row.cue.clone(),
            quotation: row.quotation,
            verdict: row.verdict,
            note: row.verdict_note.clone(),
        }
    }

    /// The row of it.
    pub(in crate::review) fn row(self, claim: &Claim, ordinal: i32) -> Attribution {
        Attribution {
            id: self.id,
            claim_id: claim.id,
            ordinal,
            role: self.role,
            source_id: self.source_id,
            mention_start: self.mention.map(|s| column_of(s.start)),
            mention_end: self.mention.map(|s| column_of(s.end)),
            mention: self.mention_text,
            cue_start: self.cue.map(|s| column_of(s.start)),
            cue_end: self.cue.map(|s| column_of(s.end)),
            cue: self.cue_text,
            quotation: self.quotation,
            verdict: self.verdict,
            verdict_note: self.note,
        }
    }
}

/// Where a claim stood in a version and who was said to say it, as one side of a line of history tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The version.
    pub version: VersionId,
    /// The words that the claim covered.
    pub spans: Vec<Span>,
    /// Its chain.
    pub links: Vec<LinkState>,
}

impl Standing {
    /// What a side of a line tells; `None` for lines of another kind.
    pub fn read(side: &Value) -> Option<Self> {
        serde_json::from_value(side.get("standing")?.clone()).ok()
    }

    pub(in crate::review) fn of(version: VersionId, spans: Vec<Span>, links: &[(Attribution, Source)]) -> Self {
        Self { version, spans, links: links.iter().map(LinkState::of).collect() }
    }
}

/// Links as a line tells of them, under the sources of today: one that still stands may have been merged since, and so may
/// the source of one that is gone.
pub(in crate::review) fn as_merged(c: &mut DbConnection, subject: &Subject, links: Vec<LinkState>) -> Result<Vec<LinkState>, ReviewError> {
    let gone = links.iter().filter(|link| !subject.chain.iter().any(|(row, _)| row.id == link.id)).map(|link| link.source_id).collect();
    let roots = merge::roots(c, &gone)?;
    let today = |link: LinkState| match subject.chain.iter().find(|(row, _)| row.id == link.id) {
        Some((_, source)) => LinkState { source_id: source.id, source: source.name.clone(), ..link },
        None => LinkState { source_id: roots.get(&link.source_id).copied().unwrap_or(link.source_id), ..link },
    };
    Ok(links.into_iter().map(today).collect())
}

/// What history tells of both sides of a change.
pub(in crate::review) type Sides = (Map<String, Value>, Map<String, Value>);

fn side(key: &str, said: Value, standing: &Standing) -> Map<String, Value> {
    Map::from_iter([(key.to_owned(), said), ("standing".to_owned(), json!(standing))])
}

/// Both sides of a changed chain: the names in order, and everything.
pub(super) fn chain_telling(subject: &Subject, now: &[(Attribution, Source)]) -> Sides {
    let told = |chain: &[(Attribution, Source)]| {
        let names: Vec<&str> = chain.iter().map(|(_, source)| source.name.as_str()).collect();
        side("chain", json!(names), &Standing::of(subject.version.id, subject.pieces(), chain))
    };
    (told(&subject.chain), told(now))
}

/// Both sides of changed words: the words, and everything.
pub(super) fn spans_telling(subject: &Subject, now: &[ClaimSpan]) -> Sides {
    let told = |spans: &[ClaimSpan]| {
        let places = spans.iter().map(ClaimSpan::span).collect();
        side("words", json!(ClaimSpan::quote(spans)), &Standing::of(subject.version.id, places, &subject.chain))
    };
    (told(&subject.spans), told(now))
}

/// Puts back the chain or the words that a line tells of, where nothing else changed them since; gives what history
/// tells of that.
pub(in crate::review) fn restore(c: &mut DbConnection, acting: &Acting, claim: Claim, action: Action, was: &Value, is: &Value) -> Result<Sides, ReviewError> {
    let (Some(old), Some(new)) = (Standing::read(was), Standing::read(is)) else { return Err(ReviewError::NotUndoable) };
    let subject = Subject::of(c, claim)?;
    if subject.version.id != new.version {
        return Err(ReviewError::UndoStale);
    }
    if action == Action::SpansChanged {
        return if subject.pieces() == new.spans { put_spans(c, acting, &subject, &old.spans) } else { Err(ReviewError::UndoStale) };
    }
    let rows =
        |links: Vec<LinkState>| -> Vec<Attribution> { links.into_iter().zip(0_i32..).map(|(link, ordinal)| link.row(&subject.claim, ordinal)).collect() };
    if !subject.chain.iter().map(|(row, _)| row).eq(&rows(as_merged(c, &subject, new.links)?)) {
        return Err(ReviewError::UndoStale);
    }
    let links = as_merged(c, &subject, old.links)?;
    put_chain(c, &subject, &rows(links))
}
