//! Where words stand that somebody typed instead of marking them. Pure.

use crate::span::{ScalarIndex, Span};

/// Where these words stand in a text: of several places the one nearest to `near`.
///
/// White space of any length is one space; quotation marks, apostrophes and the case of letters make no difference, unless
/// a place with just these letters is there, too.
pub fn nearest(text: &ScalarIndex<'_>, words: &str, near: Span) -> Option<Span> {
    let sought = Folded::of(words.trim()).text;
    if sought.is_empty() {
        return None;
    }
    let folded = Folded::of(text.text());
    let places = folded.text.match_indices(sought.as_str()).filter_map(|(at, _)| folded.span(at, sought.len()));
    places.min_by_key(|place| {
        let distance = place.start.saturating_sub(near.end).max(near.start.saturating_sub(place.end));
        (distance, text.slice_within(*place) != words.trim(), place.start)
    })
}

/// A text made comparable, and where each of its letters came from.
struct Folded {
    text: String,
    /// Byte in the folded text and place in the original of every letter.
    from: Vec<(usize, usize)>,
}

impl Folded {
    fn of(original: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(original.len()), from: Vec::with_capacity(original.len()) };
        for (place, c) in original.chars().enumerate() {
            let c = match c {
                c if c.is_whitespace() => ' ',
                '‘' | '’' | '‚' => '\'',
                '“' | '”' | '„' | '«' | '»' => '"',
                c => c,
            };
            if c == ' ' && folded.text.ends_with(' ') {
                continue;
            }
            folded.from.push((folded.text.len(), place));
            folded.text.extend(c.to_lowercase());
        }
        folded
    }

    /// The place in the original of some bytes; `None` where they begin or end inside a letter.
    fn span(&self, start: usize, length: usize) -> Option<Span> {
        let at = |byte: usize| self.from.binary_search_by_key(&byte, |(byte, _)| *byte).ok();
        let first = self.from.get(at(start)?)?.1;
        let end = if start + length == self.text.len() { self.from.len() } else { at(start + length)? };
        let last = self.from.get(end.checked_sub(1)?)?.1;
        Some(Span::new(first, last + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, words: &str, near: Span) -> Option<(usize, String)> {
        let index = ScalarIndex::new(text);
        nearest(&index, words, near).map(|span| (span.start, index.slice_within(span).to_owned()))
    }

    #[test]
    fn of_several_places_the_nearest_is_taken() {
        let text = "The ministry said so. Later the ministry said no. Then the ministry left.";
        assert_eq!(found(text, "the ministry", Span::new(22, 49)), Some((28, "the ministry".to_owned())));
        assert_eq!(found(text, "the ministry", Span::new(0, 20)), Some((0, "The ministry".to_owned())));
        assert_eq!(found(text, "the cabinet", Span::new(0, 20)), None);
        assert_eq!(found(text, "  ", Span::new(0, 20)), None);
    }

    #[test]
    fn spaces_marks_and_case_make_no_difference() {
        assert_eq!(found("🚀 “It’s\n  over”, SHE said.", "\"it's over\", she", Span::default()), Some((2, "“It’s\n  over”, SHE".to_owned())));
        assert_eq!(found("İstanbul İl", "İl", Span::default()), Some((9, "İl".to_owned())));
    }

    #[test]
    fn a_place_with_the_same_letters_goes_before_its_like() {
        assert_eq!(found("may May", "May", Span::new(0, 7)), Some((4, "May".to_owned())));
    }
}
