//! Whom the desk asked about a claim, in the database.

use crate::claim::contact::{ContactChannel, ContactOutcome};
use crate::db::column::At;
use crate::db::schema::{claims, contacts, people};
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, ClaimId, ContactId, PersonId};
use chrono::NaiveDate;
use diesel::prelude::*;

crate::text_columns!(ContactChannel, ContactOutcome);

/// Somebody asked for comment.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = contacts)]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// The claim they were asked about.
    pub claim_id: ClaimId,
    /// Who was asked.
    pub name: String,
    /// What they are, or whom they speak for; may be empty.
    pub party: String,
    /// How they were asked.
    pub channel: ContactChannel,
    /// When.
    pub asked_on: NaiveDate,
    /// What they were asked.
    pub question: String,
    /// What came of it.
    pub outcome: ContactOutcome,
    /// When they answered.
    pub answered_on: Option<NaiveDate>,
    /// What they said; may be empty.
    pub answer: String,
    /// Whether who it was and what they said must not leave the desk.
    pub confidential: bool,
    /// Who entered it.
    pub created_by: PersonId,
    /// When.
    pub created_at: At,
    /// When it last changed.
    pub updated_at: At,
    /// When it was taken out.
    pub removed_at: Option<At>,
    /// Counts the changes of this row.
    pub revision: i32,
}

/// Keeps a new entry.
pub fn insert_contact(c: &mut DbConnection, row: &Contact) -> Result<(), StoreError> {
    diesel::insert_into(contacts::table).values(row).execute(c)?;
    Ok(())
}

/// One entry, also one that was taken out.
pub fn find_contact(c: &mut DbConnection, id: ContactId) -> Result<Option<Contact>, StoreError> {
    Ok(contacts::table.find(id).select(Contact::as_select()).first(c).optional()?)
}

/// Who was asked about a claim, first asked first, with the names of those who entered it.
pub fn contacts_of(c: &mut DbConnection, claim: ClaimId) -> Result<Vec<(Contact, String)>, StoreError> {
    Ok(contacts::table
        .inner_join(people::table)
        .filter(contacts::claim_id.eq(claim))
        .filter(contacts::removed_at.is_null())
        .select((Contact::as_select(), people::name))
        .order((contacts::asked_on.asc(), contacts::id.asc()))
        .load(c)?)
}

/// Who was asked about these claims, first asked first, with the names of those who entered it.
pub fn contacts_of_claims(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<(Contact, String)>, StoreError> {
    Ok(contacts::table
        .inner_join(people::table)
        .filter(contacts::claim_id.eq_any(ids.to_vec()))
        .filter(contacts::removed_at.is_null())
        .select((Contact::as_select(), people::name))
        .order((contacts::asked_on.asc(), contacts::id.asc()))
        .load(c)?)
}

/// Who was asked about the claims of an article, first asked first, with the names of those who entered it.
pub fn contacts_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<(Contact, String)>, StoreError> {
    let claims_in = claims::table.filter(claims::article_id.eq(article)).filter(claims::removed_at.is_null()).select(claims::id);
    Ok(contacts::table
        .inner_join(people::table)
        .filter(contacts::claim_id.eq_any(claims_in))
        .filter(contacts::removed_at.is_null())
        .select((Contact::as_select(), people::name))
        .order((contacts::asked_on.asc(), contacts::id.asc()))
        .load(c)?)
}

/// Writes an entry's changeable fields if nobody changed them since `row.revision`.
pub fn update_contact(c: &mut DbConnection, row: &Contact) -> Result<bool, StoreError> {
    let changed = diesel::update(contacts::table.filter(contacts::id.eq(row.id)).filter(contacts::revision.eq(row.revision)))
        .set((
            (contacts::name.eq(&row.name), contacts::party.eq(&row.party), contacts::channel.eq(row.channel)),
            (contacts::asked_on.eq(row.asked_on), contacts::question.eq(&row.question), contacts::outcome.eq(row.outcome)),
            (contacts::answered_on.eq(row.answered_on), contacts::answer.eq(&row.answer), contacts::confidential.eq(row.confidential)),
            (contacts::updated_at.eq(row.updated_at), contacts::removed_at.eq(row.removed_at), contacts::revision.eq(row.revision + 1)),
        ))
        .execute(c)?;
    Ok(changed == 1)
}
