//! What a source was cited for and how it fared: claim by claim, and in sums by both verdicts.

use crate::claim::{AttributionVerdict, Quotation, Role, Substance};
use crate::code::Code;
use crate::db::page::USUAL;
use crate::ids::{ArticleId, ClaimId, SourceId};
use crate::source::name_key;
use crate::source::store::ledger::{self, Citation, Judged, LedgerFilter};
use crate::source::store::{self, Source, VerdictCount};
use crate::web::page::badge::{AttributionBadge, Badge};
use crate::web::{FormData, Problem, Room};
use crate::wording::{Arg, Words};

/// What stands for “nobody has judged it” in an address.
const OPEN: &str = "open";

/// One claim that the source was cited for.
pub(super) struct Entry {
    pub claim: ClaimId,
    pub statement: String,
    pub article: ArticleId,
    pub title: String,
    pub on: String,
    /// What part it plays, how its words are given, under which name.
    pub part: Vec<String>,
    pub substance: Option<Badge>,
    pub attribution: Option<AttributionBadge>,
    pub note: String,
}

impl Entry {
    fn of(row: Citation, name: &str, w: &Words) -> Self {
        let on = w.date(row.day());
        let mut part = Vec::new();
        part.extend(Role::from_code(&row.role).map(|role| w.label(role).into_owned()));
        part.extend(Quotation::from_code(&row.quotation).map(|quotation| w.label(quotation).into_owned()));
        part.extend(row.mention.filter(|mention| name_key(mention) != name_key(name)).map(|mention| w.s("ledger-named", "name", &mention)));
        Self {
            on,
            part,
            claim: row.claim_id,
            statement: row.statement,
            article: row.article_id,
            title: row.article,
            substance: row.substance.as_deref().and_then(Substance::from_code).map(|verdict| Badge::of(verdict, w)),
            attribution: row.verdict.as_deref().and_then(AttributionVerdict::from_code).map(|verdict| AttributionBadge::of(verdict, w)),
            note: row.verdict_note,
        }
    }
}

/// A number of the table of sums, and where its claims are.
pub(super) struct Cell {
    pub count: i64,
    pub href: String,
}

/// Sums by both verdicts: a row for each verdict on substance, a column for each on attribution.
pub(super) struct Grid {
    pub columns: Vec<String>,
    pub rows: Vec<(String, Vec<Cell>)>,
}

impl Grid {
    fn of(source: SourceId, counts: &[VerdictCount], w: &Words) -> Self {
        let codes = |of: &dyn Fn(&VerdictCount) -> Option<&str>, all: Vec<&'static str>| -> Vec<Option<&'static str>> {
            let there = |code: Option<&str>| counts.iter().any(|row| of(row) == code);
            all.into_iter().map(Some).chain([None]).filter(|code| there(*code)).collect()
        };
        let rows = codes(&|row| row.0.as_deref(), Substance::ALL.iter().map(|verdict| verdict.code()).collect());
        let columns = codes(&|row| row.1.as_deref(), AttributionVerdict::ALL.iter().map(|verdict| verdict.code()).collect());
        let open = || w.t("source-record-open").into_owned();
        let cell = |substance: Option<&'static str>, attribution: Option<&'static str>| Cell {
            count: counts.iter().filter(|row| row.0.as_deref() == substance && row.1.as_deref() == attribution).map(|row| row.2).sum(),
            href: address(source, substance.unwrap_or(OPEN), attribution.unwrap_or(OPEN), None),
        };
        let label = |code: Option<&str>| code.and_then(AttributionVerdict::from_code).map_or_else(open, |verdict| w.label(verdict).into_owned());
        let row = |code: Option<&'static str>| {
            let label = code.and_then(Substance::from_code).map_or_else(open, |verdict| w.label(verdict).into_owned());
            (label, columns.iter().map(|column| cell(code, *column)).collect())
        };
        Self { rows: rows.iter().copied().map(row).collect(), columns: columns.iter().copied().map(label).collect() }
    }
}

/// A choice of a menu.
pub(super) struct Choice {
    pub code: &'static str,
    pub label: String,
    pub chosen: bool,
}

/// What the source was cited for.
pub(super) struct Ledger {
    /// How often, and how it fared, in words.
    pub says: Vec<String>,
    /// How often, by both verdicts.
    pub counts: Vec<VerdictCount>,
    pub cited: i64,
    pub grid: Grid,
    pub substance: Vec<Choice>,
    pub attribution: Vec<Choice>,
    pub narrowed: bool,
    pub rows: Vec<Entry>,
    pub first: Option<String>,
    pub next: Option<String>,
}

