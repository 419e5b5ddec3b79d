//! What was seen before of an article that came in, told at the terminal.

use super::desk;
use super::failure::Outcome;
use super::terminal::shown;
use crate::article::store as articles;
use crate::claim::Veil;
use crate::claim::recall::{Recall, SeenBefore};
use crate::claim::store as claims;
use crate::db::DbConnection;
use crate::db::column::At;
use crate::ids::ArticleId;

/// Most claims of an article that are looked up.
const MOST: usize = 500;

/// Says which claims of an article say what the desk knows from elsewhere, and what was found on that.
pub fn tell(c: &mut DbConnection, now: At, article: ArticleId, recall: &Recall, site: &str) -> Outcome {
    while !recall.read_on(c, now)? {}
    let mut mine = claims::list_of_article(c, article)?;
    mine.truncate(MOST);
    let (all, said_on) = (mine.len(), articles::find_article(c, article)?.and_then(|article| article.published_on));
    let seen = recall.seen_before(c, now, mine, said_on, &Veil::default())?.unwrap_or_default();
    if seen.is_empty() {
        return Ok(());
    }
    let words = desk::words()?;
    eprintln!("seen before: {} of {all} claims; what was found then can be taken over at {site}/articles/{article}/seen", seen.len());
    for SeenBefore { claim, earlier, article, sure } in &seen {
        let found = earlier.substance.map_or_else(|| words.label(earlier.state), |verdict| words.label(verdict));
        eprintln!("  {}. {}", claim.number, shown(&claim.statement));
        eprintln!("     {found} ({:.0} % alike): “{}” in “{}”", sure * 100.0, shown(&earlier.statement), shown(article));
    }
    Ok(())
}
