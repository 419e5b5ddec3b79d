//! What readers of public pages report as wrong: it comes in from anybody, is bounded, and is answered by the desk.
//!
//! A reader needs no account and no mail address. What they write is kept in a table of its own and not in the history,
//! which only says that a report came in and what was done with it: the history can't forget. Start at
//! [`enter_reader_report`].

pub mod store;

pub use store::ReaderReport;

use super::error::ReportError;
use crate::account::limiter::Limiter;
use crate::account::{Acting, Forbidden, Permission};
use crate::article::publication::{Publication, is_slug, store as publications};
use crate::claim::store as claims;
use crate::db::column::At;
use crate::db::{DbConnection, StoreError, transact};
use crate::history::{self, Action, NewEvent, Pen, SubjectKind, chain_of};
use crate::ids::{ClaimId, Ids, ReaderReportId};
use crate::input::{FieldError, Fields, LINE, TEXT};
use chrono::Duration;
use serde_json::json;

/// Longest report of a reader, in characters.
pub const LONGEST: usize = 2_000;
/// Most reports on one article that wait for the desk.
pub const MOST_OPEN: i64 = 100;
/// Most reports on one article in a day.
pub const MOST_A_DAY: i64 = 50;
/// Most reports on all articles that wait for the desk.
pub const MOST_OPEN_ON_THE_DESK: i64 = 2_000;
/// Most reports one after the other from one address; then one in [`REFILL`].
const BURST: u32 = 5;
/// How long an address waits for its next report.
const REFILL: std::time::Duration = std::time::Duration::from_mins(1);

/// Counts reports by the address they come from.
#[derive(Debug)]
pub struct ReaderBrake(Limiter);

impl Default for ReaderBrake {
    fn default() -> Self {
        Self(Limiter::new(BURST, REFILL))
    }
}

impl ReaderBrake {
    /// Lets a report from an address through.
    ///
    /// # Errors
    /// [`ReportError::TooManyFromHere`] with the seconds to wait.
    pub fn check(&self, address: &str) -> Result<(), ReportError> {
        self.0.check(address).map_err(ReportError::TooManyFromHere)
    }
}

/// What a reader wrote. Texts as typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReaderEntry<'a> {
    /// Number of the claim it is about, as the page gives it; empty for the page as a whole.
    pub claim: &'a str,
    /// What is wrong.
    pub body: &'a str,
    /// How the reader can be reached; may be empty.
    pub contact: &'a str,
}

/// Takes in what a reader reports on the public page with this address.
///
/// # Errors
/// [`ReportError::NotFound`] where no page is public there, [`ReportError::TooManyFromReaders`] where the desk can't take more.
pub fn enter_reader_report(c: &mut DbConnection, now: At, ids: &Ids, slug: &str, entry: &ReaderEntry<'_>) -> Result<ReaderReport, ReportError> {
    let mut fields = Fields::new();
    let body = fields.required_text("body", entry.body, LONGEST);
    let contact = fields.line("contact", entry.contact, LINE);
    let number = match entry.claim.trim() {
        "" => None,
        text => {
            let number = text.parse::<i32>().ok();
            if number.is_none() {
                fields.refuse(FieldError::new("claim", "field-claim-not-on-page"));
            }
            number
        }
    };
    transact(c, |c| {
        if !is_slug(slug) {
            return Err(ReportError::NotFound("public page"));
        }
        let page = publications::find_by_slug(c, slug)?.filter(Publication::is_public).ok_or(ReportError::NotFound("public page"))?;
        let chain = chain_of(page.article_id);
        history::hold(c, chain)?;
        let claim = match number {
            Some(number) => claim_on_page(c, &page, number)?,
            None => None,
        };
        if number.is_some() && claim.is_none() {
            fields.refuse(FieldError::new("claim", "field-claim-not-on-page"));
        }
        fields.done()?;
        let today = At(now.0 - Duration::days(1));
        let full = store::count_open(c, Some(page.article_id))? >= MOST_OPEN
            || store::count_since(c, page.article_id, today)? >= MOST_A_DAY
            || store::count_open(c, None)? >= MOST_OPEN_ON_THE_DESK;
        if full {
            return Err(ReportError::TooManyFromReaders);
        }
        let row = ReaderReport {
            id: ids.make(),
            article_id: page.article_id,
            report_id: page.report_id,
            claim_id: claim,
            body,
            contact,
            created_at: now,
            resolved_at: None,
            resolved_by: None,
            resolution: None,
        };
        store::insert(c, &row)?;
        let mut event = NewEvent::new(Action::ReaderReported, SubjectKind::ReaderReport, row.id).after(json!({"address": page.slug, "number": page.number}));
        event.claim = claim;
        history::record(c, &Pen { who: None, name: "reader", now, ids, step: None }, chain, event)?;
        Ok(row)
    })
}

/// The claim with this number in the report that stands on a page.
fn claim_on_page(c: &mut DbConnection, page: &Publication, number: i32) -> Result<Option<ClaimId>, ReportError> {
    let report = super::store::find_report(c, page.report_id)?.ok_or(ReportError::NotFound("report"))?.report()?;
    let id = report.claims.iter().find(|claim| claim.number == number).and_then(|claim| claim.id.parse::<ClaimId>().ok());
    match id {
        Some(id) => Ok(claims::find(c, id)?.filter(|claim| claim.article_id == page.article_id).map(|claim| claim.id)),
        None => Ok(None),
    }
}

/// Answers what a reader reported: what was done with it, in a sentence for the desk.
pub fn resolve_reader_report(c: &mut DbConnection, acting: &Acting, id: ReaderReportId, resolution: &str) -> Result<ReaderReport, ReportError> {
    acting.require(Permission::Check)?;
    let by = acting.id.ok_or(Forbidden(Permission::Check))?;
    let mut fields = Fields::new();
    let resolution = fields.required_text("resolution", resolution, TEXT);
    fields.done()?;
    transact(c, |c| {
        let row = store::find(c, id)?.ok_or(ReportError::NotFound("reader report"))?;
        history::hold(c, chain_of(row.article_id))?;
        if !store::resolve(c, id, by, acting.now, &resolution)? {
            return Err(ReportError::AlreadyResolved);
        }
        let mut event = NewEvent::new(Action::ReaderAnswered, SubjectKind::ReaderReport, id).reason(&resolution);
        event.claim = row.claim_id;
        history::record(c, &acting.pen(), chain_of(row.article_id), event)?;
        store::find(c, id)?.ok_or_else(|| StoreError::Broken("a reader's report went away".to_owned()).into())
    })
}
