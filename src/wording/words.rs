//! The words of one language.

use super::WordingError;
use super::figures::Figures;
use crate::code::Code;
use chrono::{DateTime, NaiveDate, Utc};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use std::borrow::Cow;
use std::collections::HashMap;
use unic_langid::LanguageIdentifier;

/// What a message is given.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// A text, put in as it is.
    Text(Cow<'a, str>),
    /// A number, which may choose between forms (“1 claim”, “2 claims”).
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number.count())
    }
}

/// The words of one language. Messages without arguments are made once; a look-up is one hash.
pub struct Words {
    language: String,
    plain: HashMap<String, String>,
    bundle: FluentBundle<FluentResource>,
    figures: Figures,
    keys: Vec<String>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({}, {} messages)", self.language, self.keys.len())
    }
}

/// A count that a message can be given, of whatever integer type.
pub trait Count {
    /// The count.
    fn count(self) -> i64;
}
impl Count for i64 {
    fn count(self) -> i64 {
        self
    }
}
impl Count for usize {
    fn count(self) -> i64 {
        i64::try_from(self).unwrap_or(i64::MAX)
    }
}
impl Count for u64 {
    fn count(self) -> i64 {
        i64::try_from(self).unwrap_or(i64::MAX)
    }
}
impl Count for &usize {
    fn count(self) -> i64 {
        i64::try_from(*self).unwrap_or(i64::MAX)
    }
}
impl Count for &i64 {
    fn count(self) -> i64 {
        *self
    }
}
impl Count for i32 {
    fn count(self) -> i64 {
        self.into()
    }
}
impl Count for &i32 {
    fn count(self) -> i64 {
        (*self).into()
    }
}

impl Words {
    pub(super) fn load(language: &str, files: &[(String, String)]) -> Result<Self, WordingError> {
        let fault = |file: &str, why: String| WordingError { file: file.to_owned(), why };
        let id: LanguageIdentifier = language.parse().map_err(|e| fault(language, format!("{e}")))?;
        let figures = Figures::of(language).map_err(|why| fault(language, why))?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // The pages set the direction of every piece of foreign text themselves.
        bundle.set_use_isolating(false);
        let mut keys: Vec<String> = Vec::new();
        for (file, text) in files {
            let resource = FluentResource::try_new(text.clone()).map_err(|(_, errors)| fault(file, format!("{errors:?}")))?;
            keys.extend(resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            bundle.add_resource(resource).map_err(|errors| fault(file, format!("{errors:?}")))?;
        }
        let mut plain = HashMap::new();
        for key in &keys {
            let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else { continue };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, None, &mut errors);
            if errors.is_empty() {
                plain.insert(key.clone(), text.into_owned());
            }
        }
        Ok(Self { language: language.to_owned(), plain, bundle, figures, keys })
    }

    /// The language's code.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The direction in which it is written.
    pub fn direction(&self) -> &'static str {
        if matches!(self.language.as_str(), "ar" | "he" | "fa" | "ur") { "rtl" } else { "ltr" }
    }

    /// All keys that have a message.
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// Whether there is a message for `key`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A message without arguments; `⟨key⟩` where there is none.
    pub fn t(&self, key: &str) -> Cow<'_, str> {
        match self.plain.get(key) {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(format!("⟨{key}⟩")),
        }
    }

    /// A message with the argument `$count`.
    pub fn n(&self, key: &str, count: impl Count) -> String {
        self.with(key, &[("count", Arg::Number(count.count()))])
    }

    /// A message with one text as argument.
    pub fn s(&self, key: &str, name: &str, value: &str) -> String {
        self.with(key, &[(name, Arg::from(value))])
    }

    /// A message with any arguments. Each number `$x` can also be written out as `$x-shown`, in digits grouped as
    /// the language does.
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else { return format!("⟨{key}⟩") };
        let mut given = FluentArgs::new();
        for (name, value) in args {
            match value {
                Arg::Text(text) => given.set((*name).to_owned(), FluentValue::from(text.as_ref())),
                Arg::Number(number) => {
                    given.set(format!("{name}-shown"), FluentValue::from(self.number(*number)));
                    given.set((*name).to_owned(), FluentValue::from(*number));
                }
            }
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&given), &mut errors).into_owned()
    }

    /// The label of a value of a closed list.
    pub fn label<C: Code>(&self, value: C) -> Cow<'_, str> {
        self.t(&label_key(value))
    }

    /// A day: “23 Nov 2026”.
    pub fn date(&self, day: NaiveDate) -> String {
        self.figures.date(day)
    }

    /// A moment, in UTC: “23 Nov 2026, 15:04 UTC”.
    pub fn date_time(&self, moment: DateTime<Utc>) -> String {
        self.figures.date_time(moment)
    }

    /// A whole number with its digits grouped: “12,345”.
    pub fn number(&self, number: impl Count) -> String {
        self.figures.number(number.count())
    }

    /// A small number with two places behind the point: “0.74”, or “0,74” as the language does.
    #[expect(clippy::cast_possible_truncation, reason = "for figures between −1 and 1 and the like")]
    pub fn hundredths(&self, number: f64) -> String {
        self.figures.hundredths((number * 100.0).round() as i64)
    }

    /// A share of one in per cent: “91 %” or “91%”, as the language does.
    #[expect(clippy::cast_possible_truncation, reason = "a share of one gives 0 to 100")]
    pub fn percent(&self, share: f64) -> String {
        self.s("shared-percent", "share", &self.number((share.clamp(0.0, 1.0) * 100.0).round() as i64))
    }

    /// A text under its label: “State: open”.
    pub fn labelled(&self, label: &str, text: &str) -> String {
        self.with("shared-labelled", &[("label", Arg::from(label)), ("text", Arg::from(text))])
    }

    /// A label before a text that is set in another way: “State:”.
    pub fn before(&self, label: &str) -> String {
        self.s("shared-label", "label", label)
    }

    /// Several things in a row: “a, b and c”.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let first = first.join(&self.t("shared-list-comma"));
                self.with("shared-list-and", &[("first", Arg::from(first)), ("last", Arg::from(last))])
            }
        }
    }
}

/// The key of the label of a value of a closed list.
pub fn label_key<C: Code>(value: C) -> String {
    format!("{}-{}", C::LIST, value.code().replace('_', "-"))
}
