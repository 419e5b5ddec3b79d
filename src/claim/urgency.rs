//! The order of the queue as one number. Pure.

use super::{Priority, Risk};
use chrono::{Datelike, NaiveDate};

/// One figure that sorts the queue: first by priority, then by risk, then by due date (sooner first; none
/// last). Kept in a column of its own so that both databases walk one index however the queue is filtered.
///
/// Priority counts in steps of 20 million, risk in steps of 10 million; the due date fills what is below:
/// days of the proleptic calendar up to the year 9999 are fewer than 4 million.
pub fn urgency(priority: Priority, risk: Risk, due: Option<NaiveDate>) -> i64 {
    const LAST_DAY: i64 = 4_000_000;
    let due = due.map_or(0, |day| (LAST_DAY - i64::from(day.num_days_from_ce())).max(1));
    i64::from(priority.rank()) * 20_000_000 + i64::from(risk.rank()) * 10_000_000 + due
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn priority_beats_risk_and_risk_beats_the_due_date() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d);
        let order = [
            urgency(Priority::Urgent, Risk::Normal, None),
            urgency(Priority::High, Risk::High, None),
            urgency(Priority::High, Risk::Normal, day(1)),
            urgency(Priority::High, Risk::Normal, day(2)),
            urgency(Priority::High, Risk::Normal, None),
            urgency(Priority::Low, Risk::High, day(1)),
        ];
        assert!(order.windows(2).all(|pair| pair[0] > pair[1]), "{order:?}");
    }
}
