//! How many claims fit the filter, by state. Counting never costs more than a bounded look: beyond it the page says so.

use super::filter::Asked;
use crate::claim::WorkState;
use crate::code::Code;
use crate::review::assign::MOST;
use crate::web::page::badge::Badge;
use crate::web::{Problem, Room};

/// How many of the claims that fit are in one state.
pub(super) struct InState {
    /// The state.
    pub state: Badge,
    /// How many, in digits.
    pub count: String,
    /// The queue of just these.
    pub href: String,
}

/// How many claims fit.
pub(super) struct Counts {
    /// In words.
    pub total: String,
    /// By state, those of which there is one at least; empty where there are too many to count.
    pub states: Vec<InState>,
    /// The label of the box that means all of them, where so many can be changed at once.
    pub whole: Option<String>,
    /// How many, where they were counted.
    pub exact: Option<usize>,
}

impl Counts {
    /// Counts what fits.
    pub fn of(room: &mut Room<'_>, asked: &Asked) -> Result<Self, Problem> {
        let mut counts: Vec<(WorkState, i64)> = WorkState::ALL.iter().map(|state| (*state, 0)).collect();
        if asked.narrows_by_state_alone() {
            // How the desk stands is kept for a moment anyway.
            let states = &asked.filter.states;
            for (state, count) in room.desk.state_counts(room.c)?.iter().filter(|(state, _)| states.is_empty() || states.contains(state)) {
                counts.iter_mut().filter(|(mine, _)| mine == state).for_each(|(_, mine)| *mine = *count);
            }
        } else {
            let found = room.desk.fitting(room.c, room.me.id, asked.query(), &asked.filter)?;
            let Some(found) = found.as_ref() else {
                return Ok(Self { total: room.words.n("queue-count-more", MOST), states: Vec::new(), whole: None, exact: None });
            };
            for state in found {
                counts.iter_mut().filter(|(mine, _)| mine == state).for_each(|(_, mine)| *mine += 1);
            }
        }
        let w = &room.words;
        let total: i64 = counts.iter().map(|(_, count)| count).sum();
        let many = usize::try_from(total).unwrap_or(usize::MAX);
        let states = counts.into_iter().filter(|(_, count)| *count > 0);
        let states = states.map(|(state, count)| InState { state: Badge::of(state, w), count: w.number(count), href: asked.in_state(state.code()) });
        Ok(Self {
            total: w.n("queue-count", total),
            states: states.collect(),
            whole: (many > 0 && many <= MOST).then(|| w.n("queue-whole-filter", total)),
            exact: Some(many),
        })
    }
}
