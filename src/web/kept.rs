//! What pages of every visit show and nothing is decided by, kept for a moment instead of read each time.
//!
//! A deed never looks here; it reads the rows themselves.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A value that may be a little old.
#[derive(Debug)]
pub struct Kept<T>(Mutex<Option<Made<T>>>);

#[derive(Debug)]
struct Made<T> {
    value: Arc<T>,
    at: Instant,
    took: Duration,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<T> Kept<T> {
    /// The value, made anew where it is older than `life` and than fifty times what making it took: what is dear to
    /// make is made less often, so that it never takes more than a fiftieth of the time.
    ///
    /// # Errors
    /// Those of `make`; the old value stays then.
    pub fn get<E>(&self, life: Duration, make: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = kept().as_ref()
            && made.at.elapsed() < life.max(made.took * 50)
        {
            return Ok(made.value.clone());
        }
        let begun = Instant::now();
        let value = Arc::new(make()?);
        *kept() = Some(Made { value: value.clone(), at: Instant::now(), took: begun.elapsed() });
        Ok(value)
    }

    /// Has the value made anew when it is next asked for.
    pub fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Most values of one kind that are kept.
const MOST: usize = 1_000;

/// Values that may be a little old, each by what it is of.
#[derive(Debug)]
pub struct KeptBy<K, T>(Mutex<HashMap<K, (Arc<T>, Instant)>>);

impl<K, T> Default for KeptBy<K, T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Hash + Eq, T> KeptBy<K, T> {
    /// The value of `key`, made anew where it is older than `life`.
    ///
    /// # Errors
    /// Those of `make`; nothing is kept then.
    pub fn get<E>(&self, key: K, life: Duration, make: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((value, at)) = kept().get(&key)
            && at.elapsed() < life
        {
            return Ok(value.clone());
        }
        let value = Arc::new(make()?);
        let mut all = kept();
        if all.len() >= MOST {
            all.clear();
        }
        all.insert(key, (value.clone(), Instant::now()));
        Ok(value)
    }

    /// Has all values made anew when they are next asked for.
    pub fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
