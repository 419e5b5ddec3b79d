//! Conditions that steer which index a query walks.
//!
//! The planner of SQLite guesses without knowing the data, and both planners use a partial index only where they see
//! its own condition in the query, in words and not in parameters.

use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::Bool;

/// A condition that takes no values: its text is always the same, as that of a partial index must be.
#[derive(Clone, Copy, Debug)]
pub struct Fixed(pub &'static str);

impl Expression for Fixed {
    type SqlType = Bool;
}
impl<QS> AppearsOnTable<QS> for Fixed {}
impl<QS> SelectableExpression<QS> for Fixed {}
impl<GB> ValidGrouping<GB> for Fixed {
    type IsAggregate = is_aggregate::Never;
}
// Statements with it are kept prepared under their whole text.
impl QueryId for Fixed {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl<DB: Backend> QueryFragment<DB> for Fixed {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.push_sql(self.0);
        Ok(())
    }
}

/// A condition that sorts rows out and never leads to them: no index is looked up by it.
#[derive(Clone, Copy, Debug, QueryId)]
pub struct Aside<P>(pub P);

impl<P: Expression> Expression for Aside<P> {
    type SqlType = Bool;
}
impl<P: AppearsOnTable<QS>, QS> AppearsOnTable<QS> for Aside<P> {}
impl<P: SelectableExpression<QS>, QS> SelectableExpression<QS> for Aside<P> {}
impl<P: ValidGrouping<GB>, GB> ValidGrouping<GB> for Aside<P> {
    type IsAggregate = P::IsAggregate;
}
impl<DB: Backend, P: QueryFragment<DB>> QueryFragment<DB> for Aside<P> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.push_sql("(");
        self.0.walk_ast(out.reborrow())?;
        out.push_sql(") IS TRUE");
        Ok(())
    }
}
