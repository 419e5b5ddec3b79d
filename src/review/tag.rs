//! Tags on claims: given and taken away by name.

use super::ReviewError;
use super::change::{self, Telling};
use crate::account::{Acting, Permission};
use crate::claim::store::Claim;
use crate::claim::store::tag as store;
use crate::claim::tag::{LONGEST, MOST, tag_key, tags_in};
use crate::db::{DbConnection, transact};
use crate::history::Action;
use crate::ids::{ClaimId, EventId, TagId};
use crate::input::{FieldError, Fields};
use serde_json::{Map, Value, json};

/// Tags to give and to take away, as people type them: separated by commas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TagChange<'a> {
    /// Tags to give.
    pub add: &'a str,
    /// Tags to take away.
    pub remove: &'a str,
}

/// A tag's key and its name.
type Named = (String, String);

fn read(change: &TagChange<'_>) -> Result<(Vec<Named>, Vec<Named>), ReviewError> {
    let mut fields = Fields::new();
    let (add, remove) = (tags_in(&crate::input::clean(change.add)), tags_in(&crate::input::clean(change.remove)));
    for (field, tags) in [("tag_add", &add), ("tag_remove", &remove)] {
        if tags.len() > MOST {
            fields.refuse(FieldError::new(field, "field-tags-count").with("most", MOST));
        } else if tags.iter().any(|(_, name)| name.chars().count() > LONGEST) {
            fields.refuse(FieldError::new(field, "field-tag-too-long").with("most", LONGEST));
        }
    }
    if add.is_empty() && remove.is_empty() {
        fields.refuse(FieldError::new("tag_add", "field-required"));
    }
    fields.done()?;
    Ok((add, remove))
}

/// Gives a claim tags and takes others from it; a tag in both stays.
pub fn change_tags(c: &mut DbConnection, acting: &Acting, id: ClaimId, change: &TagChange<'_>, revision: Option<i32>) -> Result<Claim, ReviewError> {
    acting.require(Permission::Check)?;
    let (add, remove) = read(change)?;
    transact(c, |c| {
        let claim = change::claim_at(c, id, revision)?;
        write(c, acting, &claim, &add, &remove, None)
    })
}

/// Sets all tags of a claim.
pub fn set_tags(c: &mut DbConnection, acting: &Acting, id: ClaimId, tags: &str, revision: Option<i32>) -> Result<Claim, ReviewError> {
    acting.require(Permission::Check)?;
    let wanted = if tags_in(tags).is_empty() { Vec::new() } else { read(&TagChange { add: tags, remove: "" })?.0 };
    transact(c, |c| {
        let claim = change::claim_at(c, id, revision)?;
        let now: Vec<Named> = store::tags_of(c, &[id])?.into_iter().map(|(_, _, name)| (tag_key(&name), name)).collect();
        let gone: Vec<Named> = now.into_iter().filter(|(key, _)| !wanted.iter().any(|(wanted, _)| wanted == key)).collect();
        write(c, acting, &claim, &wanted, &gone, None)
    })
}

fn write(c: &mut DbConnection, acting: &Acting, claim: &Claim, add: &[Named], remove: &[Named], undoes: Option<EventId>) -> Result<Claim, ReviewError> {
    let now: Vec<(TagId, String)> = store::tags_of(c, &[claim.id])?.into_iter().map(|(_, id, name)| (id, name)).collect();
    let has = |key: &str| now.iter().any(|(_, name)| tag_key(name) == key);
    let stays = |key: &String| add.iter().any(|(added, _)| added == key);
    let new: Vec<Named> = add.iter().filter(|(key, _)| !has(key)).cloned().collect();
    let gone: Vec<TagId> = {
        let going = |name: &str| remove.iter().any(|(key, _)| *key == tag_key(name) && !stays(key));
        now.iter().filter(|(_, name)| going(name)).map(|(id, _)| *id).collect()
    };
    if new.is_empty() && gone.is_empty() {
        return Ok(claim.clone());
    }
    if now.len() + new.len() - gone.len() > MOST {
        return Err(vec![FieldError::new("tag_add", "field-tags-count").with("most", MOST)].into());
    }
    let entered = store::enter_tags(c, &acting.ids, &new)?;
    store::delete_claim_tags(c, claim.id, &gone)?;
    store::insert_claim_tags(c, claim.id, &entered.iter().map(|(id, _)| *id).collect::<Vec<_>>())?;
    let was: Vec<&str> = now.iter().map(|(_, name)| name.as_str()).collect();
    let mut is: Vec<&str> = now.iter().filter(|(id, _)| !gone.contains(id)).chain(&entered).map(|(_, name)| name.as_str()).collect();
    is.sort_by_key(|name| tag_key(name));
    let tags = |names: Vec<&str>| Map::from_iter([("tags".to_owned(), json!(names))]);
    let telling = Telling { before: tags(was), after: tags(is), undoes, ..Telling::default() };
    change::save(c, acting, claim, claim.clone(), Action::TagsChanged, telling)
}

/// Takes a change of tags back: what it gave is taken away and what it took away is given again, whatever other tags
/// the claim has by now.
pub(super) fn undo(c: &mut DbConnection, acting: &Acting, claim: &Claim, was: &Value, is: &Value, undoes: EventId) -> Result<(), ReviewError> {
    let names = |side: &Value| -> Option<Vec<Named>> {
        let names = side.get("tags")?.as_array()?.iter().filter_map(Value::as_str);
        Some(names.map(|name| (tag_key(name), name.to_owned())).collect())
    };
    let (was, is) = names(was).zip(names(is)).ok_or(ReviewError::NotUndoable)?;
    let only =
        |some: &[Named], others: &[Named]| -> Vec<Named> { some.iter().filter(|(key, _)| !others.iter().any(|(other, _)| other == key)).cloned().collect() };
    let (given, taken) = (only(&is, &was), only(&was, &is));
    let now: Vec<String> = store::tags_of(c, &[claim.id])?.into_iter().map(|(_, _, name)| tag_key(&name)).collect();
    let still = given.iter().all(|(key, _)| now.contains(key)) && taken.iter().all(|(key, _)| !now.contains(key));
    if !still {
        return Err(ReviewError::UndoStale);
    }
    write(c, acting, claim, &taken, &given, Some(undoes)).map(|_| ())
}
