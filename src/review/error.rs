//! Which rule stopped a deed.

use crate::account::Forbidden;
use crate::claim::WorkState;
use crate::db::StoreError;
use crate::input::FieldError;
use crate::review::verdict::Missing;

/// Why a deed on a claim was refused.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// The role does not cover it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such thing.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// Some fields can't be used as they are.
    #[error("some fields need another value")]
    Invalid(Vec<FieldError>),
    /// The row changed since it was read; holds it as it is now.
    #[error("somebody changed this {what} meanwhile")]
    Stale {
        /// What changed.
        what: &'static str,
        /// How it is now.
        current: serde_json::Value,
    },
    /// A claim can't go from where it is to there.
    #[error("a claim that is {from} can't become {to}")]
    TransitionRefused {
        /// Where it is.
        from: WorkState,
        /// Where it was to go.
        to: WorkState,
    },
    /// This step needs a reason.
    #[error("this step needs a reason")]
    ReasonMissing,
    /// Setting aside needs one of the stated reasons.
    #[error("setting a claim aside needs one of the stated reasons")]
    SetAsideReasonMissing,
    /// Whoever set the verdict can't sign it off.
    #[error("whoever set the verdict can't sign it off")]
    FourEyes,
    /// Somebody else says that they are checking the claim.
    #[error("{by} is checking the claim")]
    Held {
        /// Who.
        by: String,
        /// Until when, if nothing more is heard of them.
        until: chrono::DateTime<chrono::Utc>,
    },
    /// Whoever was asked for a second check has to give it before they do anything else about the finding.
    #[error("a second check has to be given first")]
    SecondCheckFirst,
    /// The claim has a second check that is not given yet.
    #[error("{by} was asked for a second check of this claim already")]
    SecondCheckOpen {
        /// Who was asked.
        by: String,
    },
    /// There is no finding yet that a second one could be compared with.
    #[error("there is no verdict yet that a second check could be compared with")]
    NothingToCompare,
    /// This person can't check the claim a second time.
    #[error("this person can't check this claim a second time")]
    SecondCheckerUnfit,
    /// The second check was given, called off or declined already.
    #[error("this second check was given or called off already")]
    SecondCheckClosed,
    /// Something is missing for this verdict.
    #[error("something is missing for this verdict")]
    VerdictIncomplete(Vec<Missing>),
    /// The claim is set aside; it has to be opened again first.
    #[error("the claim is set aside; open it again first")]
    SetAside,
    /// Sentences or claims of the article are still open.
    #[error("{sentences} sentences and {claims} claims of the article are still open")]
    ArticleOpen {
        /// Sentences without a claim or a kind that needs none.
        sentences: usize,
        /// Claims neither signed off nor set aside.
        claims: usize,
    },
    /// The article is already in that state.
    #[error("the article is already in that state")]
    ArticleUnchanged,
    /// The person can't be given claims.
    #[error("this person can't be given claims")]
    AssigneeUnfit,
    /// The piece is already attached to this claim.
    #[error("this evidence is already attached to the claim")]
    AlreadyAttached,
    /// This line of history tells of nothing that can be taken back.
    #[error("this step can't be undone")]
    NotUndoable,
    /// It was taken back already.
    #[error("this step was undone already")]
    AlreadyUndone,
    /// Something else changed since.
    #[error("something else changed since; undo that first")]
    UndoStale,
    /// Nothing would change: it is so already.
    #[error("it is so already")]
    Unchanged,
    /// A person keeps as many views as they may.
    #[error("at most {0} views")]
    TooManyViews(usize),
    /// Too many claims at once.
    #[error("at most {0} claims at once")]
    TooMany(usize),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<diesel::result::Error> for ReviewError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<Vec<FieldError>> for ReviewError {
    fn from(errors: Vec<FieldError>) -> Self {
        Self::Invalid(errors)
    }
}
