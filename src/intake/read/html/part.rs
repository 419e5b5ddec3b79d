//! Which part of a page is the article.
//!
//! Leaves something out only where the page says clearly what its article is; a line too many can be marked
//! as no part of the article later, a line lost is lost unseen.

use super::page::{Element, Page, Piece, Role};

/// An article shorter than this is not chosen over a page with more than one.
const SHORT: usize = 500;

/// The element that holds the article; `None` where the whole page has to be read.
pub(super) fn article<'p, 't>(page: &'p Page<'t>) -> Option<&'p Element<'t>> {
    if !page.whole {
        return None;
    }
    let weights = Weights::of(page);
    let kinds: [fn(&Element<'_>) -> bool; 3] = [
        |e| e.name == "article",
        |e| e.attribute("itemprop").is_some_and(|name| name.eq_ignore_ascii_case("articleBody")),
        |e| e.name == "main" || e.attribute("role") == Some("main"),
    ];
    if let Some(found) = kinds.into_iter().find_map(|kind| weights.clear_winner(page, kind)) {
        return Some(found);
    }
    // The innermost box that holds nearly all words: all such boxes stand one inside the other.
    let mut boxes = page.elements.iter().filter(|e| matches!(e.name.as_ref(), "div" | "section" | "td" | "form"));
    boxes.rfind(|e| weights.total > 0 && weights.within(e) * 100 >= weights.total * 95)
}

/// How many letters outside links stand before each piece.
struct Weights {
    before: Vec<usize>,
    total: usize,
}

impl Weights {
    fn of(page: &Page<'_>) -> Self {
        let mut before = Vec::with_capacity(page.pieces.len() + 1);
        let (mut total, mut muted) = (0, 0_usize);
        let mutes = |number: &usize| page.element(*number).is_some_and(|e| matches!(e.role, Role::Silent | Role::Chrome | Role::Link));
        for piece in &page.pieces {
            before.push(total);
            match piece {
                Piece::Text(text) if muted == 0 => total += text.chars().filter(|c| !c.is_whitespace()).count(),
                Piece::Open(number) => muted += usize::from(mutes(number)),
                Piece::Close(number) => muted = muted.saturating_sub(usize::from(mutes(number))),
                _ => {}
            }
        }
        Self { before, total }
    }

    fn within(&self, element: &Element<'_>) -> usize {
        let at = |piece: usize| self.before.get(piece).copied().unwrap_or(self.total);
        at(element.close).saturating_sub(at(element.open))
    }

    /// The heaviest element of a kind, where it is most of the page or dwarfs the others of its kind.
    fn clear_winner<'p, 't>(&self, page: &'p Page<'t>, kind: fn(&Element<'_>) -> bool) -> Option<&'p Element<'t>> {
        let heaviest = page.elements.iter().filter(|e| kind(e)).max_by_key(|e| self.within(e))?;
        let weight = self.within(heaviest);
        let others = page.elements.iter().filter(|e| kind(e) && (e.close < heaviest.open || e.open > heaviest.close));
        let next = others.map(|e| self.within(e)).max().unwrap_or(0);
        let most = weight * 2 >= self.total && weight > next;
        let dwarfs = weight >= SHORT && weight >= next * 4;
        (weight > 0 && (most || dwarfs)).then_some(heaviest)
    }
}
