//! The way a person came to a claim: from a list of the queue, or from the reading view. The address says it
//! (`from=/claims?state=open`), so “next” and “previous” follow that list, and after a claim is done the next one of
//! it is at hand.

use super::forms::page_of;
use crate::claim::WorkState;
use crate::claim::store::Claim;
use crate::claim::store::beside;
use crate::ids::{ArticleId, ClaimId};
use crate::web::answer::done;
use crate::web::page::id;
use crate::web::page::queue::Asked;
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use actix_web::http::header;
use actix_web::{HttpResponse, web};

/// States in which a claim waits for a checker.
const UNREVIEWED: [WorkState; 2] = [WorkState::Checking, WorkState::ToCheck];

/// Where a person came from.
#[derive(Clone, Debug)]
pub(super) enum Way {
    /// From nowhere that has an order.
    Straight,
    /// From the reading view.
    Article(ArticleId),
    /// From a list of the queue.
    List(Box<Asked>),
}

impl Way {
    /// What the address of this visit says.
    pub fn of(room: &Room<'_>) -> Self {
        let from = FormData::read(room.visit.query().as_bytes()).get("from").to_owned();
        let (path, query) = from.split_once('?').unwrap_or((&from, ""));
        match path.strip_prefix("/articles/").map(str::parse) {
            Some(Ok(article)) => Self::Article(article),
            _ if path == "/claims" => Self::List(Box::new(Asked::read(&FormData::read(query.as_bytes()), room.me.id, room.now.0.date_naive()))),
            _ => Self::Straight,
        }
    }

    /// The address one came from.
    pub fn back(&self) -> Option<String> {
        match self {
            Self::Straight => None,
            Self::Article(article) => Some(format!("/articles/{article}")),
            Self::List(asked) => Some(asked.address(asked.cursor.as_deref())),
        }
    }

    /// What an address carries so that the way goes on: empty, or `?from=…`.
    pub fn kept(&self) -> String {
        self.back().map_or_else(String::new, |back| format!("?{}", from(&back)))
    }

    /// The claims before and after this one.
    pub fn neighbours(&self, room: &mut Room<'_>, claim: &Claim) -> Result<(Option<ClaimId>, Option<ClaimId>), Problem> {
        Ok(match self {
            Self::List(asked) => beside::in_list(room.c, &asked.filter, asked.sort, claim)?,
            Self::Article(_) | Self::Straight => crate::claim::store::queue::neighbours(room.c, claim.article_id, claim.number)?,
        })
    }

    /// The next claim on the way that this person may act on, in one of these states.
    pub fn next_in(&self, room: &mut Room<'_>, claim: &Claim, states: &[WorkState]) -> Result<Option<ClaimId>, Problem> {
        let me = room.me.id;
        Ok(match self {
            Self::List(asked) => beside::next_in_list(room.c, &asked.filter, asked.sort, claim, states, me)?,
            Self::Article(article) => beside::next_in_article(room.c, *article, claim, states, me)?,
            Self::Straight => beside::next_in_article(room.c, claim.article_id, claim, states, me)?,
        })
    }

    /// After a claim was sent to sign-off: the next one on the way, or back to where one came from, where nothing waits
    /// any more. Nothing where there is no way to go on.
    pub fn onward(&self, room: &mut Room<'_>, sent: &Claim) -> Result<Option<Answer>, Problem> {
        let Some(back) = self.back() else { return Ok(None) };
        Ok(Some(match self.next_in(room, sent, &UNREVIEWED)? {
            Some(next) => done(&page_of(next, ""), "step_send_next"),
            None => done(&back, "step_send_last"),
        }))
    }

    /// The same answer, leading on along the way where it leads to a claim.
    pub fn keep(&self, mut answer: Answer) -> Answer {
        let Some(back) = self.back() else { return answer };
        for (name, value) in &mut answer.headers {
            let target = value.to_str().unwrap_or_default();
            if *name == header::LOCATION && target.starts_with("/claims/") && !target.contains("from=") {
                let (page, place) = target.split_once('#').unwrap_or((target, ""));
                let mark = if page.contains('?') { '&' } else { '?' };
                let place = if place.is_empty() { String::new() } else { format!("#{place}") };
                if let Ok(kept) = format!("{page}{mark}{}{place}", from(&back)).parse() {
                    *value = kept;
                }
            }
        }
        answer
    }
}

/// Where one came from, as a parameter of an address.
pub(in crate::web::page) fn from(back: &str) -> String {
    url::form_urlencoded::Serializer::new(String::new()).append_pair("from", back).finish()
}

/// To the next claim on the way that nobody has decided yet; where there is none, back to where one came from.
pub async fn next(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> Result<HttpResponse, PageError> {
    desk.page(visit, move |room| {
        let claim: ClaimId = id(&path, "claim")?;
        let claim = crate::claim::store::find(room.c, claim)?.ok_or_else(|| Problem::not_found("claim"))?;
        let way = Way::of(room);
        Ok(match way.next_in(room, &claim, &UNREVIEWED)? {
            Some(next) => way.keep(crate::web::answer::see_other(&page_of(next, ""))),
            None => way.keep(done(&page_of(claim.id, ""), "none_unreviewed")),
        })
    })
    .await
}
