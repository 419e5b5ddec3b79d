//! The page of one claim: its whole way by forms, what is refused, and that nothing typed is lost.

mod along;
mod changing;
mod contact;
mod finding;
mod refused;
mod regroup;
mod seen;
mod way;
mod words;

use crate::support::App;
use corroborate::claim::Claim;
use corroborate::ids::ClaimId;

/// The revision of a claim as a form carries it.
fn revision(app: &mut App, id: ClaimId) -> String {
    app.desk.now(id).revision.to_string()
}

/// The page of a claim.
fn page(claim: &Claim) -> String {
    format!("/claims/{}", claim.id)
}

/// The fields with which the first link of a claim's chain is judged.
fn first_link(app: &mut App, claim: &Claim) -> (String, String) {
    let link = app.desk.chain(claim.id)[0].id;
    (format!("attribution_{link}"), format!("note_{link}"))
}

/// The part of a page between two markers; the first is part of it.
fn part<'p>(body: &'p str, from: &str, to: &str) -> &'p str {
    let start = body.find(from).unwrap_or_else(|| panic!("“{from}” is not in\n{body}"));
    let rest = &body[start..];
    rest.find(to).map_or(rest, |end| &rest[..end])
}

/// Where the first form leads to whose address begins so.
fn action_of<'p>(body: &'p str, begin: &str) -> &'p str {
    let forms = body.split("action=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    forms.into_iter().find(|action| action.starts_with(begin)).unwrap_or_else(|| panic!("no form leads to {begin} in\n{body}"))
}

/// The form of the finding.
fn verdict_form(body: &str) -> &str {
    part(body, "id=\"verdict-form\"", "</form>")
}
