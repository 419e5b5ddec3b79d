//! What is known of the jobs of everybody: those that wait, the one at work, and what was made and is still kept. Pure.

use super::{Made, Order};
use crate::ids::{JobId, PersonId};
use crate::report::{Progress, Stage};
use crate::wording::Words;
use chrono::{DateTime, Duration, Utc};
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

/// Most jobs of one person that wait or are at work.
const OPEN_OF_ONE: usize = 3;
/// Most jobs of everybody that wait or are at work.
const OPEN: usize = 20;
/// Most jobs of one person that are kept when they are over.
const OVER_OF_ONE: usize = 10;
/// For how long a job is kept when it is over.
const KEPT: Duration = Duration::hours(1);

/// What somebody asks for.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Who.
    pub who: PersonId,
    /// What it is called.
    pub title: String,
    /// In which form, in words.
    pub form: String,
    /// The address of the page that gives the same, to ask for it again; an order by a program has none.
    pub page: Option<String>,
    /// What is to be made.
    pub order: Order,
    /// In which words.
    pub words: Arc<Words>,
}

/// Where a job stands.
#[derive(Clone, Debug)]
pub enum Standing<F> {
    /// So many are before it.
    Waiting(usize),
    /// It is being made.
    Running(Progress),
    /// The file is there, until that time.
    Done(Made, DateTime<Utc>),
    /// It could not be made, and why.
    Failed(F),
    /// Whoever had asked for it stopped it.
    Cancelled,
}

/// A job, as it stands.
#[derive(Clone, Debug)]
pub struct Job<F> {
    /// Its id.
    pub id: JobId,
    /// What was asked for.
    pub ask: Ask,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Where it stands.
    pub standing: Standing<F>,
}

/// Why a job is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The person has as many as one may have.
    TooManyOfOne(usize),
    /// Everybody together has as many as there may be.
    TooMany(usize),
}

/// How a job ended.
#[derive(Clone, Debug)]
pub(super) enum Over<F> {
    Done(Made),
    Failed(F),
    Cancelled,
}

#[derive(Debug)]
enum Step<F> {
    Waiting,
    Running(Progress),
    /// When it ended, and how.
    Over(DateTime<Utc>, Over<F>),
}

#[derive(Debug)]
struct Entry<F> {
    id: JobId,
    ask: Ask,
    asked_at: DateTime<Utc>,
    step: Step<F>,
}

/// The jobs, in the order in which they were asked for.
#[derive(Debug)]
pub(super) struct Shelf<F> {
    entries: Vec<Entry<F>>,
}

impl<F> Entry<F> {
    fn is_open(&self) -> bool {
        matches!(self.step, Step::Waiting | Step::Running(_))
    }
}

impl<F: Clone> Shelf<F> {
    /// No jobs.
    pub fn new() -> Self {
        Self { entries: Vec::new() }
    }

    /// Puts a job behind those that wait. Who asks for the same page's file twice before it is there, by pressing twice,
    /// gets the job that there is.
    pub fn add(&mut self, id: JobId, ask: Ask, now: DateTime<Utc>) -> Result<JobId, Refused> {
        self.tidy(now);
        let open = || self.entries.iter().filter(|entry| entry.is_open());
        let mine = || open().filter(|entry| entry.ask.who == ask.who);
        if let Some(same) = mine().find(|entry| ask.page.is_some() && entry.ask.page == ask.page) {
            return Ok(same.id);
        }
        if mine().count() >= OPEN_OF_ONE {
            return Err(Refused::TooManyOfOne(OPEN_OF_ONE));
        }
        if open().count() >= OPEN {
            return Err(Refused::TooMany(OPEN));
        }
        self.entries.push(Entry { id, ask, asked_at: now, step: Step::Waiting });
        Ok(id)
    }

    /// All jobs of a person, the last one first.
    pub fn of(&mut self, who: PersonId, now: DateTime<Utc>) -> Vec<Job<F>> {
        self.tidy(now);
        let mine = self.entries.iter().filter(|entry| entry.ask.who == who).rev();
        mine.map(|entry| Job { id: entry.id, ask: entry.ask.clone(), asked_at: entry.asked_at, standing: self.standing(entry) }).collect()
    }

