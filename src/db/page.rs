//! Pages of a list: a cursor that names the last row seen, and the comparison that continues behind it.
//!
//! Lists never count off rows (`OFFSET`): they continue on an index, so page 1,000 costs what page 1 does.

use data_encoding::BASE64URL_NOPAD;
use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, AsExpression, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::{Bool, SingleValue, SqlType};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Most rows of one page.
pub const MOST: i64 = 200;
/// Rows of a page when nothing else is asked.
pub const USUAL: i64 = 50;

/// A limit as asked for, kept between 1 and [`MOST`].
pub fn limit(asked: Option<i64>) -> i64 {
    asked.unwrap_or(USUAL).clamp(1, MOST)
}

/// Rows of a list and where to go on.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// The cursor for what follows; `None` at the end.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// A page made of at most `limit + 1` rows: the one too many only tells that there is more.
    pub fn cut<K: Serialize>(mut rows: Vec<T>, limit: i64, key: impl Fn(&T) -> K) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = if more { rows.last().map(|row| write_cursor(&key(row))) } else { None };
        Self { rows, next }
    }

    /// The same page with other rows.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { rows: self.rows.into_iter().map(change).collect(), next: self.next }
    }
}

/// A cursor for a key.
pub fn write_cursor<K: Serialize>(key: &K) -> String {
    BASE64URL_NOPAD.encode(serde_json::to_string(key).unwrap_or_default().as_bytes())
}

/// The key of a cursor; `None` where the text is no cursor of this list. A NUL, which PostgreSQL can't be asked
/// for, is in none.
pub fn read_cursor<K: DeserializeOwned>(text: &str) -> Option<K> {
    let json = String::from_utf8(BASE64URL_NOPAD.decode(text.as_bytes()).ok()?).ok()?;
    if json.contains("\\u0000") { None } else { serde_json::from_str(&json).ok() }
}

/// `(a, b) < (x, y)` or `(a, b) > (x, y)`: both databases walk an index on `(a, b)` from there.
#[derive(Clone, Copy, Debug, QueryId)]
pub struct RowOrder<A, B, X, Y> {
    columns: (A, B),
    values: (X, Y),
    less: bool,
}

/// The rows before `(x, y)` in the order of `(a, b)`.
pub fn rows_before<A, B, X, Y>(a: A, b: B, x: X, y: Y) -> RowOrder<A, B, X::Expression, Y::Expression>
where
    A: Expression<SqlType: SqlType + SingleValue>,
    B: Expression<SqlType: SqlType + SingleValue>,
    X: AsExpression<A::SqlType>,
    Y: AsExpression<B::SqlType>,
{
    RowOrder { columns: (a, b), values: (x.as_expression(), y.as_expression()), less: true }
}

/// The rows after `(x, y)` in the order of `(a, b)`.
pub fn rows_after<A, B, X, Y>(a: A, b: B, x: X, y: Y) -> RowOrder<A, B, X::Expression, Y::Expression>
where
    A: Expression<SqlType: SqlType + SingleValue>,
    B: Expression<SqlType: SqlType + SingleValue>,
    X: AsExpression<A::SqlType>,
    Y: AsExpression<B::SqlType>,
{
    RowOrder { less: false, ..rows_before(a, b, x, y) }
}

impl<A, B, X, Y> Expression for RowOrder<A, B, X, Y> {
    type SqlType = Bool;
}
impl<A, B, X, Y, QS> AppearsOnTable<QS> for RowOrder<A, B, X, Y> {}
impl<A, B, X, Y, QS> SelectableExpression<QS> for RowOrder<A, B, X, Y> {}
impl<A, B, X, Y, GB> ValidGrouping<GB> for RowOrder<A, B, X, Y> {
    type IsAggregate = is_aggregate::Never;
}
impl<A, B, X, Y, DB> QueryFragment<DB> for RowOrder<A, B, X, Y>
where
    DB: Backend,
    A: QueryFragment<DB>,
    B: QueryFragment<DB>,
    X: QueryFragment<DB>,
    Y: QueryFragment<DB>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.unsafe_to_cache_prepared();
        out.push_sql("(");
        self.columns.0.walk_ast(out.reborrow())?;
        out.push_sql(", ");
        self.columns.1.walk_ast(out.reborrow())?;
        out.push_sql(if self.less { ") < (" } else { ") > (" });
        self.values.0.walk_ast(out.reborrow())?;
        out.push_sql(", ");
        self.values.1.walk_ast(out.reborrow())?;
        out.push_sql(")");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_knows_whether_there_is_more() {
        let page = Page::cut(vec![1, 2, 3], 2, |n| *n);
        assert_eq!(page.rows, [1, 2]);
        assert_eq!(read_cursor::<i32>(&page.next.unwrap()), Some(2));
        assert_eq!(Page::cut(vec![1, 2], 2, |n| *n).next, None);
        assert_eq!(read_cursor::<i32>("not a cursor"), None);
    }
}
