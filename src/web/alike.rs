//! Entries of the registry that may be the same: worked out in memory, and anew once the registry has changed.

use super::Desk;
use crate::db::{DbConnection, StoreError};
use crate::source::alike::{Suggestion, suggest};
use crate::source::store::alike as store;
use std::sync::{Arc, Mutex, PoisonError};

/// What the suggestions were made of, and they.
type Made = (store::State, Arc<Vec<Suggestion>>);

/// The suggestions as they were last made.
#[derive(Debug, Default)]
pub(super) struct Alikes(Mutex<Option<Made>>);

impl Desk {
    /// Entries that may be the same, the surest first.
    pub fn alike(&self, c: &mut DbConnection) -> Result<Arc<Vec<Suggestion>>, StoreError> {
        // Read first: what changes while the rest is read makes this old at once.
        let state = store::state(c)?;
        let kept = || self.alikes.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = kept().as_ref().filter(|(of, _)| *of == state) {
            return Ok(found.clone());
        }
        let found = Arc::new(suggest(&store::entries(c)?, &store::differences(c)?));
        *kept() = Some((state, found.clone()));
        Ok(found)
    }
}
