//! Word lists for English. Lower case; apostrophes as `'`.

mod cue;
mod grammar;
mod sentence;
mod source;

pub(super) use cue::*;
pub(super) use grammar::*;
pub(super) use sentence::*;
pub(super) use source::*;