    /// Stops a job of this person, or forgets it where it is over; whether there was one.
    pub fn cancel(&mut self, who: PersonId, id: JobId, now: DateTime<Utc>) -> bool {
        self.tidy(now);
        let Some(place) = self.entries.iter().position(|entry| entry.id == id && entry.ask.who == who) else { return false };
        match self.entries.get_mut(place) {
            // Whoever is at work on it is told so when they next say how far they are.
            Some(entry) if entry.is_open() => entry.step = Step::Over(now, Over::Cancelled),
            _ => drop(self.entries.remove(place)),
        }
        true
    }

    /// Begins with the job that has waited longest.
    pub fn begin_next(&mut self) -> Option<(JobId, Ask)> {
        let entry = self.entries.iter_mut().find(|entry| matches!(entry.step, Step::Waiting))?;
        entry.step = Step::Running(Progress { stage: Stage::Read, done: 0, of: 0 });
        Some((entry.id, entry.ask.clone()))
    }

    /// Notes how far the job at work is; whether it is still wanted.
    pub fn tell(&mut self, id: JobId, progress: Progress) -> ControlFlow<()> {
        match self.running(id) {
            Some(step) => *step = Step::Running(progress),
            None => return ControlFlow::Break(()),
        }
        ControlFlow::Continue(())
    }

    /// Notes how a job ended; one that was stopped meanwhile stays so.
    pub fn end(&mut self, id: JobId, over: Over<F>, now: DateTime<Utc>) {
        if let Some(step) = self.running(id) {
            *step = Step::Over(now, over);
        }
    }

    fn running(&mut self, id: JobId) -> Option<&mut Step<F>> {
        self.entries.iter_mut().find(|entry| entry.id == id).map(|entry| &mut entry.step).filter(|step| matches!(step, Step::Running(_)))
    }

    fn standing(&self, entry: &Entry<F>) -> Standing<F> {
        match &entry.step {
            Step::Waiting => Standing::Waiting(self.entries.iter().take_while(|other| other.id != entry.id).filter(|other| other.is_open()).count()),
            Step::Running(progress) => Standing::Running(*progress),
            Step::Over(ended, Over::Done(made)) => Standing::Done(made.clone(), *ended + KEPT),
            Step::Over(_, Over::Failed(why)) => Standing::Failed(why.clone()),
            Step::Over(_, Over::Cancelled) => Standing::Cancelled,
        }
    }

