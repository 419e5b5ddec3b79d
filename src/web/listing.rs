//! Lists of claims as files: written to a temporary file while the database is read, then sent piece by piece, so that
//! neither a long list nor a slow reader holds memory or a connection.

use super::answer::Spooled;
use super::{Answer, Problem, Room};
use crate::account::Person;
use crate::report::listing::{About, Chosen, ListingFormat, export_claims};
use crate::report::stem;
use chrono::{Months, NaiveDate};
use std::fs::File;
use std::io::{BufWriter, Seek};

/// Bytes that are gathered before they are written.
const BUFFER: usize = 1 << 18;

/// A list as a file. `stem` is its name without the ending: letters, digits and hyphens.
pub(in crate::web) fn file(room: &mut Room<'_>, chosen: &Chosen, format: ListingFormat, about: &About, stem: &str) -> Result<Answer, Problem> {
    let failed = |e: std::io::Error| Problem::internal(&e);
    let mut kept = tempfile::tempfile().map_err(failed)?;
    export_claims(room.c, chosen, format, about, &room.words, BufWriter::with_capacity(BUFFER, written_to(&kept)?))?;
    let length = kept.stream_position().map_err(failed)?;
    kept.rewind().map_err(failed)?;
    let (media_type, ending) = format.file_kind();
    Ok(Answer::spooled(media_type, Spooled::new(kept, length)).attached(&format!("{stem}.{ending}")))
}

/// The same file once more, to be written through.
fn written_to(file: &File) -> Result<File, Problem> {
    file.try_clone().map_err(|e| Problem::internal(&e))
}

/// What a person worked on in a month, written `2026-11`; without one, in this month.
pub(in crate::web) fn month(room: &mut Room<'_>, person: &Person, month: &str, format: ListingFormat) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let this = room.now.0.format("%Y-%m").to_string();
    let month = if month.is_empty() { this.as_str() } else { month };
    let (from, until) = days(month).ok_or_else(|| Problem::bad_request("month_unreadable"))?;
    let narrowed = vec![(w.t("listing-month").into_owned(), month.to_owned())];
    let about = About { title: w.s("listing-of-person", "name", &person.name), narrowed, made_at: room.now };
    let stem = format!("{}-{month}", stem("claims", &person.name));
    file(room, &Chosen::WorkedOn { person: person.id, from, until }, format, &about, &stem)
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
