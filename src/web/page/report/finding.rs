//! What keeps claims out of the `ClaimReview` form, and what could be better, claim by claim in words.

use crate::report::Report;
use crate::report::claimreview::{self, Finding};
use crate::wording::{Arg, Words};

/// One finding.
pub(super) struct Said {
    pub sentence: String,
    /// Whether it keeps the claim out.
    pub refuses: bool,
}

/// The findings on one claim.
pub(super) struct ClaimFindings {
    pub id: String,
    pub label: String,
    pub statement: String,
    pub said: Vec<Said>,
}

impl ClaimFindings {
    /// Whether the claim is left out.
    pub fn is_left_out(&self) -> bool {
        self.said.iter().any(|said| said.refuses)
    }
}

/// The claims that something is said of, in order.
pub(super) fn findings(report: &Report, w: &Words) -> Vec<ClaimFindings> {
    let found = claimreview::check(report, w);
    let of = |number: i32| found.iter().filter(move |finding| finding.claim == number).map(|finding| said(finding, w)).collect::<Vec<_>>();
    let claims = report.claims.iter().map(|claim| ClaimFindings {
        id: claim.id.clone(),
        label: w.with("report-claim", &[("number", Arg::from(i64::from(claim.number)))]),
        statement: claim.statement.clone(),
        said: of(claim.number),
    });
    claims.filter(|claim| !claim.said.is_empty()).collect()
}

fn said(finding: &Finding, w: &Words) -> Said {
    Said { sentence: w.with(finding.message, &finding.args()), refuses: finding.refuses }
}
