//! The rows of a whole database as texts: what a refused or failed deed must not have touched.

use super::TestDb;
use corroborate::db::DbConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use std::collections::BTreeMap;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

fn lines(c: &mut DbConnection, query: &str) -> Vec<String> {
    let load = |lines: Vec<Line>| lines.into_iter().map(|row| row.line).collect();
    match c {
        DbConnection::Sqlite(c) => diesel::sql_query(query).load(c).map(load).unwrap(),
        DbConnection::Postgres(c) => diesel::sql_query(query).load(c).map(load).unwrap(),
    }
}

/// Every table's name, without those of diesel and of full-text search.
pub fn tables(c: &mut DbConnection) -> Vec<String> {
    let query = match c {
        DbConnection::Sqlite(_) => {
            "SELECT name AS line FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' \
             AND name NOT LIKE '%!_search%' ESCAPE '!' AND name <> '__diesel_schema_migrations' ORDER BY name"
        }
        DbConnection::Postgres(_) => {
            "SELECT tablename::text AS line FROM pg_tables WHERE schemaname = 'public' AND tablename <> '__diesel_schema_migrations' ORDER BY 1"
        }
    };
    lines(c, query)
}

/// Every column of a table as `name type` with ` not null` where it must be filled, in alphabetical order.
pub fn columns(c: &mut DbConnection, table: &str) -> Vec<String> {
    let query = match c {
        DbConnection::Sqlite(_) => {
            format!("SELECT name || ' ' || lower(type) || iif(\"notnull\", ' not null', '') AS line FROM pragma_table_info('{table}') ORDER BY name")
        }
        DbConnection::Postgres(_) => format!(
            "SELECT (column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END)::text AS line \
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' ORDER BY column_name"
        ),
    };
    lines(c, &query)
}

/// Everything that makes up the schema (tables, indexes, triggers, functions, constraints), each as a text, in order;
/// diesel's own table of steps apart.
pub fn definitions(c: &mut DbConnection) -> Vec<String> {
    let query = match c {
        DbConnection::Sqlite(_) => {
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS line FROM sqlite_schema WHERE tbl_name <> '__diesel_schema_migrations' ORDER BY 1"
        }
        DbConnection::Postgres(_) => {
            "SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS line \
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '__diesel_schema_migrations' \
             UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '__diesel_schema_migrations' \
             UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint \
             WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '__diesel_schema_migrations' \
             UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal \
             UNION ALL SELECT 'function ' || p.oid::regprocedure FROM pg_proc p WHERE pronamespace = 'public'::regnamespace \
             AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') AND proname NOT LIKE 'diesel!_%' ESCAPE '!' ORDER BY 1"
        }
    };
    lines(c, query)
}

/// All rows of one table, each as a text, in order.
pub fn rows(c: &mut DbConnection, table: &str) -> Vec<String> {
    let query = match c {
        DbConnection::Sqlite(_) => {
            let columns = lines(c, &format!("SELECT name AS line FROM pragma_table_info('{table}')"));
            let quoted: Vec<String> = columns.iter().map(|column| format!("'{column}=' || quote(\"{column}\")")).collect();
            format!("SELECT {} AS line FROM \"{table}\" ORDER BY 1", quoted.join(" || ' ' || "))
        }
        DbConnection::Postgres(_) => format!("SELECT t::text AS line FROM \"{table}\" t ORDER BY 1"),
    };
    lines(c, &query)
}

impl TestDb {
    /// All rows of all tables.
    pub fn all_rows(&self) -> BTreeMap<String, Vec<String>> {
        let mut c = self.db().get().unwrap();
        let tables = tables(&mut c);
        tables.into_iter().map(|table| (table.clone(), rows(&mut c, &table))).collect()
    }
}
