//! Which article somebody means: by its id, or by an unambiguous beginning of its id or title.

use super::failure::Failure;
use super::terminal::shown;
use crate::article::store as articles;
use crate::db::DbConnection;
use crate::ids::ArticleId;

/// Titles read at a time.
const PAGE: i64 = 1_000;
/// Most articles that are named where several fit.
const NAMED: usize = 8;

/// The article that `meant` names.
///
/// # Errors
/// A sentence that says that none fits, or which do.
pub fn article(c: &mut DbConnection, meant: &str) -> Result<ArticleId, Failure> {
    let meant = meant.trim();
    if let Ok(id) = meant.parse::<ArticleId>()
        && articles::find_article(c, id)?.is_some()
    {
        return Ok(id);
    }
    let fits = Fits::new(meant);
    let mut found: Vec<(ArticleId, String)> = Vec::new();
    let mut exact: Vec<ArticleId> = Vec::new();
    let mut after = None;
    loop {
        let page = articles::list_titles(c, after, PAGE)?;
        let Some((last, _)) = page.last() else { break };
        after = Some(*last);
        for (id, title) in page {
            if fits.is(&title) {
                exact.push(id);
            }
            if found.len() <= NAMED && fits.begins(id, &title) {
                found.push((id, title));
            }
        }
    }
    match (exact.as_slice(), found.as_slice()) {
        ([id], _) | (_, [(id, _)]) => Ok(*id),
        (_, []) => Err(format!("no article has this id or a title that begins with “{}”", shown(meant)).into()),
        (_, several) => {
            let names = several.iter().take(NAMED).map(|(id, title)| format!("  {id}  {}", shown(title)));
            let more = if several.len() > NAMED { "\n  …" } else { "" };
            Err(format!("several articles fit; say which:\n{}{more}", names.collect::<Vec<_>>().join("\n")).into())
        }
    }
}

struct Fits {
    title: String,
    /// The beginning of an id; `None` where it can't be one.
    id: Option<String>,
}

impl Fits {
    fn new(meant: &str) -> Self {
        let digits: String = meant.chars().filter(|c| *c != '-').collect::<String>().to_lowercase();
        let is_id = digits.len() >= 4 && digits.chars().all(|c| c.is_ascii_hexdigit());
        Self { title: folded(meant), id: is_id.then_some(digits) }
    }

    fn is(&self, title: &str) -> bool {
        folded(title) == self.title
    }

    fn begins(&self, id: ArticleId, title: &str) -> bool {
        let by_id = self.id.as_ref().is_some_and(|digits| id.0.simple().to_string().starts_with(digits));
        by_id || (!self.title.is_empty() && folded(title).starts_with(&self.title))
    }
}

/// A title for comparison: lower case, quotation marks and apostrophes of one kind, white space of one width.
fn folded(title: &str) -> String {
    let plain: String = title
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            c => c,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Ids;

    #[test]
    fn a_title_or_an_id_may_be_begun_in_any_spelling() {
        let id: ArticleId = Ids::counting().make();
        assert!(Fits::new("putin's").begins(id, "Putin’s  visit"));
        assert!(Fits::new("0190-0000").begins(id, "x"));
        assert!(!Fits::new("0190 visit").begins(id, "x"));
        assert!(!Fits::new("").begins(id, "x"));
    }
}
