//! Changing the claim itself: its words, its risk; taking it out and putting it back. Its chain is in `chain`.

use super::forms::{Part, carry_out, page_of};
use crate::input::Fields;
use crate::review::amend::{self, Dates};
use crate::review::tag;
use crate::web::answer::done;
use crate::web::page::queue::risk_mark;
use crate::web::{Desk, FormData, PageError, Problem, Visit};
use actix_web::{HttpResponse, web};

/// Puts a claim in other words.
pub async fn reword(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Statement, |room, id, form| {
        amend::reword_claim(room.c, &room.acting(), id, form.get("statement"), form.parse("revision"))?;
        Ok(done(&page_of(id, ""), "claim_reworded"))
    })
    .await
}

/// Says how much harm an error in a claim would do.
pub async fn set_risk(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Risk, |room, id, form| {
        let acting = room.acting();
        acting.require(crate::account::Permission::Edit)?;
        let mut fields = Fields::new();
        let mark = risk_mark(form, &mut fields);
        fields.done().map_err(Problem::invalid)?;
        amend::set_risk(room.c, &acting, id, mark, form.parse("revision"))?;
        Ok(done(&page_of(id, ""), "risk_set"))
    })
    .await
}

/// Sets the words that the desk sorts a claim by.
pub async fn set_tags(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Tags, |room, id, form| {
        tag::set_tags(room.c, &room.acting(), id, form.get("tag_add"), form.parse("revision"))?;
        Ok(done(&page_of(id, "marking"), "tags_set"))
    })
    .await
}

/// Says for which day a finding holds, and until when it is to be looked at again.
pub async fn set_dates(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Dates, |room, id, form| {
        let acting = room.acting();
        acting.require(crate::account::Permission::Check)?;
        let mut fields = Fields::new();
        let mut day = |name: &'static str| form.has(name).then(|| fields.date(name, form.get(name)));
        let dates = Dates { true_as_of: day("true_as_of"), recheck_by: day("recheck_by") };
        fields.done().map_err(Problem::invalid)?;
        amend::set_dates(room.c, &acting, id, &dates, form.parse("revision"))?;
        Ok(done(&page_of(id, "marking"), "dates_set"))
    })
    .await
}

/// Takes a claim out of its article.
pub async fn remove(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Remove, |room, id, form| {
        amend::remove_claim(room.c, &room.acting(), id, form.get("reason"), form.parse("revision"))?;
        Ok(done(&page_of(id, ""), "claim_removed"))
    })
    .await
}

/// Puts a claim back that was taken out.
pub async fn restore(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Remove, |room, id, _| {
        amend::restore_claim(room.c, &room.acting(), id)?;
        Ok(done(&page_of(id, ""), "claim_restored"))
    })
    .await
}
