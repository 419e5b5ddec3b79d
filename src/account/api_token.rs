//! Tokens with which programs act for a person.

use super::store::{self, Person, Token};
use super::{AccountError, Acting, Permission, Secret};
use crate::db::column::At;
use crate::db::{DbConnection, StoreError, transact};
use crate::history::{self, Action, NewEvent, SubjectKind};
use crate::ids::{ChainId, PersonId, TokenId};
use crate::input::Fields;
use chrono::Duration;
use serde_json::json;

/// Makes a token that acts for `person`, with the role they have at the time of each call. Everybody may
/// make tokens for themselves, an admin for anybody. The secret is shown this once.
pub fn make_token(c: &mut DbConnection, acting: &Acting, person: PersonId, name: &str, days: Option<i64>) -> Result<(Token, Secret), AccountError> {
    if acting.id != Some(person) {
        acting.require(Permission::Administer)?;
    }
    let mut fields = Fields::new();
    let name = fields.required_line("name", name, 100);
    fields.done()?;
    let secret = Secret::make().map_err(StoreError::Broken)?;
    transact(c, |c| {
        store::find_member(c, person)?.ok_or(AccountError::NotFound("person"))?;
        let token = Token {
            id: acting.ids.make(),
            person_id: person,
            name: name.clone(),
            token_hash: secret.hash(),
            created_at: acting.now,
            expires_at: days.map(|days| At(acting.now.0 + Duration::days(days.clamp(1, 3_650)))),
            last_used_at: None,
            revoked_at: None,
        };
        store::insert_token(c, &token)?;
        let event = NewEvent::new(Action::TokenMade, SubjectKind::Token, token.id).after(json!({"name": name, "person": person}));
        history::record(c, &acting.pen(), ChainId::DESK, event)?;
        Ok((token, secret))
    })
}

/// Ends a token.
pub fn revoke_token(c: &mut DbConnection, acting: &Acting, id: TokenId) -> Result<(), AccountError> {
    transact(c, |c| {
        let token = store::find_token_by_id(c, id)?.ok_or(AccountError::NotFound("token"))?;
        if acting.id != Some(token.person_id) {
            acting.require(Permission::Administer)?;
        }
        if store::revoke_token(c, id, acting.now)? {
            let event = NewEvent::new(Action::TokenRevoked, SubjectKind::Token, id).after(json!({"name": token.name}));
            history::record(c, &acting.pen(), ChainId::DESK, event)?;
        }
        Ok(())
    })
}

/// The person a presented token acts for, if both hold. Writes the use down now and then.
pub fn resume(c: &mut DbConnection, presented: &str, now: At) -> Result<Option<Person>, StoreError> {
    let Some((token, person)) = store::find_token(c, &Secret::presented(presented).hash(), now)? else { return Ok(None) };
    if token.last_used_at.is_none_or(|used| now.0 - used.0 > Duration::minutes(15)) {
        store::touch_token(c, token.id, now)?;
    }
    Ok(Some(person))
}
