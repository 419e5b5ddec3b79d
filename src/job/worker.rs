//! Takes jobs in and makes them, one after the other, in a thread that is there while any waits.

use super::quiet::quietly;
use super::shelf::{Ask, Job, Over, Refused, Shelf};
use crate::clock::Clock;
use crate::db::Db;
use crate::ids::{Ids, JobId, PersonId};
use crate::report::ReportError;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The jobs, and whether a thread is at work on them.
#[derive(Debug)]
struct Kept<F> {
    shelf: Shelf<F>,
    busy: bool,
}

/// The jobs of everybody; `F` says why one failed. Cheap to clone.
#[derive(Debug)]
pub struct Jobs<F> {
    db: Db,
    clock: Clock,
    ids: Ids,
    /// Makes a reason of what went wrong; of nothing where the work broke down.
    reason: fn(Option<ReportError>) -> F,
    kept: Arc<Mutex<Kept<F>>>,
}

impl<F> Clone for Jobs<F> {
    fn clone(&self) -> Self {
        Self { db: self.db.clone(), clock: self.clock, ids: self.ids.clone(), reason: self.reason, kept: self.kept.clone() }
    }
}

impl<F: Clone + Send + 'static> Jobs<F> {
    /// No jobs yet.
    pub fn new(db: Db, clock: Clock, ids: Ids, reason: fn(Option<ReportError>) -> F) -> Self {
        Self { db, clock, ids, reason, kept: Arc::new(Mutex::new(Kept { shelf: Shelf::new(), busy: false })) }
    }

    /// Takes what somebody asks for, and sees to it that it is made.
    ///
    /// # Errors
    /// [`Refused`] where there are too many.
    pub fn take(&self, ask: Ask) -> Result<JobId, Refused> {
        let mut kept = self.kept();
        let id = kept.shelf.add(self.ids.make(), ask, self.clock.now())?;
        if !std::mem::replace(&mut kept.busy, true) {
            let jobs = self.clone();
            if let Err(error) = quietly(move || jobs.work()) {
                // Whoever asks next tries again.
                tracing::error!(%error, "no thread for long files");
                kept.busy = false;
            }
        }
        Ok(id)
    }

    /// A job of this person.
    pub fn find(&self, who: PersonId, id: JobId) -> Option<Job<F>> {
        self.of(who).into_iter().find(|job| job.id == id)
    }

    /// All jobs of this person, the last one first.
    pub fn of(&self, who: PersonId) -> Vec<Job<F>> {
        self.kept().shelf.of(who, self.clock.now())
    }

    /// Stops a job of this person, or forgets it where it is over; whether there was one.
    pub fn cancel(&self, who: PersonId, id: JobId) -> bool {
        self.kept().shelf.cancel(who, id, self.clock.now())
    }

    fn kept(&self) -> MutexGuard<'_, Kept<F>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next job; where there is none, nobody is at work any more.
    fn next(&self) -> Option<(JobId, Ask)> {
        let mut kept = self.kept();
        let next = kept.shelf.begin_next();
        kept.busy = next.is_some();
        next
    }

    fn work(&self) {
        while let Some((id, ask)) = self.next() {
            let watch = |progress| self.kept().shelf.tell(id, progress);
            // What breaks down in one must not keep the others waiting for good.
            let made = catch_unwind(AssertUnwindSafe(|| ask.order.make(&self.db, &ask.words, &watch)));
            let over = match made {
                Ok(Ok(made)) => Over::Done(made),
                Ok(Err(ReportError::Stopped)) => Over::Cancelled,
                Ok(Err(error)) => Over::Failed((self.reason)(Some(error))),
                Err(_) => Over::Failed((self.reason)(None)),
            };
            self.kept().shelf.end(id, over, self.clock.now());
        }
    }
}
