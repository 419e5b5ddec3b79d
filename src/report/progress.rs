//! How far a long file is: told to whoever waits for it, who may stop it. Pure.
//!
//! A format that goes claim by claim calls [`tell`] as it goes; what it is told back ends the work.

use super::ReportError;
use crate::codes;
use std::ops::ControlFlow;

codes! {
    /// What is being done for a file.
    "export-stage"
    pub enum Stage {
        /// The claims are read.
        Read = "read",
        /// The file is written, claim by claim.
        Write = "write",
        /// What was written becomes one file.
        Bind = "bind",
    }
}

/// How far a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Claims or parts for which that is done.
    pub done: usize,
    /// Of how many; 0 where that is not known yet.
    pub of: usize,
}

/// Whoever is told how far a file is; they answer `Break` when nobody wants it any more.
pub type Watch<'w> = &'w (dyn Fn(Progress) -> ControlFlow<()> + Sync);

/// Nobody waits.
pub fn unwatched(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

impl Progress {
    /// How much of the whole file is done, in hundredths: reading and binding are the smaller parts of it.
    pub fn percent(&self) -> u8 {
        let (from, to) = match self.stage {
            Stage::Read => (0, 10),
            Stage::Write => (10, 90),
            Stage::Bind => (90, 100),
        };
        let share = (self.done.min(self.of) * (to - from)).checked_div(self.of).unwrap_or(0);
        u8::try_from(from + share).unwrap_or(100)
    }
}

/// Tells how far a file is.
///
/// # Errors
/// [`ReportError::Stopped`] where nobody wants it any more.
pub fn tell(watch: Watch<'_>, stage: Stage, done: usize, of: usize) -> Result<(), ReportError> {
    if watch(Progress { stage, done, of }).is_break() { Err(ReportError::Stopped) } else { Ok(()) }
}

/// The things in order, telling before each how many are written.
///
/// # Errors
/// Those of `write`, and [`ReportError::Stopped`].
pub(super) fn one_by_one<T, E>(things: &[T], watch: Watch<'_>, mut write: impl FnMut(&T) -> Result<(), E>) -> Result<(), ReportError>
where
    ReportError: From<E>,
{
    for (n, thing) in things.iter().enumerate() {
        tell(watch, Stage::Write, n, things.len())?;
        write(thing)?;
    }
    tell(watch, Stage::Bind, 0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_never_less_done_than_before() {
        let step = |stage, done, of| Progress { stage, done, of }.percent();
        let all = [
            step(Stage::Read, 0, 0),
            step(Stage::Read, 0, 5),
            step(Stage::Read, 5, 5),
            step(Stage::Write, 0, 5),
            step(Stage::Write, 4, 5),
            step(Stage::Write, 9, 5),
            step(Stage::Bind, 0, 0),
            step(Stage::Bind, 1, 2),
            step(Stage::Bind, 2, 2),
        ];
        assert!(all.is_sorted(), "{all:?}");
        assert_eq!((all[0], all[8]), (0, 100));
    }

    #[test]
    fn whoever_does_not_want_it_any_more_ends_it() {
        let written = std::sync::atomic::AtomicUsize::new(0);
        let watch = |at: Progress| if at.done == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        let ended = one_by_one(&[1, 2, 3, 4], &watch, |_| -> Result<(), ReportError> {
            written.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            Ok(())
        });
        assert!(matches!(ended, Err(ReportError::Stopped)));
        assert_eq!(written.into_inner(), 2);
    }
}
