//! Hashtags and names of accounts as the words they are made of: `#FreeIran2020` is “free iran 2020”.

use super::known::Known;
use super::stem::fold;

/// Longest word that is looked for inside a tag.
const LONGEST: usize = 16;
/// Shorter pieces stay as they are.
const SHORTEST: usize = 6;

/// The words of a tag, folded.
pub(super) fn words(tag: &str, known: &Known) -> Vec<String> {
    let mut words = Vec::new();
    for piece in humps(tag) {
        let piece = fold(&piece);
        if piece.chars().count() < SHORTEST || known.has(&piece) || !piece.chars().all(char::is_alphabetic) {
            words.push(piece);
        } else {
            words.extend(parted(&piece, known).unwrap_or_else(|| vec![piece]));
        }
    }
    words
}

/// Pieces at capitals and figures: `WorldWar3` has three, `NASAFacts` two.
fn humps(tag: &str) -> Vec<String> {
    let letters: Vec<char> = tag.chars().filter(|c| c.is_alphanumeric() || *c == '_').collect();
    let mut pieces: Vec<String> = Vec::new();
    let mut before = '_';
    for (at, &c) in letters.iter().enumerate() {
        let next = letters.get(at + 1).copied().unwrap_or('_');
        let begins = before == '_'
            || (c.is_uppercase() && before.is_lowercase())
            || (c.is_uppercase() && before.is_uppercase() && next.is_lowercase())
            || c.is_numeric() != before.is_numeric();
        if c != '_' {
            match pieces.last_mut() {
                Some(last) if !begins => last.push(c),
                _ => pieces.push(c.to_string()),
            }
        }
        before = c;
    }
    pieces
}

/// The likeliest row of known words that a piece is; `None` where some of it is unknown.
fn parted(piece: &str, known: &Known) -> Option<Vec<String>> {
    let letters: Vec<char> = piece.chars().collect();
    // The best row up to each place: its cost, and where its last word begins.
    let mut best: Vec<Option<(f32, usize)>> = vec![None; letters.len() + 1];
    *best.first_mut()? = Some((0.0, 0));
    for end in 1..=letters.len() {
        for start in end.saturating_sub(LONGEST)..end {
            let word: String = letters.get(start..end)?.iter().collect();
            let (Some((cost, _)), Some(price)) = (best.get(start).copied().flatten(), known.price(&word)) else { continue };
            let place = best.get_mut(end)?;
            if place.is_none_or(|(least, _)| cost + price < least) {
                *place = Some((cost + price, start));
            }
        }
    }
    let mut words = Vec::new();
    let mut end = letters.len();
    while end > 0 {
        let (_, start) = (*best.get(end)?)?;
        words.push(letters.get(start..end)?.iter().collect());
        end = start;
    }
    words.reverse();
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_cut_at_capitals_and_figures() {
        assert_eq!(humps("FreeIran2020"), ["Free", "Iran", "2020"]);
        assert_eq!(humps("NASAFacts"), ["NASA", "Facts"]);
        assert_eq!(humps("world_war"), ["world", "war"]);
    }
}
