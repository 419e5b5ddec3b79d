//! Tags: words that a desk sorts its claims by. Pure.

use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Longest tag.
pub const LONGEST: usize = 40;
/// Most tags of one claim, and most given at once.
pub const MOST: usize = 20;

/// A tag folded for comparison: two spellings with one key are one tag.
pub fn tag_key(name: &str) -> String {
    let plain: String = name.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_control()).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The tags of a line as people type it: separated by commas, each once, in the order of their keys, as `(key, name)`.
pub fn tags_in(line: &str) -> Vec<(String, String)> {
    let mut tags = BTreeMap::new();
    for part in line.split([',', '\n', '，', '、']) {
        let name = part.split_whitespace().collect::<Vec<_>>().join(" ").trim_start_matches('#').to_owned();
        let key = tag_key(&name);
        if !key.is_empty() {
            tags.entry(key).or_insert(name);
        }
    }
    tags.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_taken_apart_at_its_commas_and_each_tag_counts_once() {
        let tags = tags_in(" Budget, #east  wing,, BUDGET ");
        assert_eq!(tags, [("budget".to_owned(), "Budget".to_owned()), ("east wing".to_owned(), "east wing".to_owned())]);
    }
}
