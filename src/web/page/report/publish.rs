//! The part of a frozen report's page that publishes it, and the deeds behind it.

use super::frozen::draw;
use crate::account::Permission;
use crate::article::publication::store as publications;
use crate::ids::{ArticleId, ReportId};
use crate::report::{FrozenReport, publish_report, withdraw_page};
use crate::web::answer::done;
use crate::web::page::{Typed, id};
use crate::web::{Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Arg;
use actix_web::{HttpResponse, web};

/// Where the article's public page stands.
pub(super) struct PublicBlock {
    /// The address of the page, where it is public.
    pub link: Option<String>,
    /// Path of the page.
    pub path: String,
    /// Whether this report stands there.
    pub here: bool,
    /// Which report stands there, in words.
    pub said: String,
    /// The address that it had last, for the form.
    pub before: String,
    /// Whether the person may publish.
    pub may_publish: bool,
}

impl PublicBlock {
    pub fn of(room: &mut Room<'_>, frozen: &FrozenReport) -> Result<Self, Problem> {
        let last = publications::list_of_article(room.c, frozen.article_id)?.into_iter().next();
        let public = last.as_ref().filter(|page| page.is_public());
        let w = &room.words;
        let here = public.is_some_and(|page| page.report_id == frozen.id);
        let said = match public {
            None => w.t("publish-off").into_owned(),
            Some(_) if here => w.t("publish-here").into_owned(),
            Some(page) => w.with("publish-elsewhere", &[("number", Arg::from(i64::from(page.number)))]),
        };
        Ok(Self {
            link: public.map(|page| format!("{}/p/{}", room.site(), page.slug)),
            path: public.map(|page| format!("/p/{}", page.slug)).unwrap_or_default(),
            here,
            said,
            before: last.map(|page| page.slug).unwrap_or_default(),
            may_publish: room.me.role.may(Permission::Freeze),
        })
    }
}

/// Publishes a frozen report, or puts it on the article's public page. An address that is refused comes back as typed.
pub async fn publish(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let acting = room.acting();
        acting.require(Permission::Freeze)?;
        let report: ReportId = id(&path, "report")?;
        match publish_report(room.c, &acting, report, form.get("address")) {
            // A page that changed before was there before.
            Ok(page) => Ok(done(&format!("/reports/{report}#public"), if page.revision > 1 { "page_moved" } else { "page_published" })),
            Err(error) => {
                let problem = Problem::from(error);
                if problem.fields.is_empty() {
                    return Err(problem);
                }
                let typed = Typed::refused(form, problem, &room.words);
                draw(room, report, typed)
            }
        }
    })
    .await
}

/// Takes an article's public page back.
pub async fn withdraw(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let acting = room.acting();
        let article: ArticleId = id(&path, "article")?;
        let page = withdraw_page(room.c, &acting, article, form.get("reason"))?;
        Ok(done(&format!("/reports/{}#public", page.report_id), "page_withdrawn"))
    })
    .await
}
