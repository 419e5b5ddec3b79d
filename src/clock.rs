//! The only place that reads the machine's clock.
//!
//! Everything else takes the time as a parameter, so that tests and replays are exact.

use chrono::{DateTime, SubsecRound, Utc};

/// Where the time comes from: the machine, or a fixed moment in tests.
#[derive(Clone, Copy, Debug, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// Always the same moment.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// Now, cut to microseconds: the finest step both databases keep.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now().trunc_subsecs(6),
            Self::Fixed(at) => at,
        }
    }
}
