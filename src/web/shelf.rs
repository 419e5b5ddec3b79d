//! Pages that were drawn, kept in memory within a limit of bytes: what was drawn first goes first.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// Pages by what each is of.
#[derive(Debug)]
pub(super) struct Shelf<K, P> {
    /// Most bytes of all pages together.
    most: usize,
    /// Longest page that is kept.
    longest: usize,
    pages: Mutex<Pages<K, P>>,
}

#[derive(Debug)]
struct Pages<K, P> {
    /// Each page with its bytes.
    kept: HashMap<K, (P, usize)>,
    /// In the order in which they were drawn.
    order: VecDeque<K>,
    bytes: usize,
}

impl<K: Clone + Eq + Hash, P: Clone> Shelf<K, P> {
    /// An empty shelf.
    pub fn new(most: usize, longest: usize) -> Self {
        Self { most, longest, pages: Mutex::new(Pages { kept: HashMap::new(), order: VecDeque::new(), bytes: 0 }) }
    }

    /// The page of `key`, if one is kept that `is_good`.
    pub fn find(&self, key: &K, is_good: impl FnOnce(&P) -> bool) -> Option<P> {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.kept.get(key).map(|(page, _)| page).filter(|page| is_good(page)).cloned()
    }

    /// Keeps a page of so many bytes in place of what was kept of `key`; one that is too long is not kept.
    pub fn keep(&self, key: K, page: P, bytes: usize) {
        if bytes > self.longest {
            return;
        }
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.bytes += bytes;
        match pages.kept.insert(key.clone(), (page, bytes)) {
            Some((_, old)) => pages.bytes -= old,
            None => pages.order.push_back(key),
        }
        while pages.bytes > self.most
            && let Some(oldest) = pages.order.pop_front()
        {
            pages.bytes -= pages.kept.remove(&oldest).map_or(0, |(_, bytes)| bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_drawn_first_goes_first_and_nothing_too_long_is_kept() {
        let shelf = Shelf::new(10, 6);
        shelf.keep("a", 1, 4);
        shelf.keep("b", 2, 4);
        shelf.keep("a", 3, 5);
        assert_eq!([shelf.find(&"a", |_| true), shelf.find(&"b", |_| true)], [Some(3), Some(2)]);
        shelf.keep("c", 4, 6);
        assert_eq!(["a", "b", "c"].map(|key| shelf.find(&key, |_| true)), [None, Some(2), Some(4)]);
        shelf.keep("d", 5, 7);
        assert_eq!([shelf.find(&"d", |_| true), shelf.find(&"c", |page| *page > 4)], [None, None]);
    }
}
