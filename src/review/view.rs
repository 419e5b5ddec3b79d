//! Views of the queue: a filter kept under a name, for oneself or for the whole desk.
//!
//! A view of one's own is nobody else's business and leaves no line of history; what the whole desk works by does.

use super::ReviewError;
use crate::account::{Acting, Forbidden, Permission};
use crate::claim::store::view::{self as store, SavedView};
use crate::db::{DbConnection, transact};
use crate::history::{self, Action, NewEvent, SubjectKind};
use crate::ids::{ChainId, PersonId, ViewId};
use crate::input::Fields;
use serde_json::{Value, json};

/// Longest name.
pub const NAME: usize = 80;
/// Longest filter.
pub const QUERY: usize = 2_000;
/// Most views of one person, shared ones included.
pub const MOST: usize = 50;
/// Most views shown to one person.
pub const SHOWN: i64 = 200;

/// A view about to be saved.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewView<'a> {
    /// What it is called.
    pub name: &'a str,
    /// The filter, as the address of the queue has it.
    pub query: &'a str,
    /// Whether the whole desk is to have it.
    pub shared: bool,
}

/// A change of a view. `None` leaves a field as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct ViewChange<'a> {
    /// What it is called.
    pub name: Option<&'a str>,
    /// The filter.
    pub query: Option<&'a str>,
    /// Whether the whole desk has it.
    pub shared: Option<bool>,
    /// Its place in the list.
    pub ordinal: Option<i32>,
}

/// Saves a filter under a name. What the whole desk is to have is an editor's to save.
pub fn save_view(c: &mut DbConnection, acting: &Acting, new: &NewView<'_>) -> Result<SavedView, ReviewError> {
    acting.require(Permission::Read)?;
    let owner_id = acting.id.ok_or(Forbidden(Permission::Read))?;
    if new.shared {
        acting.require(Permission::Assign)?;
    }
    let mut fields = Fields::new();
    let name = fields.required_line("name", new.name, NAME);
    let query = fields.line("query", new.query, QUERY);
    fields.done()?;
    transact(c, |c| {
        if usize::try_from(store::count_of(c, owner_id)?).unwrap_or(usize::MAX) >= MOST {
            return Err(ReviewError::TooManyViews(MOST));
        }
        let view = SavedView {
            id: acting.ids.make(),
            owner_id,
            name,
            query,
            shared: new.shared,
            ordinal: store::next_ordinal(c, owner_id)?,
            created_at: acting.now,
            updated_at: acting.now,
            revision: 1,
        };
        store::insert(c, &view)?;
        if view.shared {
            tell(c, acting, &view, Action::ViewShared, None)?;
        }
        Ok(view)
    })
}

/// Changes a view. One's own that nobody else has is one's own to change; what the whole desk has, or is to have, an
/// editor's.
pub fn change_view(c: &mut DbConnection, acting: &Acting, id: ViewId, change: &ViewChange<'_>, revision: Option<i32>) -> Result<SavedView, ReviewError> {
    let mut fields = Fields::new();
    let name = change.name.map(|name| fields.required_line("name", name, NAME));
    let query = change.query.map(|query| fields.line("query", query, QUERY));
    transact(c, |c| {
        let view = view_at(c, acting, id)?;
        if change.shared == Some(true) {
            acting.require(Permission::Assign)?;
        }
        fields.done()?;
        if revision.is_some_and(|revision| revision != view.revision) {
            return Err(stale(&view));
        }
        let after = SavedView {
            name: name.unwrap_or_else(|| view.name.clone()),
            query: query.unwrap_or_else(|| view.query.clone()),
            shared: change.shared.unwrap_or(view.shared),
            ordinal: change.ordinal.unwrap_or(view.ordinal),
            ..view.clone()
        };
        if after == view {
            return Ok(view);
        }
        let after = SavedView { updated_at: acting.now, ..after };
        if !store::update(c, &after)? {
            return Err(stale(&store::find(c, id)?.ok_or(ReviewError::NotFound("view"))?));
        }
        match (view.shared, after.shared) {
            (false, true) => tell(c, acting, &after, Action::ViewShared, None)?,
            (true, false) => tell(c, acting, &view, Action::ViewWithdrawn, None)?,
            (true, true) if as_json(&view) != as_json(&after) => tell(c, acting, &after, Action::ViewAmended, Some(as_json(&view)))?,
            _ => {}
        }
        Ok(SavedView { revision: after.revision + 1, ..after })
    })
}

/// Moves a view one place up or down among those that stand with it: one's own, or the desk's.
pub fn move_view(c: &mut DbConnection, acting: &Acting, id: ViewId, up: bool) -> Result<(), ReviewError> {
    transact(c, |c| {
        let view = view_at(c, acting, id)?;
        let mut group: Vec<SavedView> =
            store::list_for(c, view.owner_id, SHOWN)?.into_iter().map(|(other, _)| other).filter(|other| other.shared == view.shared).collect();
        let Some(at) = group.iter().position(|other| other.id == id) else { return Err(ReviewError::NotFound("view")) };
        let to = if up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < group.len()) };
        let Some(to) = to else { return Ok(()) };
        group.swap(at, to);
        for (other, ordinal) in group.into_iter().zip(1..) {
            if other.ordinal != ordinal && !store::update(c, &SavedView { ordinal, ..other.clone() })? {
                return Err(stale(&other));
            }
        }
        Ok(())
    })
}

/// Forgets a view.
pub fn delete_view(c: &mut DbConnection, acting: &Acting, id: ViewId, revision: Option<i32>) -> Result<(), ReviewError> {
    transact(c, |c| {
        let view = view_at(c, acting, id)?;
        if revision.is_some_and(|revision| revision != view.revision) || !store::delete(c, id, view.revision)? {
            return Err(stale(&view));
        }
        if view.shared {
            tell(c, acting, &view, Action::ViewWithdrawn, None)?;
        }
        Ok(())
    })
}

/// The view, if this person may change it. Somebody else's own is not there for them.
fn view_at(c: &mut DbConnection, acting: &Acting, id: ViewId) -> Result<SavedView, ReviewError> {
    acting.require(Permission::Read)?;
    let view = store::find(c, id)?.filter(|view| view.shared || is_own(acting.id, view)).ok_or(ReviewError::NotFound("view"))?;
    if view.shared {
        acting.require(Permission::Assign)?;
    }
    Ok(view)
}

fn is_own(person: Option<PersonId>, view: &SavedView) -> bool {
    person == Some(view.owner_id)
}

/// Whether somebody may change a view that they see.
pub fn may_change(acting: &Acting, view: &SavedView) -> bool {
    if view.shared { acting.role.may(Permission::Assign) } else { is_own(acting.id, view) }
}

fn as_json(view: &SavedView) -> Value {
    json!({"name": view.name, "query": view.query})
}

fn stale(view: &SavedView) -> ReviewError {
    let current = json!({"name": view.name, "query": view.query, "shared": view.shared, "ordinal": view.ordinal, "revision": view.revision});
    ReviewError::Stale { what: "view", current }
}

fn tell(c: &mut DbConnection, acting: &Acting, view: &SavedView, action: Action, before: Option<Value>) -> Result<(), ReviewError> {
    let event = NewEvent::new(action, SubjectKind::View, view.id).after(as_json(view));
    let event = match before {
        Some(before) => event.before(before),
        None => event,
    };
    history::record(c, &acting.pen(), ChainId::DESK, event)?;
    Ok(())
}
