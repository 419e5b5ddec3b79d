//! The sentences of a text in their lines, with the quotations around them.

use super::attribution::spot::Setting;
use super::quote::quotations;
use super::sentence;
use super::structure::{LineKind, lines};
use crate::span::Span;

/// The sentences of a text, and the quotations of each line.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The sentences in order.
    pub places: Vec<Place>,
    /// The quotations of each line, in order.
    pub quotes: Vec<Vec<Span>>,
}

/// A sentence in its line.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Where it stands.
    pub span: Span,
    /// Number of its line.
    pub line: usize,
    /// What its line is.
    pub(super) kind: LineKind,
    /// What is known of the line around it.
    pub setting: Setting,
}

impl Place {
    /// Whether attributions are looked for here.
    pub fn is_read(&self) -> bool {
        self.kind != LineKind::Boilerplate
    }
}

impl Layout {
    /// The layout of a text.
    pub fn of(chars: &[char], english: bool) -> Self {
        let mut layout = Self::default();
        for line in lines(chars) {
            let spans = sentence::sentences(chars, line.span, english);
            // What has sentences is text, however short.
            let kind = if line.kind == LineKind::Heading && spans.len() > 1 { LineKind::Text } else { line.kind };
            let quotes = quotations(chars, line.span);
            // The quotation around a place, if it begins before and ends behind.
            let around = |at: usize| {
                let quote = quotes.get(quotes.partition_point(|quote| quote.end <= at));
                quote.is_some_and(|quote| quote.start < at)
            };
            let last = spans.len().saturating_sub(1);
            for (n, span) in spans.into_iter().enumerate() {
                let setting = Setting { title: kind != LineKind::Text, first: n == 0, last: n == last, runs_in: around(span.start), runs_on: around(span.end) };
                layout.places.push(Place { span, line: layout.quotes.len(), kind, setting });
            }
            layout.quotes.push(quotes);
        }
        layout
    }

    /// The quotations of the line in which a sentence stands.
    pub fn quotes_of(&self, place: &Place) -> &[Span] {
        self.quotes.get(place.line).map(Vec::as_slice).unwrap_or_default()
    }
}
