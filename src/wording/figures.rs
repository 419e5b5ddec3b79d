//! Dates and numbers in the manner of a language, by ICU's data.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use icu_calendar::{Date, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDT};
use icu_datetime::input::{DateTime as IcuDateTime, Time};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::Locale;

pub(super) struct Figures {
    number: DecimalFormatter,
    date: DateTimeFormatter<YMD>,
    date_time: DateTimeFormatter<YMDT>,
}

impl Figures {
    /// Formatters for a language. English means the international form: day before month, 24 hours.
    pub fn of(language: &str) -> Result<Self, String> {
        let name = if language == "en" { "en-GB" } else { language };
        let locale: Locale = name.parse().map_err(|e| format!("{e:?}"))?;
        let said = |e: &dyn std::fmt::Debug| format!("{e:?}");
        Ok(Self {
            number: DecimalFormatter::try_new(locale.clone().into(), icu_decimal::options::DecimalFormatterOptions::default()).map_err(|e| said(&e))?,
            date: DateTimeFormatter::try_new(locale.clone().into(), YMD::medium()).map_err(|e| said(&e))?,
            date_time: DateTimeFormatter::try_new(locale.into(), YMD::medium().with_time_hm()).map_err(|e| said(&e))?,
        })
    }

    pub fn number(&self, number: i64) -> String {
        self.number.format(&Decimal::from(number)).to_string()
    }

    /// A number with two places behind the point.
    pub fn hundredths(&self, hundredths: i64) -> String {
        let mut decimal = Decimal::from(hundredths);
        decimal.multiply_pow10(-2);
        self.number.format(&decimal).to_string()
    }

    pub fn date(&self, day: NaiveDate) -> String {
        iso(day).map_or_else(|| day.to_string(), |date| self.date.format(&date).to_string())
    }

    pub fn date_time(&self, moment: DateTime<Utc>) -> String {
        let time = |n: u32| u8::try_from(n).unwrap_or(0);
        let parts = iso(moment.date_naive()).zip(Time::try_new(time(moment.hour()), time(moment.minute()), 0, 0).ok());
        match parts {
            Some((date, time)) => format!("{} UTC", self.date_time.format(&IcuDateTime { date, time })),
            None => moment.to_rfc3339(),
        }
    }
}

fn iso(day: NaiveDate) -> Option<Date<Iso>> {
    let part = |n: u32| u8::try_from(n).unwrap_or(1);
    Date::try_new_iso(day.year(), part(day.month()), part(day.day())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_writes_the_day_before_the_month_and_groups_thousands() {
        let figures = Figures::of("en").unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        assert_eq!(figures.date(day), "23 Nov 2026");
        assert_eq!(figures.number(1_234_567), "1,234,567");
        let moment = day.and_hms_opt(15, 4, 5).unwrap().and_utc();
        assert_eq!(figures.date_time(moment), "23 Nov 2026, 15:04 UTC");
    }

    #[test]
    fn french_names_the_months_in_french_and_groups_thousands_by_a_narrow_space() {
        let figures = Figures::of("fr").unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 8, 1).unwrap();
        assert_eq!(figures.date(day), "1 août 2026");
        assert_eq!(figures.number(1_234_567), "1\u{202f}234\u{202f}567");
        let moment = day.and_hms_opt(15, 4, 5).unwrap().and_utc();
        assert_eq!(figures.date_time(moment), "1 août 2026, 15:04 UTC");
    }
}