    /// Lets go of what was kept long enough, and of what is more than one person may keep.
    fn tidy(&mut self, now: DateTime<Utc>) {
        self.entries.retain(|entry| !matches!(&entry.step, Step::Over(ended, _) if *ended + KEPT <= now));
        let mut kept: HashMap<PersonId, usize> = HashMap::new();
        let mut old = Vec::new();
        for entry in self.entries.iter().rev().filter(|entry| !entry.is_open()) {
            let count = kept.entry(entry.ask.who).or_default();
            *count += 1;
            if *count > OVER_OF_ONE {
                old.push(entry.id);
            }
        }
        self.entries.retain(|entry| !old.contains(&entry.id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::column::At;
    use crate::ids::Ids;
    use crate::report::ExportFormat;
    use crate::wording::Catalogue;

    /// What a test does with jobs: each of the people is a number, the time is in minutes.
    struct Bench {
        ids: Ids,
        people: [PersonId; 9],
        words: Arc<Words>,
        shelf: Shelf<&'static str>,
    }

    fn bench() -> Bench {
        let ids = Ids::counting();
        Bench { people: std::array::from_fn(|_| ids.make()), ids, words: Catalogue::embedded().unwrap().choose(None, None), shelf: Shelf::new() }
    }

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::minutes(minute)
    }

    impl Bench {
        fn ask(&mut self, person: usize, page: Option<&str>) -> Result<JobId, Refused> {
            let order = Order::Check { article: self.ids.make(), at: At(at(0)), format: ExportFormat::Csv };
            let (who, page, words) = (self.people[person], page.map(str::to_owned), self.words.clone());
            self.shelf.add(self.ids.make(), Ask { who, title: String::new(), form: String::new(), page, order, words }, at(0))
        }

        fn stands(&mut self, person: usize, id: JobId, minute: i64) -> String {
            match self.shelf.of(self.people[person], at(minute)).into_iter().find(|job| job.id == id).map(|job| job.standing) {
                None => "gone".to_owned(),
                Some(Standing::Waiting(before)) => format!("waits for {before}"),
                Some(Standing::Running(at)) => format!("{} of {}", at.done, at.of),
                Some(Standing::Done(..)) => "done".to_owned(),
                Some(Standing::Failed(why)) => why.to_owned(),
                Some(Standing::Cancelled) => "cancelled".to_owned(),
            }
        }
    }

    #[test]
    fn jobs_are_made_one_after_the_other_and_say_how_many_are_before_them() {
        let mut b = bench();
        let (first, second, third) = (b.ask(0, None).unwrap(), b.ask(1, None).unwrap(), b.ask(0, None).unwrap());
        assert_eq!(b.shelf.begin_next().map(|(id, _)| id), Some(first));
        assert!(b.shelf.tell(first, Progress { stage: Stage::Write, done: 3, of: 7 }).is_continue());
        assert_eq!([b.stands(0, first, 0), b.stands(1, second, 0), b.stands(0, third, 0)], ["3 of 7", "waits for 1", "waits for 2"]);
        b.shelf.end(first, Over::Failed("no paper"), at(1));
        assert_eq!([b.stands(0, first, 1), b.stands(1, second, 1), b.stands(0, third, 1)], ["no paper", "waits for 0", "waits for 1"]);
        assert_eq!(b.shelf.begin_next().map(|(id, _)| id), Some(second));
    }

    #[test]
    fn nobody_sees_or_stops_the_job_of_somebody_else() {
        let mut b = bench();
        let job = b.ask(0, None).unwrap();
        assert_eq!(b.stands(1, job, 0), "gone");
        assert!(!b.shelf.cancel(b.people[1], job, at(0)));
        assert_eq!(b.stands(0, job, 0), "waits for 0");
    }

    #[test]
    fn a_job_that_is_stopped_is_not_made_and_stays_stopped() {
        let mut b = bench();
        let (running, waiting) = (b.ask(0, None).unwrap(), b.ask(0, None).unwrap());
        b.shelf.begin_next();
        assert!(b.shelf.cancel(b.people[0], running, at(0)) && b.shelf.cancel(b.people[0], waiting, at(0)));
        assert!(b.shelf.tell(running, Progress { stage: Stage::Write, done: 1, of: 2 }).is_break());
        b.shelf.end(running, Over::Failed("never said"), at(1));
        assert_eq!([b.stands(0, running, 1), b.stands(0, waiting, 1)], ["cancelled", "cancelled"]);
        assert!(b.shelf.begin_next().is_none());
        // Once more forgets it.
        assert!(b.shelf.cancel(b.people[0], running, at(1)) && !b.shelf.cancel(b.people[0], running, at(1)));
    }

    #[test]
    fn there_is_a_limit_for_each_person_and_one_for_all() {
        let mut b = bench();
        let most = |n: usize| (0..n).map(|n| n / OPEN_OF_ONE);
        for person in most(OPEN) {
            b.ask(person, None).unwrap();
        }
        assert_eq!(b.ask(0, None), Err(Refused::TooManyOfOne(OPEN_OF_ONE)));
        assert_eq!(b.ask(8, None), Err(Refused::TooMany(OPEN)));
        let (first, _) = b.shelf.begin_next().unwrap();
        b.shelf.end(first, Over::Cancelled, at(1));
        assert!(b.ask(0, None).is_ok(), "what is over counts no more");
    }

    #[test]
    fn pressing_twice_is_one_job_until_the_file_is_there() {
        let mut b = bench();
        let first = b.ask(0, Some("/reports/x/pdf")).unwrap();
        assert_eq!(b.ask(0, Some("/reports/x/pdf")), Ok(first));
        assert_ne!(b.ask(1, Some("/reports/x/pdf")), Ok(first));
        b.shelf.begin_next();
        b.shelf.end(first, Over::Failed("no paper"), at(0));
        assert_ne!(b.ask(0, Some("/reports/x/pdf")), Ok(first));
    }

    #[test]
    fn what_is_over_is_kept_for_an_hour_and_the_last_ten_of_each_person() {
        let mut b = bench();
        let job = b.ask(0, None).unwrap();
        b.shelf.begin_next();
        b.shelf.end(job, Over::Failed("no paper"), at(1));
        assert_eq!([b.stands(0, job, 60), b.stands(0, job, 61)], ["no paper", "gone"]);
        for _ in 0..=OVER_OF_ONE {
            let id = b.ask(1, None).unwrap();
            b.shelf.begin_next();
            b.shelf.end(id, Over::Cancelled, at(1));
        }
        assert_eq!(b.shelf.of(b.people[1], at(1)).len(), OVER_OF_ONE);
    }
}
