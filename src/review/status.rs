//! The state machine of a claim (rule 1). Pure: the one table that pages, API and bulk actions obey.

use crate::account::Permission;
use crate::claim::WorkState;

/// What a step from one state to another asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What the step is called in messages (`step-send-back`).
    pub name: &'static str,
    /// Who may do it.
    pub permission: Permission,
    /// Whether a reason must be given.
    pub needs_reason: bool,
}

/// What the step from `from` to `to` asks for; `None` where there is no such step.
pub fn step(from: WorkState, to: WorkState) -> Option<Step> {
    use Permission::{Check, SignOff};
    use WorkState::{Checking, InReview, SetAside, SignedOff, ToCheck, Waiting};
    let (name, permission, needs_reason) = match (from, to) {
        (ToCheck, Checking) => ("begin", Check, false),
        (Checking, Waiting) => ("wait", Check, false),
        (Waiting, Checking) => ("go-on", Check, false),
        (Checking, InReview) => ("send", Check, false),
        (InReview, SignedOff) => ("sign-off", SignOff, false),
        (InReview, Checking) => ("send-back", Check, true),
        (SignedOff | SetAside, Checking) => ("re-open", Check, true),
        (ToCheck | Checking | Waiting | InReview | SignedOff, SetAside) => ("set-aside", Check, true),
        _ => return None,
    };
    Some(Step { name, permission, needs_reason })
}

/// All steps out of a state, in the order in which they are offered.
pub fn steps_from(from: WorkState) -> impl Iterator<Item = (WorkState, Step)> {
    use WorkState::{Checking, InReview, SetAside, SignedOff, Waiting};
    [Checking, InReview, SignedOff, Waiting, SetAside].into_iter().filter_map(move |to| step(from, to).map(|step| (to, step)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::Code;

    #[test]
    fn the_whole_table_is_as_agreed() {
        let mut table = Vec::new();
        for from in WorkState::ALL {
            for to in WorkState::ALL {
                if let Some(step) = step(*from, *to) {
                    table.push(format!("{from} -> {to}: {} {}{}", step.name, step.permission, if step.needs_reason { " reason" } else { "" }));
                }
            }
        }
        assert_eq!(
            table,
            [
                "to_check -> checking: begin check",
                "to_check -> set_aside: set-aside check reason",
                "checking -> waiting: wait check",
                "checking -> in_review: send check",
                "checking -> set_aside: set-aside check reason",
                "waiting -> checking: go-on check",
                "waiting -> set_aside: set-aside check reason",
                "in_review -> checking: send-back check reason",
                "in_review -> signed_off: sign-off sign_off",
                "in_review -> set_aside: set-aside check reason",
                "signed_off -> checking: re-open check reason",
                "signed_off -> set_aside: set-aside check reason",
                "set_aside -> checking: re-open check reason",
            ]
        );
    }
}
