//! What pages of every visit show and nothing is decided by, kept for a moment instead of read each time.
//!
//! A deed never looks here; it reads the rows themselves.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Most values of one kind that are kept.
const MOST: usize = 1_000;

/// Values that may be a little old, each by what it is of.
#[derive(Debug)]
pub struct KeptBy<K, T>(Mutex<HashMap<K, Made<T>>>);

/// A single value that may be a little old.
pub type Kept<T> = KeptBy<(), T>;

#[derive(Debug)]
struct Made<T> {
    value: Arc<T>,
    at: Instant,
    took: Duration,
}

impl<K, T> Default for KeptBy<K, T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Hash + Eq, T> KeptBy<K, T> {
    /// The value of `key`, made anew where it is older than `life` and than fifty times what making it took: what is dear
    /// to make is made less often, so that it never takes more than a fiftieth of the time.
    ///
    /// # Errors
    /// Those of `make`; the old value stays then.
    pub fn get<E>(&self, key: K, life: Duration, make: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        if let Some(made) = self.all().get(&key)
            && made.at.elapsed() < life.max(made.took * 50)
        {
            return Ok(made.value.clone());
        }
        let begun = Instant::now();
        let value = Arc::new(make()?);
        let made = Made { value: value.clone(), at: Instant::now(), took: begun.elapsed() };
        let mut all = self.all();
        if all.len() >= MOST {
            all.clear();
        }
        all.insert(key, made);
        Ok(value)
    }

    /// Has all values made anew when they are next asked for.
    pub fn forget(&self) {
        self.all().clear();
    }

    fn all(&self) -> MutexGuard<'_, HashMap<K, Made<T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
