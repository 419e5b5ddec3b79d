//! Counting the figures of a desk, in a number of queries that does not grow with it.

use super::{AgeFigures, ArticleFigures, Figures, PersonFigures, SignOffFigures, SourceFigures, VerdictFigures, WEEKS};
use crate::account::store as people;
use crate::article::ArticleState;
use crate::article::store::{self as articles, ArticleFilter};
use crate::claim::store::figures as counts;
use crate::claim::store::queue::{Load, count_by_article, loads};
use crate::claim::store::spans_of_article;
use crate::db::column::At;
use crate::db::{DbConnection, StoreError};
use crate::ids::{ClaimId, PersonId, SourceId};
use crate::review::article::coverage;
use crate::source::store as sources;
use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, Utc};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Most articles that are shown.
const ARTICLES: i64 = 20;
/// Most sources that are shown.
const SOURCES: usize = 15;
/// Where one age of open claims ends and the next begins, in days.
const AGES: [i64; 5] = [1, 3, 7, 14, 30];

/// Counts the figures as they are at `now`. Claims of `without` are left out of what came out of checks.
pub fn gather(c: &mut DbConnection, now: At, without: &[ClaimId]) -> Result<Figures, StoreError> {
    let today = now.0.date_naive();
    let this_week = monday(today);
    let since = this_week.checked_sub_days(Days::new(7 * (WEEKS - 1))).unwrap_or(this_week);
    let from = At(since.and_time(NaiveTime::MIN).and_utc());
    let weeks: Vec<NaiveDate> = (0..WEEKS).filter_map(|week| since.checked_add_days(Days::new(7 * week))).collect();
    Ok(Figures {
        at: now.0,
        since,
        articles: of_articles(c)?,
        people: of_people(c, today)?,
        ages: ages(c, now.0)?,
        sign_offs: sign_offs(&weeks, &counts::signed_off_since(c, from)?),
        verdicts: verdicts(&weeks, &counts::verdicts_since(c, from, without)?),
        sources: of_sources(c, from, without)?,
    })
}

/// The Monday of a day's week.
fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

fn of_articles(c: &mut DbConnection) -> Result<Vec<ArticleFigures>, StoreError> {
    let filter = ArticleFilter { state: Some(ArticleState::Open), ..ArticleFilter::default() };
    let rows = articles::list(c, &filter, ARTICLES)?.rows;
    let ids: Vec<_> = rows.iter().map(|article| article.id).collect();
    let states = count_by_article(c, &ids)?;
    let one = |article: crate::article::Article| {
        let accounted = coverage(&articles::list_sentences(c, article.version_id)?, &spans_of_article(c, article.id)?);
        Ok(ArticleFigures {
            states: states.iter().filter(|(id, ..)| *id == article.id).map(|(_, state, count)| (*state, *count)).collect(),
            sentences: accounted.sentences,
            accounted: accounted.accounted,
            id: article.id,
            title: article.title,
        })
    };
    rows.into_iter().map(one).collect()
}

fn of_people(c: &mut DbConnection, today: NaiveDate) -> Result<Vec<PersonFigures>, StoreError> {
    let of = |(person_id, load): (Option<PersonId>, Load)| {
        let (week, later) = (load.week - load.today, load.open - load.overdue - load.week);
        (person_id, PersonFigures { person_id, name: String::new(), overdue: load.overdue, today: load.today, week, later })
    };
    let mut found: BTreeMap<Option<PersonId>, PersonFigures> = loads(c, today)?.into_iter().map(of).collect();
    let ids: Vec<PersonId> = found.keys().copied().flatten().collect();
    for (id, name) in people::names(c, &ids)? {
        if let Some(row) = found.get_mut(&Some(id)) {
            row.name = name;
        }
    }
    let mut rows: Vec<PersonFigures> = found.into_values().collect();
    rows.sort_by_key(|row| Reverse(row.overdue + row.today + row.week + row.later));
    Ok(rows)
}

