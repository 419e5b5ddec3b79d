//! Who says that they are checking the claim just now, and saying so oneself.

use super::forms::page_of;
use super::load::Loaded;
use crate::ids::ClaimId;
use crate::review::ReviewError;
use crate::review::hold::{hold_claim, let_go_of_claim};
use crate::web::answer::see_other;
use crate::web::page::id;
use crate::web::{Desk, FormData, PageError, Room, Visit};
use crate::wording::Arg;
use actix_web::{HttpResponse, web};

/// What the page says of it.
pub(super) struct HoldView {
    /// Who is checking it, in words; `None` where nobody is.
    pub said: Option<String>,
    pub mine: bool,
}

pub(super) fn view(room: &Room<'_>, loaded: &Loaded) -> HoldView {
    let w = &room.words;
    let mine = loaded.hold.as_ref().is_some_and(|hold| hold.person_id == room.me.id);
    let said = loaded.hold.as_ref().map(|hold| {
        if mine {
            w.s("hold-mine", "until", &w.date_time(hold.ends_at.0))
        } else {
            w.with("hold-theirs", &[("who", Arg::from(hold.name.as_str())), ("since", Arg::from(w.date_time(hold.begun_at.0)))])
        }
    });
    HoldView { said, mine }
}

/// Says that one is checking a claim, or no longer.
pub async fn hold(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let claim: ClaimId = id(&path, "claim")?;
        let acting = room.acting();
        let done = match form.get("let_go") {
            "" => hold_claim(room.c, &acting, claim, form.has("take_over")).map(|(_, article)| article),
            _ => let_go_of_claim(room.c, &acting, claim),
        };
        match done {
            Ok(article) => room.desk.live.note_hold(article),
            // Somebody was quicker: the page says who.
            Err(ReviewError::Held { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(super::way::Way::of(room).keep(see_other(&page_of(claim, "hold"))))
    })
    .await
}
