//! The daily digest in the settings: whether one wants it, how one's last one went, and, for admins, how those of the day stand.

use crate::account::Permission;
use crate::account::member::choose_own_digest;
use crate::code::Code;
use crate::digest::day_due;
use crate::digest::store::{self, State};
use crate::web::answer::see_other;
use crate::web::{Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpResponse, web};

/// What the settings say of it.
pub(super) struct DigestView {
    /// When digests go out; `None` where the desk sends no e-mail.
    pub at: Option<String>,
    pub wanted: bool,
    /// How the last one of this person went.
    pub last: Option<String>,
    /// How those of the day stand, for admins; and whether something is wrong.
    pub desk: Vec<(String, bool)>,
}

pub(super) fn view(room: &mut Room<'_>) -> Result<DigestView, Problem> {
    let w = room.words.clone();
    let wanted = room.me.digest;
    let Some(mail) = room.desk.settings.mail.clone() else { return Ok(DigestView { at: None, wanted, last: None, desk: Vec::new() }) };
    let last = store::last(room.c, room.me.id)?.map(|last| said(&last, &w));
    let mut desk = Vec::new();
    if room.me.role.may(Permission::Administer) {
        let standing = store::standing(room.c, day_due(room.now.0, mail.digest_at))?;
        desk.push((w.n("digest-desk-sent", standing.sent), false));
        if standing.waiting > 0 {
            desk.push((w.n("digest-desk-waiting", standing.waiting), true));
        }
        if standing.unsure > 0 {
            desk.push((w.n("digest-desk-unsure", standing.unsure), true));
        }
        if let Some(failed) = standing.failed {
            let next = failed.next_at.map(|next| w.s("digest-desk-next", "at", &w.date_time(next.0)));
            let why = w.with("digest-desk-why", &[("server", Arg::from(mail.server.host.as_str())), ("why", Arg::from(&failed.error))]);
            desk.extend([Some(why), next].into_iter().flatten().map(|said| (said, true)));
        }
    }
    Ok(DigestView { at: Some(mail.digest_at.format("%H:%M UTC").to_string()), wanted, last, desk })
}

/// How a digest went, in words.
fn said(digest: &store::Digest, w: &Words) -> String {
    let when = |at: Option<crate::db::column::At>| w.date_time(at.unwrap_or(digest.taken_at).0);
    let at = match digest.state {
        State::Failed => when(digest.next_at),
        State::Sent => when(digest.sent_at),
        State::Taken | State::Sending | State::Unsure => when(None),
    };
    w.s(&format!("digest-last-{}", digest.state.code()), "at", &at)
}

/// Says whether one wants the daily digest.
pub async fn choose(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let acting = room.acting();
        choose_own_digest(room.c, &acting, form.ticked("digest"))?;
        Ok(see_other("/settings?done=digest_chosen#digest"))
    })
    .await
}
