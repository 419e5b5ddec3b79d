//! Corrections after publication: typed entries that stand in every later report and are never changed or removed.

use super::error::ReportError;
use super::store::{self, Correction};
use crate::account::{Acting, Forbidden, Permission};
use crate::article::CorrectionKind;
use crate::article::store as articles;
use crate::claim::store as claims;
use crate::db::{DbConnection, transact};
use crate::history::{self, Action, NewEvent, SubjectKind, chain_of};
use crate::ids::{ArticleId, ClaimId};
use crate::input::{FieldError, Fields, LINE, TEXT};
use serde_json::json;

/// What was changed in a published article. Texts as typed.
#[derive(Clone, Debug, Default)]
pub struct CorrectionEntry<'a> {
    /// The claim it is about, where it is about one.
    pub claim: Option<ClaimId>,
    /// What kind of change, as a code.
    pub kind: &'a str,
    /// What the article said.
    pub was: &'a str,
    /// What it says now.
    pub now_says: &'a str,
    /// Why.
    pub why: &'a str,
    /// Who found it.
    pub found_by: &'a str,
    /// When the change was published, as year-month-day; today where empty.
    pub published_on: &'a str,
}

/// Enters a correction; whoever enters it approves it.
pub fn enter_correction(c: &mut DbConnection, acting: &Acting, article: ArticleId, entry: &CorrectionEntry<'_>) -> Result<Correction, ReportError> {
    acting.require(Permission::SignOff)?;
    let approved_by = acting.id.ok_or(Forbidden(Permission::SignOff))?;
    let today = acting.now.0.date_naive();
    let mut fields = Fields::new();
    let kind = fields.choice("kind", entry.kind, CorrectionKind::Correction);
    let needs = Needs::of(kind);
    let mut text = |field, text, needed: bool| if needed { fields.required_text(field, text, TEXT) } else { fields.text(field, text, TEXT) };
    let was = text("was", entry.was, needs.was);
    let now_says = text("now_says", entry.now_says, needs.now_says);
    let why = text("why", entry.why, needs.why);
    let found_by = fields.line("found_by", entry.found_by, LINE);
    let published_on = fields.date("published_on", entry.published_on).unwrap_or(today);
    // A desk east of Greenwich may already be a day ahead.
    if published_on > today.succ_opt().unwrap_or(today) {
        fields.refuse(FieldError::new("published_on", "field-date-in-future"));
    }
    fields.done()?;
    transact(c, |c| {
        articles::find_article(c, article)?.ok_or(ReportError::NotFound("article"))?;
        if let Some(claim) = entry.claim {
            claims::find(c, claim)?.filter(|claim| claim.article_id == article).ok_or(ReportError::NotFound("claim"))?;
        }
        let row = Correction {
            id: acting.ids.make(),
            article_id: article,
            claim_id: entry.claim,
            kind,
            was,
            now_says,
            why,
            found_by,
            approved_by,
            published_on,
            created_at: acting.now,
        };
        store::insert_correction(c, &row)?;
        let mut event = NewEvent::new(Action::CorrectionEntered, SubjectKind::Article, article).after(json!({
            "id": row.id, "kind": row.kind, "was": row.was, "now_says": row.now_says, "why": row.why,
            "found_by": row.found_by, "published_on": row.published_on,
        }));
        event.claim = entry.claim;
        history::record(c, &acting.pen(), chain_of(article), event)?;
        Ok(row)
    })
}

/// Which texts a kind of correction can't do without.
struct Needs {
    was: bool,
    now_says: bool,
    why: bool,
}

impl Needs {
    fn of(kind: CorrectionKind) -> Self {
        let (was, now_says, why) = match kind {
            CorrectionKind::Typo | CorrectionKind::Clarification => (true, true, false),
            CorrectionKind::Correction => (true, true, true),
            // An update may only add; a retraction leaves nothing.
            CorrectionKind::Update => (false, true, false),
            CorrectionKind::Retraction => (false, false, true),
        };
        Self { was, now_says, why }
    }
}
