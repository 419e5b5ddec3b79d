//! What people type: checked, tidied and, where it can't be used, refused with a message at the field.
//!
//! Every text that enters the domain passes here once. NUL, which PostgreSQL can't store, becomes
//! U+FFFD; line breaks become `\n`; nothing else in a text is changed.

use chrono::NaiveDate;

/// Why a field was refused: the key of a message, and what the message speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Name of the field, as the form and the API call it.
    pub field: &'static str,
    /// Key of the message (`field-required`, …).
    pub message: &'static str,
    /// Arguments of the message.
    pub args: Vec<(&'static str, String)>,
}

impl FieldError {
    /// A message without arguments.
    pub fn new(field: &'static str, message: &'static str) -> Self {
        Self { field, message, args: Vec::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// Collects the errors of several fields, so that a form shows them all at once.
#[derive(Debug, Default)]
pub struct Fields {
    errors: Vec<FieldError>,
}

/// Longest text of one line: titles, names.
pub const LINE: usize = 500;
/// Longest free text: rationales, notes, comments.
pub const TEXT: usize = 100_000;

impl Fields {
    /// Nothing checked yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes an error.
    pub fn refuse(&mut self, error: FieldError) {
        self.errors.push(error);
    }

    /// A text of one line, tidied; may be empty.
    pub fn line(&mut self, field: &'static str, text: &str, most: usize) -> String {
        let text = clean(text).replace(['\n', '\t'], " ").trim().to_owned();
        self.bounded(field, text, most)
    }

    /// A text of one line that must not be empty.
    pub fn required_line(&mut self, field: &'static str, text: &str, most: usize) -> String {
        let text = self.line(field, text, most);
        self.required(field, text)
    }

    /// A text of any number of lines, tidied; may be empty.
    pub fn text(&mut self, field: &'static str, text: &str, most: usize) -> String {
        let text = clean(text).trim().to_owned();
        self.bounded(field, text, most)
    }

    /// A text of any number of lines that must not be empty.
    pub fn required_text(&mut self, field: &'static str, text: &str, most: usize) -> String {
        let text = self.text(field, text, most);
        self.required(field, text)
    }

    /// A web address, or `None` where the field is empty.
    pub fn web_address(&mut self, field: &'static str, text: &str) -> Option<String> {
        let text = self.line(field, text, 2_000);
        if text.is_empty() {
            return None;
        }
        match url::Url::parse(&text) {
            Ok(url) if matches!(url.scheme(), "http" | "https") && url.host().is_some() => Some(text),
            _ => {
                self.refuse(FieldError::new(field, "field-not-a-link"));
                None
            }
        }
    }

    /// A date written year-month-day, or `None` where the field is empty.
    pub fn date(&mut self, field: &'static str, text: &str) -> Option<NaiveDate> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
            Ok(date) if (1..=9_999).contains(&chrono::Datelike::year(&date)) => Some(date),
            _ => {
                self.refuse(FieldError::new(field, "field-not-a-date"));
                None
            }
        }
    }

    /// A mail address, in lower case.
    pub fn mail_address(&mut self, field: &'static str, text: &str) -> String {
        let text = self.required_line(field, text, 254).to_lowercase();
        let plausible =
            text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@') && !text.contains(char::is_whitespace));
        if !text.is_empty() && !plausible {
            self.refuse(FieldError::new(field, "field-not-a-mail-address"));
        }
        text
    }

    /// A value of a closed list.
    pub fn choice<T: crate::code::Code>(&mut self, field: &'static str, text: &str, fallback: T) -> T {
        T::from_code(text.trim()).unwrap_or_else(|| {
            self.refuse(FieldError::new(field, "field-not-a-choice"));
            fallback
        })
    }

    /// A value of a closed list, or `None` where the field is empty.
    pub fn optional_choice<T: crate::code::Code>(&mut self, field: &'static str, text: &str) -> Option<T> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let found = T::from_code(text);
        if found.is_none() {
            self.refuse(FieldError::new(field, "field-not-a-choice"));
        }
        found
    }

    /// `Ok` where no field was refused.
    ///
    /// # Errors
    /// All that were.
    pub fn done(self) -> Result<(), Vec<FieldError>> {
        if self.errors.is_empty() { Ok(()) } else { Err(self.errors) }
    }

    fn required(&mut self, field: &'static str, text: String) -> String {
        if text.is_empty() && !self.errors.iter().any(|e| e.field == field) {
            self.refuse(FieldError::new(field, "field-required"));
        }
        text
    }

    fn bounded(&mut self, field: &'static str, text: String, most: usize) -> String {
        let length = text.chars().count();
        if length > most {
            self.refuse(FieldError::new(field, "field-too-long").with("most", most).with("length", length));
        }
        text
    }
}

/// A text with NUL replaced and line breaks made uniform.
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{FFFD}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_refused_fields_are_told_at_once() {
        let mut fields = Fields::new();
        fields.required_line("title", "  \n ", LINE);
        fields.web_address("url", "javascript:alert(1)");
        fields.date("due_on", "2026-02-30");
        let errors = fields.done().unwrap_err();
        assert_eq!(errors.iter().map(|e| e.field).collect::<Vec<_>>(), ["title", "url", "due_on"]);
    }

    #[test]
    fn nul_never_enters_the_domain() {
        let mut fields = Fields::new();
        assert_eq!(fields.text("note", "a\0b\r\nc", TEXT), "a\u{FFFD}b\nc");
        assert!(fields.done().is_ok());
    }
}
