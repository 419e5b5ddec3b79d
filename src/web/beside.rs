//! What stands beside the queue: how many claims fit its filter, the saved views, and how much of the inbox is unread.
//!
//! None of it is decided by, so it may be a second old; what this server changes is seen at once.

use super::Desk;
use super::kept::KeptBy;
use crate::claim::WorkState;
use crate::claim::store::queue::{self, ClaimFilter};
use crate::claim::store::view::{SavedView, list_for};
use crate::db::{DbConnection, StoreError};
use crate::ids::PersonId;
use crate::inbox::store as inbox;
use crate::review::assign::MOST;
use crate::review::view::SHOWN;
use std::sync::Arc;
use std::time::Duration;

/// How old it may be.
const LIFE: Duration = Duration::from_secs(1);

/// What is kept of it.
#[derive(Debug, Default)]
pub struct Beside {
    fitting: KeptBy<(PersonId, String), Option<Vec<WorkState>>>,
    views: KeptBy<PersonId, Vec<(SavedView, String)>>,
    unread: KeptBy<PersonId, i64>,
}

impl Desk {
    /// The states of the claims that fit a filter, which is written as `query` by this person; `None` where there are more
    /// than may be changed at once.
    pub fn fitting(&self, c: &mut DbConnection, me: PersonId, query: String, filter: &ClaimFilter) -> Result<Arc<Option<Vec<WorkState>>>, StoreError> {
        self.beside.fitting.get((me, query), LIFE, || {
            let most = i64::try_from(MOST).unwrap_or(i64::MAX);
            let found = queue::matching_states(c, filter, most + 1)?;
            Ok(Some(found).filter(|found| found.len() <= MOST))
        })
    }

    /// The saved views of this person and of the desk, with their owners' names.
    pub fn views(&self, c: &mut DbConnection, me: PersonId) -> Result<Arc<Vec<(SavedView, String)>>, StoreError> {
        self.beside.views.get(me, LIFE, || list_for(c, me, SHOWN))
    }

    /// How many lines of somebody's inbox are unread.
    pub fn unread(&self, c: &mut DbConnection, me: PersonId) -> Result<Arc<i64>, StoreError> {
        self.beside.unread.get(me, LIFE, || inbox::count_unread_of(c, me))
    }

    /// Has unread lines counted anew when they are next asked for.
    pub(super) fn forget_unread(&self) {
        self.beside.unread.forget();
    }

    /// Does some work; where it changes something, pages that it draws itself and pages drawn behind it show that.
    pub(super) fn at_work<T>(&self, changes: bool, work: impl FnOnce() -> T) -> T {
        if !changes {
            return work();
        }
        self.forget_beside();
        let done = work();
        self.forget_beside();
        self.live.ring();
        done
    }

    fn forget_beside(&self) {
        self.beside.fitting.forget();
        self.beside.views.forget();
        self.beside.unread.forget();
        self.menus.forget();
    }
}