fn ages(c: &mut DbConnection, now: DateTime<Utc>) -> Result<Vec<AgeFigures>, StoreError> {
    let older = |c: &mut DbConnection, days: i64| counts::open_before(c, At(now - Duration::days(days)));
    // A clock that was set back must not hide the newest.
    let mut least = (0, counts::open_before(c, At(DateTime::<Utc>::MAX_UTC))?);
    let mut rows = Vec::new();
    for days in AGES {
        let rest = older(c, days)?;
        rows.push(AgeFigures { from_days: least.0, before_days: Some(days), claims: least.1 - rest });
        least = (days, rest);
    }
    rows.push(AgeFigures { from_days: least.0, before_days: None, claims: least.1 });
    Ok(rows)
}

fn sign_offs(weeks: &[NaiveDate], rows: &[(At, At)]) -> Vec<SignOffFigures> {
    let of = |week: NaiveDate| {
        let mine = rows.iter().filter(|(_, signed)| monday(signed.0.date_naive()) == week);
        let mut hours: Vec<f64> = mine.map(|(made, signed)| hours(signed.0 - made.0)).collect();
        hours.sort_by(f64::total_cmp);
        SignOffFigures { week, claims: hours.len(), median_hours: quantile(&hours, 0.5), ninth_decile_hours: quantile(&hours, 0.9) }
    };
    weeks.iter().copied().map(of).collect()
}

#[expect(clippy::cast_precision_loss, reason = "no claim waits for 2^52 seconds")]
fn hours(duration: Duration) -> f64 {
    duration.num_seconds().max(0) as f64 / 3600.0
}

/// The smallest of sorted values that a share of them does not exceed.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(place.saturating_sub(1)).copied()
}

fn verdicts(weeks: &[NaiveDate], rows: &[(At, crate::claim::Substance)]) -> Vec<VerdictFigures> {
    let mut found: Vec<VerdictFigures> = weeks.iter().map(|week| VerdictFigures { week: *week, substance: BTreeMap::new() }).collect();
    for (at, verdict) in rows {
        let week = monday(at.0.date_naive());
        if let Some(row) = found.iter_mut().find(|row| row.week == week) {
            *row.substance.entry(*verdict).or_default() += 1;
        }
    }
    found
}

fn of_sources(c: &mut DbConnection, since: At, without: &[ClaimId]) -> Result<Vec<SourceFigures>, StoreError> {
    let mut found: BTreeMap<SourceId, SourceFigures> = BTreeMap::new();
    for (id, substance, attribution, count) in counts::by_source_since(c, since, without)? {
        let row =
            found.entry(id).or_insert_with(|| SourceFigures { id, name: String::new(), cited: 0, substance: BTreeMap::new(), attribution: BTreeMap::new() });
        row.cited += count;
        if let Some(verdict) = substance {
            *row.substance.entry(verdict).or_default() += count;
        }
        if let Some(verdict) = attribution {
            *row.attribution.entry(verdict).or_default() += count;
        }
    }
    let mut all: Vec<SourceFigures> = found.into_values().collect();
    all.sort_by_key(|row| (Reverse(row.cited), row.id));
    all.truncate(SOURCES);
    let ids: Vec<SourceId> = all.iter().map(|row| row.id).collect();
    let mut names: BTreeMap<SourceId, String> = sources::names(c, &ids)?.into_iter().collect();
    for row in &mut all {
        row.name = names.remove(&row.id).unwrap_or_default();
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantile_is_a_value_that_was_there() {
        let hours = [1.0, 2.0, 3.0, 4.0, 50.0];
        assert_eq!((quantile(&hours, 0.5), quantile(&hours, 0.9)), (Some(3.0), Some(50.0)));
        assert_eq!((quantile(&[7.0], 0.5), quantile(&[], 0.5)), (Some(7.0), None));
    }

    #[test]
    fn weeks_begin_on_monday() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(monday(day("2026-11-29")), day("2026-11-23"));
        assert_eq!(monday(day("2026-11-23")), day("2026-11-23"));
    }
}
