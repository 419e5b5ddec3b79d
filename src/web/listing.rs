//! Lists of claims as orders for files: written to a temporary file while the database is read, then sent piece by piece, so
//! that neither a long list nor a slow reader holds memory or a connection.

use super::{Problem, Room};
use crate::account::Person;
use crate::job::Order;
use crate::report::listing::{About, Chosen, ListingFormat};
use crate::report::stem;
use chrono::{Months, NaiveDate};

/// What a person worked on in a month, written `2026-11`; without one, in this month.
pub(in crate::web) fn month(room: &mut Room<'_>, person: &Person, month: &str, format: ListingFormat) -> Result<Order, Problem> {
    let w = room.words.clone();
    let this = room.now.0.format("%Y-%m").to_string();
    let month = if month.is_empty() { this.as_str() } else { month };
    let (from, until) = days(month).ok_or_else(|| Problem::bad_request("month_unreadable"))?;
    let narrowed = vec![(w.t("listing-month").into_owned(), month.to_owned())];
    let about = About { title: w.s("listing-of-person", "name", &person.name), narrowed, made_at: room.now };
    let stem = format!("{}-{month}", stem("claims", &person.name));
    Ok(Order::List { chosen: Box::new(Chosen::WorkedOn { person: person.id, from, until, without: room.veil()?.claims() }), about, stem, format })
}

/// The first day of a month and the day after its last.
fn days(month: &str) -> Option<(NaiveDate, NaiveDate)> {
    let is_month = month.len() == 7 && month.chars().all(|c| c.is_ascii_digit() || c == '-');
    let from: NaiveDate = format!("{month}-01").parse().ok().filter(|_| is_month)?;
    Some((from, from.checked_add_months(Months::new(1))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_a_year_and_a_number() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(days("2026-12"), Some((day("2026-12-01"), day("2027-01-01"))));
        for bad in ["", "2026", "2026-13", "2026-1", "26-11", "2026-11-01", "2026-11&", "+026-11"] {
            assert_eq!(days(bad), None, "{bad:?}");
        }
    }
}
