//! Places in a text, counted in Unicode scalar values.
//!
//! Every offset in Corroborate is a [`Span`]: half-open, in Unicode scalar values of the text it
//! was made for. This is the only module that turns such offsets into slices of a `str`; nothing
//! else cuts text by position. Start at [`ScalarIndex`] when many spans of one text are wanted,
//! at [`Span::slice`] for a single one.

use serde::{Deserialize, Serialize};

/// A half-open range `[start, end)` of a text, in Unicode scalar values.
///
/// Serialised as the pair `[start, end]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    /// First scalar value inside the span.
    pub start: usize,
    /// First scalar value behind the span; never before `start`.
    pub end: usize,
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Self {
        Self::new(start, end)
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl Span {
    /// A span from `start` to `end`; an `end` before `start` gives an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// How many scalar values the span covers.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether both spans share at least one scalar value.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The text under the span, or `None` where the span reaches past the end of `text`.
    ///
    /// Walks `text` from its start; for many spans of one text use [`ScalarIndex`].
    pub fn slice(self, text: &str) -> Option<&str> {
        let start = byte_of(text, self.start)?;
        let rest = text.get(start..)?;
        let end = start + byte_of(rest, self.len())?;
        text.get(start..end)
    }
}

/// Spans in order; those that overlap or touch as one.
pub fn joined(spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.into_iter().collect();
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start <= last.end => *last = last.cover(span),
            _ => apart.push(span),
        }
    }
    apart
}

/// What stands between pieces of a text that are quoted together.
pub const BETWEEN: &str = " … ";

/// Byte position of the scalar value number `scalar`; the end of the text counts as a position.
fn byte_of(text: &str, scalar: usize) -> Option<usize> {
    if text.len() < scalar {
        return None;
    }
    let mut seen = 0;
    for (byte, _) in text.char_indices() {
        if seen == scalar {
            return Some(byte);
        }
        seen += 1;
    }
    (seen == scalar).then_some(text.len())
}

/// Every how many scalar values the index remembers a byte position.
const STRIDE: usize = 64;

/// A lookup between scalar values and bytes of one text.
///
/// Building it walks the text once; each lookup after that touches at most 64 scalar values.
/// A text of ASCII alone needs no table.
#[derive(Clone, Debug)]
pub struct ScalarIndex<'t> {
    text: &'t str,
    marks: Vec<usize>,
    len: usize,
}

impl<'t> ScalarIndex<'t> {
    /// The words at several places, told together; what lies outside the text is left out.
    pub fn quote(&self, pieces: &[Span]) -> String {
        pieces.iter().map(|piece| self.slice_within(*piece)).collect::<Vec<_>>().join(BETWEEN)
    }

    /// Indexes `text`.
    pub fn new(text: &'t str) -> Self {
        if text.is_ascii() {
            return Self { text, marks: Vec::new(), len: text.len() };
        }
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut len = 0;
        for (byte, _) in text.char_indices() {
            if len % STRIDE == 0 {
                marks.push(byte);
            }
            len += 1;
        }
        Self { text, marks, len }
    }

    /// The text that was indexed.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Length of the text in scalar values.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The span of the whole text.
    pub fn whole(&self) -> Span {
        Span::new(0, self.len)
    }

    /// Byte position of a scalar value, or `None` past the end.
    pub fn byte(&self, scalar: usize) -> Option<usize> {
        if scalar > self.len {
            return None;
        }
        if self.marks.is_empty() {
            return Some(scalar);
        }
        if scalar == self.len {
            return Some(self.text.len());
        }
        let mark = *self.marks.get(scalar / STRIDE)?;
        let rest = self.text.get(mark..)?;
        rest.char_indices().nth(scalar % STRIDE).map(|(byte, _)| mark + byte)
    }

    /// Scalar value that starts at, or holds, a byte position; positions past the end give the length.
    pub fn scalar(&self, byte: usize) -> usize {
        if self.marks.is_empty() {
            return byte.min(self.len);
        }
        let block = self.marks.partition_point(|mark| *mark <= byte).saturating_sub(1);
        let Some(mark) = self.marks.get(block) else { return 0 };
        let Some(rest) = self.text.get(*mark..) else { return 0 };
        let inside = rest.char_indices().take_while(|(at, c)| mark + at + c.len_utf8() <= byte).count();
        (block * STRIDE + inside).min(self.len)
    }

    /// The span of a byte range.
    pub fn span(&self, bytes: std::ops::Range<usize>) -> Span {
        Span::new(self.scalar(bytes.start), self.scalar(bytes.end))
    }

    /// The text under a span, or `None` where the span reaches past the end.
    pub fn slice(&self, span: Span) -> Option<&'t str> {
        self.text.get(self.byte(span.start)?..self.byte(span.end)?)
    }

    /// The text under a span, cut to the end of the text where the span reaches past it.
    pub fn slice_within(&self, span: Span) -> &'t str {
        let inside = Span::new(span.start.min(self.len), span.end.min(self.len));
        self.slice(inside).unwrap_or_default()
    }

    /// The span without the white space at both its ends.
    #[must_use]
    pub fn trim(&self, span: Span) -> Span {
        let text = self.slice_within(span);
        let lead = text.chars().take_while(|c| c.is_whitespace()).count();
        let length = text.trim().chars().count();
        Span::new(span.start + lead, span.start + lead + length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_count_scalar_values_not_bytes() {
        let text = "Putin’s “visit” 🚀 to 평양";
        assert_eq!(Span::new(0, 7).slice(text), Some("Putin’s"));
        assert_eq!(Span::new(16, 17).slice(text), Some("🚀"));
        assert_eq!(Span::new(21, 23).slice(text), Some("평양"));
        assert_eq!(Span::new(21, 24).slice(text), None);
    }

    #[test]
    fn index_agrees_with_a_plain_walk() {
        let text = "añ🚀b\u{301} ".repeat(100);
        let index = ScalarIndex::new(&text);
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        for (n, (byte, c)) in chars.iter().enumerate() {
            assert_eq!(index.byte(n), Some(*byte));
            assert_eq!(index.scalar(*byte), n);
            assert_eq!(index.slice(Span::new(n, n + 1)), Some(c.to_string().as_str()));
        }
        assert_eq!(index.byte(chars.len()), Some(text.len()));
        assert_eq!(index.scalar(text.len()), chars.len());
        assert_eq!(index.byte(chars.len() + 1), None);
    }

    #[test]
    fn trimming_keeps_offsets_right() {
        let index = ScalarIndex::new("  é word \n");
        assert_eq!(index.slice(index.trim(index.whole())), Some("é word"));
    }
}
