//! Two hands on one work: things are made in order by one, while another puts the one before away. The outcome is as if one
//! hand had done both.

use std::sync::mpsc;
use std::thread;

/// Runs `make`, which hands each thing over to `put` and waits no longer than until the one before is put away.
///
/// What `make` hands things to says false once `put` has failed, and `make` had best give up then. `lost` is the error where a
/// hand is lost altogether.
///
/// # Errors
/// That of `put`, and else that of `make`.
pub(super) fn pipeline<T: Send, E: Send>(
    make: impl FnOnce(&mut dyn FnMut(T) -> bool) -> Result<(), E>,
    put: impl FnMut(T) -> Result<(), E> + Send,
    lost: impl FnOnce() -> E,
) -> Result<(), E> {
    let (give, take) = mpsc::sync_channel(0);
    thread::scope(|scope| {
        let putting = scope.spawn(|| take.into_iter().try_for_each(put));
        let made = make(&mut |thing| give.send(thing).is_ok());
        drop(give);
        putting.join().unwrap_or_else(|_| Err(lost())).and(made)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_put_away_in_the_order_they_were_made_in() {
        let mut put = Vec::new();
        let done = pipeline(
            |hand| (1..=9).try_for_each(|n| if hand(n) { Ok(()) } else { Err("given up") }),
            |n| {
                put.push(n);
                Ok(())
            },
            || "lost",
        );
        assert_eq!((done, put), (Ok(()), (1..=9).collect()));
    }

    #[test]
    fn what_goes_wrong_first_is_told() {
        let make = |hand: &mut dyn FnMut(i32) -> bool| (1..).try_for_each(|n| if hand(n) { Ok(()) } else { Err("given up") });
        assert_eq!(pipeline(make, |n| if n == 3 { Err("no room") } else { Ok(()) }, || "lost"), Err("no room"));
        assert_eq!(pipeline(|hand| if hand(1) { Err("out of paper") } else { Ok(()) }, |_| Ok(()), || "lost"), Err("out of paper"));
    }
}
