//! Full-text search: one predicate each for claims and articles, in the words of each database.
//!
//! A query is a list of words; every one must occur, the last may be the beginning of a word.
//! Marks that a search language would read (quotes, `-`, `*`, `OR`) are plain text here.

use super::MultiBackend;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::{Bool, Text};
use diesel::sqlite::Sqlite;

/// The words of a query, or `None` where it holds none.
pub fn words(query: &str) -> Option<Vec<String>> {
    let words: Vec<String> =
        query.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(12).map(|word| word.chars().take(60).collect()).collect();
    (!words.is_empty()).then_some(words)
}

macro_rules! text_predicate {
    ($(#[$meta:meta])* $name:ident, $sqlite:literal, $postgres:literal, $close:literal) => {
        $(#[$meta])*
        #[derive(Debug, Clone, QueryId)]
        pub struct $name { sqlite: String, postgres: String }
        impl $name {
            /// The predicate for these words.
            pub fn new(words: &[String]) -> Self {
                // SQLite: "one" "two"* — PostgreSQL: 'one' & 'two':*. The words hold letters and digits alone.
                let last = words.len().saturating_sub(1);
                let each = |quote: char, mark: &str| words.iter().enumerate().map(|(n, word)| {
                    format!("{quote}{word}{quote}{}", if n == last { mark } else { "" })
                }).collect::<Vec<_>>();
                Self { sqlite: each('"', "*").join(" "), postgres: each('\'', ":*").join(" & ") }
            }
        }
        impl Expression for $name { type SqlType = Bool; }
        impl<QS> AppearsOnTable<QS> for $name {}
        impl<QS> SelectableExpression<QS> for $name {}
        impl<GB> ValidGrouping<GB> for $name { type IsAggregate = is_aggregate::Never; }
        impl QueryFragment<Sqlite> for $name {
            fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
                out.push_sql($sqlite);
                out.push_bind_param::<Text, _>(&self.sqlite)?;
                out.push_sql(")");
                Ok(())
            }
        }
        impl QueryFragment<Pg> for $name {
            fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
                out.push_sql($postgres);
                out.push_bind_param::<Text, _>(&self.postgres)?;
                out.push_sql($close);
                Ok(())
            }
        }
        impl QueryFragment<MultiBackend> for $name {
            fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
                MultiBackend::walk_variant_ast(self, out)
            }
        }
    };
}

text_predicate!(
    /// Holds for claims whose statement has all the words.
    ClaimMatches,
    "claims.seq IN (SELECT rowid FROM claims_search WHERE claims_search MATCH ",
    // The array is found first: PostgreSQL must not walk the list instead, looking for rare words row by row.
    "claims.id = ANY (ARRAY(SELECT found.id FROM claims found WHERE to_tsvector('simple', left(found.statement, 100000)) @@ to_tsquery('simple', ",
    ")))"
);
text_predicate!(
    /// Holds for articles whose present version has all the words in its title or text.
    ArticleMatches,
    "articles.version_id IN (SELECT v.id FROM versions v JOIN versions_search s ON s.rowid = v.seq WHERE versions_search MATCH ",
    "articles.version_id IN (SELECT v.id FROM versions v WHERE to_tsvector('simple', left(v.title || ' ' || v.text, 100000)) @@ to_tsquery('simple', ",
    "))"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn search_marks_are_plain_text() {
        assert_eq!(words("\"NEAR(\" -x* OR 'y'"), Some(["NEAR", "x", "OR", "y"].map(String::from).to_vec()));
        assert_eq!(words(" ** -- "), None);
    }
}
