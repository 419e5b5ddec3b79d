//! Column types that both databases understand: ids, moments, JSON, and closed lists.
//!
//! | Rust | PostgreSQL | SQLite |
//! |---|---|---|
//! | ids (see `ids.rs`) | `uuid` | 16-byte `BLOB` |
//! | [`At`] | `timestamptz` | `BIGINT`, microseconds since 1970 |
//! | [`Json`] | `jsonb` | `TEXT` holding JSON |
//! | enums made by `codes!` | `text` | `TEXT` |

use super::{DbConnection, MultiBackend};
use chrono::{DateTime, Utc};
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::query_builder::QueryId;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{self as st, HasSqlType, SqlType};
use diesel::sqlite::{Sqlite, SqliteValue};
use serde::{Deserialize, Serialize};

/// The names that `schema.rs` uses for column types.
pub mod sql {
    pub use super::{Jsonb, Timestamptz, Uuid};
    pub use diesel::sql_types::{Binary, Bool, Date, Float8, Int4, Int8, Nullable, Text};
}

/// SQL type of an id.
#[derive(Clone, Copy, Debug, Default, QueryId, SqlType)]
#[diesel(postgres_type(oid = 2950, array_oid = 2951), sqlite_type(name = "Binary"))]
pub struct Uuid;

/// SQL type of a moment.
#[derive(Clone, Copy, Debug, Default, QueryId, SqlType)]
#[diesel(postgres_type(oid = 1184, array_oid = 1185), sqlite_type(name = "Long"))]
pub struct Timestamptz;

// `table!` goes by the name of a column's type and wants these two of a `Timestamptz`.
impl st::ops::Add for Timestamptz {
    type Rhs = st::Interval;
    type Output = Self;
}
impl st::ops::Sub for Timestamptz {
    type Rhs = st::Interval;
    type Output = Self;
}

/// SQL type of a JSON value.
#[derive(Clone, Copy, Debug, Default, QueryId, SqlType)]
#[diesel(postgres_type(oid = 3802, array_oid = 3807), sqlite_type(name = "Text"))]
pub struct Jsonb;

/// A moment in UTC, to the microsecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, AsExpression, FromSqlRow, Serialize, Deserialize)]
#[diesel(sql_type = Timestamptz)]
#[serde(transparent)]
pub struct At(pub DateTime<Utc>);

/// A JSON value.
#[derive(Clone, Debug, PartialEq, AsExpression, FromSqlRow, Serialize, Deserialize)]
#[diesel(sql_type = Jsonb)]
#[serde(transparent)]
pub struct Json(pub serde_json::Value);

/// The common part of a column type: its place in the backend of both databases, and PostgreSQL's form.
#[macro_export]
macro_rules! wire {
    ($sql:ident, $rust:ty, $inner:ty) => {
        impl diesel::serialize::ToSql<$crate::db::column::$sql, $crate::db::MultiBackend> for $rust {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, $crate::db::MultiBackend>) -> diesel::serialize::Result {
                out.set_value(($crate::db::column::$sql, self));
                Ok(diesel::serialize::IsNull::No)
            }
        }
        impl diesel::deserialize::FromSql<$crate::db::column::$sql, $crate::db::MultiBackend> for $rust {
            fn from_sql(value: <$crate::db::MultiBackend as diesel::backend::Backend>::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                value.from_sql::<$rust, $crate::db::column::$sql>()
            }
        }
        impl diesel::serialize::ToSql<$crate::db::column::$sql, diesel::pg::Pg> for $rust {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>) -> diesel::serialize::Result {
                <$inner as diesel::serialize::ToSql<diesel::sql_types::$sql, diesel::pg::Pg>>::to_sql(&self.0, out)
            }
        }
        impl diesel::deserialize::FromSql<$crate::db::column::$sql, diesel::pg::Pg> for $rust {
            fn from_sql(value: diesel::pg::PgValue<'_>) -> diesel::deserialize::Result<Self> {
                <$inner as diesel::deserialize::FromSql<diesel::sql_types::$sql, diesel::pg::Pg>>::from_sql(value).map(Self)
            }
        }
    };
}

macro_rules! known_to_both {
    ($($sql:ident),+) => { $(
        impl HasSqlType<$sql> for MultiBackend {
            fn metadata(lookup: &mut Self::MetadataLookup) -> Self::TypeMetadata {
                MultiBackend::lookup_sql_type::<$sql>(lookup)
            }
        }
    )+ };
}
known_to_both!(Uuid, Timestamptz, Jsonb);
wire!(Timestamptz, At, DateTime<Utc>);
wire!(Jsonb, Json, serde_json::Value);