impl Ledger {
    /// What an address asks for.
    pub fn of(room: &mut Room<'_>, source: &Source, query: &FormData) -> Result<Self, Problem> {
        let w = room.words.clone();
        let without = room.veil()?.claims();
        let counts = store::record_of(room.c, source.id, &without)?;
        let (claims, articles) = ledger::counted(room.c, source.id, &without)?;
        let filter = LedgerFilter {
            substance: judged::<Substance>(query.get("substance")),
            attribution: judged::<AttributionVerdict>(query.get("attribution")),
            without,
        };
        let cursor = Some(query.get("cursor")).filter(|cursor| !cursor.is_empty());
        let page = ledger::list(room.c, source.id, &filter, cursor, USUAL)?;
        let (substance, attribution) = (code_of(filter.substance.as_ref()), code_of(filter.attribution.as_ref()));
        let at = |cursor: Option<&str>| address(source.id, substance, attribution, cursor);
        Ok(Self {
            says: says(&counts, claims, articles, &w),
            cited: counts.iter().map(|row| row.2).sum(),
            grid: Grid::of(source.id, &counts, &w),
            substance: choices::<Substance>(substance, &w),
            attribution: choices::<AttributionVerdict>(attribution, &w),
            narrowed: filter.substance.is_some() || filter.attribution.is_some(),
            first: cursor.map(|_| at(None)),
            next: page.next.as_deref().map(|next| at(Some(next))),
            rows: page.rows.into_iter().map(|row| Entry::of(row, &source.name, &w)).collect(),
            counts,
        })
    }
}

/// The verdict that an address asks for, or that nobody has judged it.
pub(in crate::web) fn judged<C: Code>(code: &str) -> Option<Judged> {
    if code == OPEN { Some(Judged::Open) } else { C::from_code(code).map(|verdict| Judged::As(verdict.code())) }
}

fn code_of(judged: Option<&Judged>) -> &'static str {
    match judged {
        Some(Judged::Open) => OPEN,
        Some(Judged::As(code)) => code,
        None => "",
    }
}

fn choices<C: Code>(chosen: &str, w: &Words) -> Vec<Choice> {
    let open = Choice { code: OPEN, label: w.t("source-record-open").into_owned(), chosen: chosen == OPEN };
    let verdicts = C::ALL.iter().map(|verdict| Choice { code: verdict.code(), label: w.label(*verdict).into_owned(), chosen: chosen == verdict.code() });
    verdicts.chain([open]).collect()
}

/// The address of a part of the ledger.
fn address(source: SourceId, substance: &str, attribution: &str, cursor: Option<&str>) -> String {
    let pairs = [("substance", substance), ("attribution", attribution), ("cursor", cursor.unwrap_or_default())];
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs.iter().filter(|(_, value)| !value.is_empty())).finish();
    if query.is_empty() { format!("/sources/{source}#ledger") } else { format!("/sources/{source}?{query}#ledger") }
}

/// The sums in words.
fn says(counts: &[VerdictCount], claims: i64, articles: i64, w: &Words) -> Vec<String> {
    if claims == 0 {
        return Vec::new();
    }
    let sum = |fits: &dyn Fn(&VerdictCount) -> bool| counts.iter().filter(|row| fits(row)).map(|row| row.2).sum::<i64>();
    let all = sum(&|_| true);
    let right = [Substance::Confirmed, Substance::MostlyAccurate].map(Code::code);
    let said = [AttributionVerdict::AsStated, AttributionVerdict::ConfidentialSeen].map(Code::code);
    let judged = |key: &str, judged: i64, good: i64| w.with(key, &[("judged", Arg::from(judged)), ("all", Arg::from(all)), ("good", Arg::from(good))]);
    vec![
        w.with("ledger-cited", &[("claims", Arg::from(claims)), ("articles", Arg::from(articles))]),
        judged("ledger-said-substance", sum(&|row| row.0.is_some()), sum(&|row| row.0.as_deref().is_some_and(|code| right.contains(&code)))),
        judged("ledger-said-attribution", sum(&|row| row.1.is_some()), sum(&|row| row.1.as_deref().is_some_and(|code| said.contains(&code)))),
    ]
}
