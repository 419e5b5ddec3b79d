//! What was seen before of an article that came in, told at the terminal.

use super::desk;
use super::failure::Outcome;
use super::terminal::shown;
use crate::article::store as articles;
use crate::claim::Veil;
use crate::claim::recall::{Recall, SeenBefore};
use crate::db::DbConnection;
use crate::db::column::At;
use crate::ids::ArticleId;

/// Says which claims of an article say what the desk knows from elsewhere, and what was found on that.
pub fn tell(c: &mut DbConnection, now: At, article: ArticleId, recall: &Recall, site: &str) -> Outcome {
    recall.read_all(c, now)?;
    let Some(row) = articles::find_article(c, article)? else { return Ok(()) };
    let seen = recall.seen_in(c, now, &row, &Veil::default())?;
    if seen.rows.is_empty() {
        return Ok(());
    }
    let words = desk::words()?;
    eprintln!("seen before: {} of {} claims; what was found then can be taken over at {site}/articles/{article}/seen", seen.rows.len(), seen.claims);
    for SeenBefore { claim, earlier, article, sure } in &seen.rows {
        let found = earlier.substance.map_or_else(|| words.label(earlier.state), |verdict| words.label(verdict));
        eprintln!("  {}. {}", claim.number, shown(&claim.statement));
        eprintln!("     {found} ({:.0} % alike): “{}” in “{}”", sure * 100.0, shown(&earlier.statement), shown(article));
    }
    Ok(())
}
