//! Which remarks of a long talk the page of a claim shows: the newest, or those from the one on that an address names.

use crate::claim::Veil;
use crate::claim::store::{self as claims, Comment};
use crate::db::{DbConnection, StoreError};
use crate::ids::{ClaimId, CommentId};

/// Most remarks shown.
const SHOWN: i64 = 200;

/// The remarks that the page shows.
pub(super) struct Talk {
    /// The remarks, oldest first, with their authors' names.
    pub remarks: Vec<(Comment, String)>,
    /// How many there are in all, as far as this person may know.
    pub all: i64,
    /// With which the page before these begins.
    pub earlier: Option<CommentId>,
    /// Whether there are newer ones.
    pub later: bool,
}

impl Talk {
    /// Reads the remarks on a claim; `named` is the one that must be among them.
    pub fn read(c: &mut DbConnection, claim: ClaimId, named: Option<CommentId>, veil: &Veil) -> Result<Self, StoreError> {
        let mut remarks = claims::comments_of(c, claim, None, SHOWN)?;
        let is_whole = i64::try_from(remarks.len()).unwrap_or(SHOWN) < SHOWN;
        let (mut later, mut earlier) = (false, None);
        if !is_whole {
            let first = |remarks: &[(Comment, String)]| remarks.first().map(|(remark, _)| remark.id);
            if let Some(named) = named.filter(|named| first(&remarks).is_some_and(|first| *named < first)) {
                remarks = claims::comments_of(c, claim, Some(named), SHOWN)?;
                later = true;
            }
            if let Some(first) = first(&remarks) {
                earlier = claims::comment_before(c, claim, first, SHOWN)?;
            }
        }
        remarks.retain(|(remark, _)| veil.shows_of(claim, remark.author_id));
        let all = if is_whole || veil.hides(claim) { i64::try_from(remarks.len()).unwrap_or(SHOWN) } else { claims::count_comments(c, claim)? };
        Ok(Self { remarks, all, earlier, later })
    }
}
