//! How often something may be done by one key: an account, an address.

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::num::NonZeroU32;
use std::time::Duration;

/// Keys that are remembered before those that have their full burst again are forgotten.
const REMEMBERED: usize = 10_000;

/// Counts by key.
pub struct Limiter(DefaultKeyedRateLimiter<String>);

impl std::fmt::Debug for Limiter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Limiter")
    }
}

impl Limiter {
    /// Lets `burst` through one after the other, then one in `refill`.
    pub fn new(burst: u32, refill: Duration) -> Self {
        let quota = Quota::with_period(refill).unwrap_or(Quota::per_minute(NonZeroU32::MIN));
        Self(RateLimiter::keyed(quota.allow_burst(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN))))
    }

    /// Lets one by this key through.
    ///
    /// # Errors
    /// How many seconds to wait, at least one.
    pub fn check(&self, key: &str) -> Result<(), u64> {
        if self.0.len() > REMEMBERED {
            self.0.retain_recent();
        }
        self.0.check_key(&key.to_owned()).map_err(|until| until.wait_time_from(DefaultClock::default().now()).as_secs().max(1))
    }
}
