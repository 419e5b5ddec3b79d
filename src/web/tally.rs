//! How the whole desk stands: how many claims are in each state.

use super::Desk;
use crate::claim::WorkState;
use crate::claim::store::queue;
use crate::db::{DbConnection, StoreError};
use std::sync::Arc;
use std::time::Duration;

/// How old the counts may be, at the least; counting a large desk takes a while, and then they may be older.
const LIFE: Duration = Duration::from_secs(2);

/// How many claims of the whole desk are in each state.
pub type DeskCounts = Vec<(WorkState, i64)>;

impl Desk {
    /// How many claims of the whole desk are in each state, about now.
    pub fn state_counts(&self, c: &mut DbConnection) -> Result<Arc<DeskCounts>, StoreError> {
        self.counts.get((), LIFE, || queue::count_by_state(c))
    }
}
