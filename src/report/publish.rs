//! Publishing: a frozen report gets a page that everybody can read. Off until an editor does it, taken back at any time.
//!
//! Nothing else of the desk becomes readable by it, and the page says only what was frozen. Start at
//! [`publish_report`].

use super::error::ReportError;
use super::store as reports;
use crate::account::{Acting, Permission, random_bytes};
use crate::article::publication::{Publication, chosen_slug, store, unguessable_slug};
use crate::db::{DbConnection, StoreError, transact};
use crate::history::{self, Action, NewEvent, SubjectKind, chain_of};
use crate::ids::{ArticleId, ReportId};
use crate::input::{FieldError, Fields};

/// Publishes a frozen report. Where the article has a public page already, the page moves to this report and keeps its
/// address; else it gets the one that was chosen, or with an empty one an address that nobody can guess.
pub fn publish_report(c: &mut DbConnection, acting: &Acting, report: ReportId, address: &str) -> Result<Publication, ReportError> {
    acting.require(Permission::Freeze)?;
    let mut fields = Fields::new();
    let chosen = chosen_slug(&mut fields, address);
    fields.done()?;
    transact(c, |c| {
        let (article, number) = reports::place_of_report(c, report)?.ok_or(ReportError::NotFound("report"))?;
        history::hold(c, chain_of(article))?;
        let public = store::public_of_article(c, article)?;
        let taken = || ReportError::Invalid(vec![FieldError::new("address", "field-address-taken")]);
        let row = match (public, chosen) {
            (Some(public), None) => public,
            (Some(public), Some(slug)) if slug == public.slug => public,
            (Some(_), Some(_)) => return Err(ReportError::PublicElsewhere),
            (None, Some(slug)) => match store::find_by_slug(c, &slug)? {
                Some(known) if known.article_id == article => known,
                Some(_) => return Err(taken()),
                None => return insert(c, acting, new(acting, article, report, number, slug, true)).map_err(|error| if_taken(error, taken)),
            },
            (None, None) => {
                let slug = unguessable_slug(&random_bytes().map_err(StoreError::Broken)?);
                return insert(c, acting, new(acting, article, report, number, slug, false));
            }
        };
        if row.is_public() && row.report_id == report {
            return Ok(row);
        }
        let action = if row.is_public() { Action::PageMoved } else { Action::PagePublished };
        let after = Publication { report_id: report, number, withdrawn_at: None, updated_at: acting.now, ..row.clone() };
        save(c, acting, &row, after, action, "")
    })
}

/// Takes an article's public page back. Its address leads nowhere from now on, and to no other article ever.
pub fn withdraw_page(c: &mut DbConnection, acting: &Acting, article: ArticleId, reason: &str) -> Result<Publication, ReportError> {
    acting.require(Permission::Freeze)?;
    transact(c, |c| {
        history::hold(c, chain_of(article))?;
        let row = store::public_of_article(c, article)?.ok_or(ReportError::NotFound("public page"))?;
        let after = Publication { withdrawn_at: Some(acting.now), updated_at: acting.now, ..row.clone() };
        save(c, acting, &row, after, Action::PageWithdrawn, reason)
    })
}

fn new(acting: &Acting, article_id: ArticleId, report_id: ReportId, number: i32, slug: String, chosen: bool) -> Publication {
    Publication {
        id: acting.ids.make(),
        article_id,
        slug,
        chosen,
        report_id,
        number,
        published_at: acting.now,
        updated_at: acting.now,
        withdrawn_at: None,
        revision: 1,
    }
}

/// Of two that choose the same address at the same time for different articles, the second gets to know here.
fn if_taken(error: ReportError, taken: impl FnOnce() -> ReportError) -> ReportError {
    use diesel::result::{DatabaseErrorKind, Error};
    match error {
        ReportError::Store(StoreError::Query(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _))) => taken(),
        other => other,
    }
}

fn insert(c: &mut DbConnection, acting: &Acting, row: Publication) -> Result<Publication, ReportError> {
    store::insert(c, &row)?;
    let event = NewEvent::new(Action::PagePublished, SubjectKind::Page, row.id).after(row.as_json());
    history::record(c, &acting.pen(), chain_of(row.article_id), event)?;
    Ok(row)
}

fn save(c: &mut DbConnection, acting: &Acting, row: &Publication, after: Publication, action: Action, reason: &str) -> Result<Publication, ReportError> {
    if !store::update(c, &after)? {
        return Err(StoreError::Broken("a public page changed while its article's history was held".to_owned()).into());
    }
    let event = NewEvent::new(action, SubjectKind::Page, row.id).before(row.as_json()).after(after.as_json()).reason(reason);
    history::record(c, &acting.pen(), chain_of(row.article_id), event)?;
    Ok(Publication { revision: after.revision + 1, ..after })
}
