//! Which file an address would give.

use super::LONGEST;
use crate::account::store as people;
use crate::article::store as articles;
use crate::code::Code;
use crate::ids::{ArticleId, ReportId};
use crate::job::Order;
use crate::report::listing::ListingFormat;
use crate::report::{ExportFormat, store};
use crate::web::answer::is_local;
use crate::web::page::{id, queue};
use crate::web::{FormData, Problem, Room};

/// What somebody wants.
pub(super) struct Wanted {
    pub order: Order,
    /// What it is called.
    pub title: String,
    /// Its form, in words.
    pub form: String,
}

/// Whether an address may name a file.
pub(super) fn is_address(of: &str) -> bool {
    let (path, _) = of.split_once('?').unwrap_or((of, ""));
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    of.len() <= LONGEST && is_local(of) && matches!(parts[..], ["articles", _, "report", _] | ["reports", _, _] | ["claims", "export"] | ["people", _, "month"])
}

/// The file that the address of a page would give at once.
pub(super) fn read(room: &mut Room<'_>, of: &str) -> Result<Wanted, Problem> {
    let nothing = || Problem::not_found("page");
    if !is_address(of) {
        return Err(nothing());
    }
    let (path, query) = of.split_once('?').unwrap_or((of, ""));
    let query = FormData::read(query.as_bytes());
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let form = |code: &str| ExportFormat::from_code(code).ok_or_else(nothing);
    let w = room.words.clone();
    match parts[..] {
        ["articles", article, "report", format] => {
            let (article, format): (ArticleId, _) = (id(article, "article")?, form(format)?);
            room.in_full(article)?;
            let title = articles::title_of(room.c, article)?.ok_or_else(|| Problem::not_found("article"))?;
            Ok(Wanted {
                order: Order::Check { article, at: room.now, format },
                title: w.s("report-title", "title", &title),
                form: w.label(format).into_owned(),
            })
        }
        ["reports", report, format] => {
            let (report, format): (ReportId, _) = (id(report, "report")?, form(format)?);
            let frozen = store::find_report(room.c, report)?.ok_or_else(|| Problem::not_found("report"))?;
            room.in_full(frozen.article_id)?;
            let article = articles::title_of(room.c, frozen.article_id)?.unwrap_or_default();
            let number = w.with("reports-frozen-title", &[("number", i64::from(frozen.number).into())]);
            Ok(Wanted { order: Order::Frozen { report, format }, title: format!("{number}: {article}"), form: w.label(format).into_owned() })
        }
        ["claims", "export"] => {
            let order = queue::list_order(room, &query)?;
            listed(room, order)
        }
        ["people", person, "month"] => {
            let person = people::find_person(room.c, id(person, "person")?)?.ok_or_else(|| Problem::not_found("person"))?;
            let order = queue::month_order(room, &person, &query)?;
            listed(room, order)
        }
        _ => Err(nothing()),
    }
}

fn listed(room: &Room<'_>, order: Order) -> Result<Wanted, Problem> {
    let Order::List { about, format, .. } = &order else { return Err(Problem::not_found("page")) };
    let narrowed: Vec<&str> = about.narrowed.iter().map(|(_, value)| value.as_str()).collect();
    let title = if narrowed.is_empty() { about.title.clone() } else { format!("{}: {}", about.title, narrowed.join(", ")) };
    let form = |format: ListingFormat| room.words.label(format).into_owned();
    let form = form(*format);
    Ok(Wanted { order, title, form })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_files_of_this_desk_name_a_file() {
        for good in ["/articles/x/report/pdf", "/reports/x/html?open", "/claims/export?format=csv", "/people/x/month?month=2026-11"] {
            assert!(is_address(good), "{good}");
        }
        for bad in ["", "/", "/claims", "//elsewhere.example/articles/x/report/pdf", "https://elsewhere.example/reports/x/pdf", "/reports/x", "/logout"] {
            assert!(!is_address(bad), "{bad}");
        }
        assert!(!is_address(&format!("/claims/export?q={}", "x".repeat(LONGEST))));
    }
}