impl ToSql<Timestamptz, Sqlite> for At {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.timestamp_micros());
        Ok(IsNull::No)
    }
}
impl FromSql<Timestamptz, Sqlite> for At {
    fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        let micros = <i64 as FromSql<st::BigInt, Sqlite>>::from_sql(value)?;
        DateTime::from_timestamp_micros(micros).map(Self).ok_or_else(|| "a stored moment is out of range".into())
    }
}
impl ToSql<Jsonb, Sqlite> for Json {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(serde_json::to_string(&self.0)?);
        Ok(IsNull::No)
    }
}
impl FromSql<Jsonb, Sqlite> for Json {
    fn from_sql(mut value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        Ok(Self(serde_json::from_str(value.read_text())?))
    }
}

/// Lets an enum made by `codes!` be a text column on both databases. Called in the store file of the
/// thing that owns the list, so that the list itself stays free of the database.
#[macro_export]
macro_rules! text_columns {
    ($($rust:ty),+ $(,)?) => { $(
        $crate::text_column_expressions!($rust, diesel::sql_types::Text);
        $crate::text_column_expressions!($rust, diesel::sql_types::Nullable<diesel::sql_types::Text>);
        impl diesel::serialize::ToSql<diesel::sql_types::Text, $crate::db::MultiBackend> for $rust {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, $crate::db::MultiBackend>) -> diesel::serialize::Result {
                out.set_value((diesel::sql_types::Text, $crate::code::Code::code(*self)));
                Ok(diesel::serialize::IsNull::No)
            }
        }
        impl diesel::serialize::ToSql<diesel::sql_types::Text, diesel::sqlite::Sqlite> for $rust {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, diesel::sqlite::Sqlite>) -> diesel::serialize::Result {
                out.set_value($crate::code::Code::code(*self));
                Ok(diesel::serialize::IsNull::No)
            }
        }
        impl diesel::serialize::ToSql<diesel::sql_types::Text, diesel::pg::Pg> for $rust {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>) -> diesel::serialize::Result {
                std::io::Write::write_all(out, $crate::code::Code::code(*self).as_bytes())?;
                Ok(diesel::serialize::IsNull::No)
            }
        }
        impl<DB: diesel::backend::Backend> diesel::serialize::ToSql<diesel::sql_types::Nullable<diesel::sql_types::Text>, DB> for $rust
        where
            Self: diesel::serialize::ToSql<diesel::sql_types::Text, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, DB>) -> diesel::serialize::Result {
                diesel::serialize::ToSql::<diesel::sql_types::Text, DB>::to_sql(self, out)
            }
        }
        impl<DB: diesel::backend::Backend> diesel::deserialize::FromSql<diesel::sql_types::Text, DB> for $rust
        where
            String: diesel::deserialize::FromSql<diesel::sql_types::Text, DB>,
        {
            fn from_sql(value: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                let text = <String as diesel::deserialize::FromSql<diesel::sql_types::Text, DB>>::from_sql(value)?;
                Ok(text.parse::<Self>()?)
            }
        }
        impl<ST, DB> diesel::deserialize::Queryable<ST, DB> for $rust
        where
            DB: diesel::backend::Backend,
            ST: diesel::sql_types::SingleValue,
            Self: diesel::deserialize::FromSql<ST, DB>,
        {
            type Row = Self;
            fn build(row: Self) -> diesel::deserialize::Result<Self> {
                Ok(row)
            }
        }
    )+ };
}

/// Part of [`text_columns!`]: an enum value as a bound expression.
#[macro_export]
macro_rules! text_column_expressions {
    ($rust:ty, $sql:ty) => {
        impl diesel::expression::AsExpression<$sql> for $rust {
            type Expression = diesel::internal::derives::as_expression::Bound<$sql, Self>;
            fn as_expression(self) -> Self::Expression {
                diesel::internal::derives::as_expression::Bound::new(self)
            }
        }
        impl<'a> diesel::expression::AsExpression<$sql> for &'a $rust {
            type Expression = diesel::internal::derives::as_expression::Bound<$sql, &'a $rust>;
            fn as_expression(self) -> Self::Expression {
                diesel::internal::derives::as_expression::Bound::new(self)
            }
        }
    };
}

/// Whether a connection leads to SQLite: for the few statements whose text differs.
pub fn is_sqlite(c: &DbConnection) -> bool {
    matches!(c, DbConnection::Sqlite(_))
}
