//! The ground all test binaries stand on: a desk of its own for every test, on both databases.
//!
//! A test binary says `#[path = "../support/mod.rs"] mod support;`. Its tests are plain functions that take a
//! stage ([`Desk`] or one of their own) and are named once in [`on_both_databases!`]; a function that is not
//! named there is never run, and the compiler warns of it. [`TestDb`] is the database, [`Desk`] the people
//! and things on it.
#![allow(dead_code, unused_imports, unused_macros, reason = "each test binary uses a part")]

mod app;
mod database;
mod desk;
mod rows;
mod smtp;
mod stream;

pub use app::{App, Reply, Visitor};
pub use database::{Stage, TestDb, skip_without_postgres};
pub use desk::{Desk, TEXT, actions, because, finding, later, start};
pub use rows::{columns, definitions, tables};
pub use smtp::MailServer;
pub use stream::{Heard, Stream};

/// Makes a test on SQLite and one on PostgreSQL of each named function: modules `sqlite` and `postgres`.
///
/// `on_both_databases! { Desk: this_holds, that_is_refused }` for functions that take a `&mut Desk` (any
/// [`Stage`]); `on_both_databases! { async App: … }` for `async fn`s that take the stage itself.
#[macro_export]
macro_rules! on_both_databases {
    (async $stage:ty: $($test:ident),+ $(,)?) => {
        mod sqlite {
            use super::*;
            $(#[test]
            fn $test() {
                let db = $crate::support::TestDb::sqlite();
                actix_web::rt::System::new().block_on(async move { super::$test(<$stage as $crate::support::Stage>::on(db)).await });
            })+
        }
        mod postgres {
            use super::*;
            $(#[test]
            fn $test() {
                let Some(db) = $crate::support::TestDb::postgres() else { return $crate::support::skip_without_postgres() };
                actix_web::rt::System::new().block_on(async move { super::$test(<$stage as $crate::support::Stage>::on(db)).await });
            })+
        }
    };
    ($stage:ty: $($test:ident),+ $(,)?) => {
        mod sqlite {
            use super::*;
            $(#[test]
            fn $test() {
                super::$test(&mut <$stage as $crate::support::Stage>::on($crate::support::TestDb::sqlite()));
            })+
        }
        mod postgres {
            use super::*;
            $(#[test]
            fn $test() {
                let Some(db) = $crate::support::TestDb::postgres() else { return $crate::support::skip_without_postgres() };
                super::$test(&mut <$stage as $crate::support::Stage>::on(db));
            })+
        }
    };
}
pub use on_both_databases;

/// A seed for a random test, told on the way so that a failure can be run again: taken from `SEED` where that
/// is set, else from the clock.
pub fn seed() -> u64 {
    let seed = std::env::var("SEED").ok().and_then(|text| text.parse().ok()).unwrap_or_else(|| {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        u64::try_from(since.as_nanos() % 1_000_000_007).unwrap()
    });
    println!("random test, seed {seed}: run it again with SEED={seed}");
    seed
}

/// Random numbers enough for a test: `SplitMix64`.
pub struct Dice(pub u64);

impl Dice {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `most`.
    pub fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(most).unwrap()).unwrap()
    }

    /// One of several.
    pub fn one_of<'t, T>(&mut self, things: &'t [T]) -> &'t T {
        &things[self.below(things.len())]
    }
}
