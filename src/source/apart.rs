//! Saying that two entries are different, so that nobody is asked again; and taking that back.

use super::RegistryError;
use super::alike::pair;
use super::store::{self, alike::Difference};
use crate::account::{Acting, Permission};
use crate::db::{DbConnection, transact};
use crate::history::{self, Action, NewEvent, SubjectKind};
use crate::ids::{ChainId, EventId, SourceId};
use serde_json::{Value, json};

/// Says that two sources are different, or takes that back. What is so already stays so without a line of history.
pub fn tell_apart(c: &mut DbConnection, acting: &Acting, a: SourceId, b: SourceId, different: bool) -> Result<(), RegistryError> {
    acting.require(Permission::KeepRegistry)?;
    if a == b {
        return Err(RegistryError::WithItself);
    }
    transact(c, |c| put(c, acting, a, b, different, None).map(drop))
}

/// Takes back what a line tells of, where it still stands.
pub(crate) fn undo(c: &mut DbConnection, acting: &Acting, one: SourceId, was: &Value, line: EventId) -> Result<(), RegistryError> {
    let other: SourceId = history::field(was, "other_id").ok_or(RegistryError::Stale)?;
    let different: bool = history::field(was, "different").ok_or(RegistryError::Stale)?;
    if put(c, acting, one, other, different, Some(line))? { Ok(()) } else { Err(RegistryError::Stale) }
}

fn put(c: &mut DbConnection, acting: &Acting, a: SourceId, b: SourceId, different: bool, undoes: Option<EventId>) -> Result<bool, RegistryError> {
    let (one_id, other_id) = pair(a, b);
    let one = store::find(c, one_id)?.ok_or(RegistryError::NotFound)?;
    let other = store::find(c, other_id)?.ok_or(RegistryError::NotFound)?;
    let changed = if different {
        store::alike::put_difference(c, &Difference { one_id, other_id, by_name: acting.name.clone(), told_at: acting.now })?
    } else {
        store::alike::drop_difference(c, one_id, other_id)?
    };
    if changed {
        let side = |different: bool| json!({"name": one.name, "other_id": other_id, "other": other.name, "different": different});
        let event = NewEvent::new(Action::SourcesToldApart, SubjectKind::Source, one_id).before(side(!different)).after(side(different)).undoing(undoes);
        history::record(c, &acting.pen(), ChainId::DESK, event)?;
    }
    Ok(changed)
}
