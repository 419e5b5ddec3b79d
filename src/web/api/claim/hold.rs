//! Saying that one is checking a claim, so that nobody else begins as well.

use crate::claim::store::hold::Hold;
use crate::ids::ClaimId;
use crate::review::hold::{hold_claim, let_go_of_claim};
use crate::web::Desk;
use crate::web::api::wire::PersonRef;
use crate::web::api::{Answered, Request, reply};
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Somebody's word that they are checking a claim. It locks nothing.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HoldJson {
    /// The claim.
    pub claim_id: ClaimId,
    /// Who.
    pub person: PersonRef,
    /// Since when.
    pub begun_at: DateTime<Utc>,
    /// When it ends by itself.
    pub ends_at: DateTime<Utc>,
}

impl HoldJson {
    /// A hold as programs see it.
    pub fn of(hold: Hold) -> Self {
        Self { claim_id: hold.claim_id, person: PersonRef { id: hold.person_id, name: hold.name }, begun_at: hold.begun_at.0, ends_at: hold.ends_at.0 }
    }
}

/// How to hold a claim.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"take_over": true}))]
pub struct HoldPost {
    /// Whether also where somebody else is checking it.
    #[serde(default)]
    take_over: bool,
}

/// Say that you are checking a claim, or still are.
///
/// Others see it for ten minutes from the last time. It locks nothing and is no line of history. Where somebody else said
/// so before, 409 with the code `held`, unless `take_over` is true.
#[utoipa::path(post, path = "/api/v1/claims/{id}/hold", operation_id = "hold_claim", tag = "Claims",
    params(("id" = ClaimId, Path, description = "The claim.")), request_body = HoldPost,
    responses((status = 200, description = "The hold.", body = HoldJson)))]
pub async fn hold(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let new: HoldPost = request.json_or_nothing()?;
        let (hold, article) = hold_claim(room.c, &room.acting(), request.id("claim")?, new.take_over)?;
        room.desk.live.note_hold(article);
        reply::value(&HoldJson::of(hold))
    })
    .await
}

/// Say that you are no longer checking a claim.
#[utoipa::path(delete, path = "/api/v1/claims/{id}/hold", operation_id = "let_go_of_claim", tag = "Claims",
    params(("id" = ClaimId, Path, description = "The claim.")), responses((status = 204, description = "You don’t hold it.")))]
pub async fn let_go(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let article = let_go_of_claim(room.c, &room.acting(), request.id("claim")?)?;
        room.desk.live.note_hold(article);
        Ok(reply::gone())
    })
    .await
}
