//! How far two people who check the same claim apart from each other agree, over the whole desk.

use super::Shell;
use super::badge::{AttributionBadge, Badge};
use crate::account::store as people;
use crate::claim::Substance;
use crate::claim::store::second::{self, Compared, Pair};
use crate::code::Code;
use crate::db::page::{Page, USUAL, read_cursor};
use crate::ids::{ClaimId, PersonId, SecondCheckId};
use crate::review::agreement::{Agreement, over};
use crate::web::answer::html;
use crate::web::{Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::collections::BTreeMap;
use std::sync::Arc;

/// From which alpha on Krippendorff calls findings reliable, and good enough for tentative conclusions
/// (“Content Analysis”, 2004, section 11.5).
const RELIABLE: (f64, f64) = (0.8, 0.667);

/// A figure: what it is, on the substance, and on what the sources said.
struct Row {
    name: String,
    substance: String,
    attribution: String,
}

/// A pair of findings that differ.
struct Differing {
    claim: ClaimId,
    number: i32,
    statement: String,
    article: String,
    first: Side,
    second: Side,
}

struct Side {
    by: String,
    substance: Option<Badge>,
    attribution: Option<AttributionBadge>,
}

/// First findings down, second findings across; only verdicts that somebody reached.
struct Matrix {
    heads: Vec<Badge>,
    rows: Vec<(Badge, Vec<Cell>)>,
}

struct Cell {
    count: String,
    /// How dark it is drawn, from 0 to 4.
    tone: usize,
    same: bool,
}

#[derive(Template)]
#[template(path = "agreement/show.html")]
struct AgreementPage {
    shell: Shell,
    w: Arc<Words>,
    pairs: Option<String>,
    rows: Vec<Row>,
    explained: String,
    matrix: Matrix,
    differing: Vec<Differing>,
    next: Option<String>,
}

/// Shows the figures and where people differ.
pub async fn show(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let w = room.words.clone();
        let pairs = second::pairs(room.c)?;
        let found = over(&pairs);
        let (differing, next) = differing(room, read_cursor::<SecondCheckId>(query.get("cursor")))?;
        let said = |alpha: f64| Arg::from(w.hundredths(alpha));
        html(&AgreementPage {
            shell: room.shell(w.t("agreement-title"), "home"),
            pairs: (found.pairs > 0).then(|| w.n("agreement-pairs", found.pairs)),
            rows: rows(&found, &w),
            explained: w.with("agreement-explained", &[("reliable", said(RELIABLE.0)), ("tentative", said(RELIABLE.1))]),
            matrix: matrix(&pairs, &w),
            differing,
            next: next.map(|cursor| format!("/agreement?cursor={cursor}")),
            w,
        })
    })
    .await
}

fn rows(found: &Agreement, w: &Words) -> Vec<Row> {
    let figure = |value: Option<f64>| value.map_or_else(|| w.t("agreement-undefined").into_owned(), |value| w.hundredths(value));
    let share = |value: Option<f64>| value.map_or_else(|| w.t("agreement-undefined").into_owned(), |value| w.percent(value));
    let row = |key: &str, substance: String, attribution: String| Row { name: w.t(key).into_owned(), substance, attribution };
    vec![
        row("agreement-same", share(found.substance.same), share(found.attribution.same)),
        row("agreement-kappa", figure(found.substance.kappa), figure(found.attribution.kappa)),
        row("agreement-alpha", figure(found.substance.alpha), figure(found.attribution.alpha)),
        row("agreement-alpha-ordinal", figure(found.alpha_ordinal), String::new()),
    ]
}

fn matrix(pairs: &[Pair], w: &Words) -> Matrix {
    let mut counts: BTreeMap<(Substance, Substance), usize> = BTreeMap::new();
    for pair in pairs.iter().filter_map(|((first, second), _)| first.zip(*second)) {
        *counts.entry(pair).or_default() += 1;
    }
    let used: Vec<Substance> = Substance::ALL.iter().copied().filter(|verdict| counts.keys().any(|(a, b)| a == verdict || b == verdict)).collect();
    let most = counts.values().copied().max().unwrap_or(1);
    let cell = |first: Substance, second: Substance| {
        let count = counts.get(&(first, second)).copied().unwrap_or_default();
        Cell { count: if count > 0 { w.number(count) } else { String::new() }, tone: (count * 4).div_ceil(most), same: first == second }
    };
    Matrix {
        heads: used.iter().map(|verdict| Badge::of(*verdict, w)).collect(),
        rows: used.iter().map(|first| (Badge::of(*first, w), used.iter().map(|second| cell(*first, *second)).collect())).collect(),
    }
}

fn differing(room: &mut Room<'_>, before: Option<SecondCheckId>) -> Result<(Vec<Differing>, Option<String>), Problem> {
    let w = room.words.clone();
    let page = Page::cut(second::differing(room.c, before, USUAL + 1)?, USUAL, |pair| pair.id);
    let veil = room.veil()?;
    let who: Vec<PersonId> = page.rows.iter().flat_map(|pair| [pair.first_by, pair.second_by]).collect();
    let names: BTreeMap<PersonId, String> = people::names(room.c, &who)?.into_iter().collect();
    let name = |id: PersonId| names.get(&id).cloned().unwrap_or_default();
    let row = |pair: Compared| Differing {
        claim: pair.claim_id,
        number: pair.number,
        statement: pair.statement,
        article: pair.article_title,
        first: Side {
            by: name(pair.first_by),
            substance: pair.first_substance.map(|verdict| Badge::of(verdict, &w)),
            attribution: pair.first_attribution.map(|verdict| AttributionBadge::of(verdict, &w)),
        },
        second: Side {
            by: name(pair.second_by),
            substance: pair.second_substance.map(|verdict| Badge::of(verdict, &w)),
            attribution: pair.second_attribution.map(|verdict| AttributionBadge::of(verdict, &w)),
        },
    };
    Ok((page.rows.into_iter().filter(|pair| !veil.hides(pair.claim_id)).map(row).collect(), page.next))
}
