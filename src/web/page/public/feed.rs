//! Feeds: the corrections of one public page, and the public pages of the desk.

use super::{Shown, keep, open, shown};
use crate::article::publication::store;
use crate::report::{Feed, FeedEntry, atom, correction_texts, in_a_sentence};
use crate::web::{Answer, Desk, Problem, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpResponse, web};
use chrono::{DateTime, NaiveTime, Utc};

/// Most pages in the desk's feed.
const MOST: i64 = 50;

const ATOM: &str = "application/atom+xml; charset=utf-8";

/// The feed of one page: the report itself, and each correction.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> HttpResponse {
    open(&desk, visit, move |c, desk, visit| {
        keep::answer(c, desk, visit, &path, "feed", |shown| {
            let page = format!("{}{}", shown.site, shown.path());
            let corrections = shown.report.corrections.iter().enumerate().rev().map(|(n, part)| {
                let link = format!("{page}/corrections#correction-{}", n + 1);
                let day = part.published_on.and_time(NaiveTime::MIN).and_utc();
                let texts = correction_texts(part, &shown.w).into_iter().map(|(label, text)| shown.w.labelled(&label, text));
                FeedEntry {
                    id: link.clone(),
                    title: shown.w.with(
                        "public-feed-correction",
                        &[("kind", Arg::from(shown.w.label(part.kind).into_owned())), ("date", Arg::from(shown.w.date(part.published_on)))],
                    ),
                    link,
                    published: day,
                    updated: day,
                    summary: texts.collect::<Vec<_>>().join("\n"),
                }
            });
            let entries: Vec<FeedEntry> = corrections.chain([entry(shown)]).collect();
            Ok(Answer::bytes(
                ATOM,
                atom(&Feed {
                    title: shown.w.s("public-feed-of", "title", &shown.title()),
                    own: format!("{page}/feed.atom"),
                    page: Some(page.clone()),
                    author: author(&shown.report.desk.name, &shown.w),
                    updated: latest(&entries, shown.page.updated_at.0),
                    language: shown.w.language().to_owned(),
                    entries,
                }),
            ))
        })
    })
    .await
}

/// The desk's feed: all public pages with a chosen address, the one that changed last first. Where there are none there is
/// no feed.
pub async fn desk(desk: web::Data<Desk>, visit: Visit) -> HttpResponse {
    open(&desk, visit, move |c, desk, visit| {
        let site = desk.site(visit);
        let listed = store::list_listed(c, MOST)?;
        if listed.is_empty() {
            return Err(Problem::not_found("public page"));
        }
        let stamp: Vec<String> = listed.iter().map(|page| format!("{} {}", page.id, page.revision)).collect();
        keep::answer_of_desk(desk, visit, site.clone(), stamp.join(" "), || {
            let pages = listed.into_iter().map(|page| shown(c, desk, site.clone(), page)).collect::<Result<Vec<_>, _>>()?;
            let newest = pages.first().ok_or_else(|| Problem::not_found("public page"))?;
            let (w, name) = (newest.w.clone(), newest.report.desk.name.clone());
            let feed = Feed {
                title: if name.is_empty() { w.t("public-feed-desk-unnamed").into_owned() } else { w.s("public-feed-desk", "name", &name) },
                own: format!("{site}/p/feed.atom"),
                page: None,
                author: author(&name, &w),
                updated: newest.page.updated_at.0,
                language: w.language().to_owned(),
                entries: pages.iter().map(entry).collect(),
            };
            Ok(Answer::bytes(ATOM, atom(&feed)))
        })
    })
    .await
}

/// The entry of a public page.
fn entry(shown: &Shown) -> FeedEntry {
    FeedEntry {
        id: format!("urn:uuid:{}", shown.page.id),
        title: shown.title(),
        link: format!("{}{}", shown.site, shown.path()),
        published: shown.page.published_at.0,
        updated: shown.page.updated_at.0,
        summary: in_a_sentence(&shown.report, &shown.w),
    }
}

/// Whoever answers for a feed has a name.
fn author(name: &str, w: &Words) -> String {
    if name.is_empty() { w.t("product").into_owned() } else { name.to_owned() }
}

fn latest(entries: &[FeedEntry], page: DateTime<Utc>) -> DateTime<Utc> {
    entries.iter().map(|entry| entry.updated).chain([page]).max().unwrap_or(page)
}
