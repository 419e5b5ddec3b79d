//! Long files: what takes too long to wait for is made as a job; see [`crate::job`].

use super::answer::Spooled;
use super::{Answer, Problem, Room};
use crate::claim::store::queue::{self, count_by_article};
use crate::code::Code;
use crate::codes;
use crate::ids::{ArticleId, JobId};
use crate::job::{Ask, Made, Order, Refused, Standing};
use crate::report::listing::Chosen;
use crate::report::{ExportFormat, LONG, ReportError, Stage, unwatched};
use actix_web::http::StatusCode;
use std::sync::Arc;

codes! {
    /// Where a long file stands.
    "export-state"
    pub enum ExportState {
        /// Others are made first.
        Waiting = "waiting",
        /// It is being made.
        Running = "running",
        /// It is there.
        Done = "done",
        /// It could not be made.
        Failed = "failed",
        /// It was stopped.
        Cancelled = "cancelled",
    }
}

/// A long file that somebody asked for.
pub type Job = crate::job::Job<Problem>;
/// All of them.
pub type Jobs = crate::job::Jobs<Problem>;

impl Job {
    /// Where it stands, in a word.
    pub fn state(&self) -> ExportState {
        match self.standing {
            Standing::Waiting(_) => ExportState::Waiting,
            Standing::Running(_) => ExportState::Running,
            Standing::Done(..) => ExportState::Done,
            Standing::Failed(_) => ExportState::Failed,
            Standing::Cancelled => ExportState::Cancelled,
        }
    }

    /// The file, once it is there.
    pub fn made(&self) -> Option<&Made> {
        if let Standing::Done(made, _) = &self.standing { Some(made) } else { None }
    }

    /// How much of it is done, in hundredths.
    pub fn percent(&self) -> u8 {
        match &self.standing {
            Standing::Running(progress) => progress.percent(),
            Standing::Done(..) => 100,
            Standing::Waiting(_) | Standing::Failed(_) | Standing::Cancelled => 0,
        }
    }

    /// What is being done for it, for how many claims, and of how many; nothing while it waits and once it is over.
    pub fn step(&self) -> Option<(Stage, usize, usize)> {
        if let Standing::Running(at) = &self.standing { Some((at.stage, at.done, at.of)) } else { None }
    }
}

/// Why a job failed, as it is kept.
pub(super) fn reason(error: Option<ReportError>) -> Problem {
    error.map_or_else(|| Problem::internal(&"the work on a long file broke down"), Problem::from)
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        use super::problem::Say;
        match refused {
            Refused::TooManyOfOne(n) => Self::new(StatusCode::TOO_MANY_REQUESTS, "exports_full_of_one").say("most", Say::count(n)),
            Refused::TooMany(n) => Self::new(StatusCode::TOO_MANY_REQUESTS, "exports_full").say("most", Say::count(n)),
        }
    }
}

impl Order {
    /// The code of its form.
    pub fn format(&self) -> &'static str {
        match self {
            Self::Check { format, .. } | Self::Frozen { format, .. } => format.code(),
            Self::List { format, .. } => format.code(),
        }
    }
}

impl Room<'_> {
    /// Whether the report on an article's check takes longer to make than anybody should wait for.
    pub fn check_is_long(&mut self, article: ArticleId, format: ExportFormat) -> Result<bool, Problem> {
        let counts = count_by_article(self.c, &[article])?;
        Ok(format.is_long(counts.iter().map(|(_, _, n)| usize::try_from(*n).unwrap_or(0)).sum()))
    }

    /// Has a file made as a job.
    pub fn begin(&mut self, title: String, form: String, page: Option<String>, order: Order) -> Result<JobId, Problem> {
        Ok(self.desk.exports.take(Ask { who: self.me.id, title, form, page, order, words: self.words.clone() })?)
    }

    /// A long file all the same for a program that waits for it: made beside everybody's pages, in turn.
    pub fn made_later(&mut self, order: Order, answer: impl FnOnce(&Made) -> Answer + Send + 'static) -> Result<Answer, Problem> {
        let (db, words) = (self.desk.db.clone(), self.words.clone());
        self.later(move || Ok(answer(&order.make(&db, &words, &unwatched)?)))
    }

    /// A list of claims as a file, written now; or what `long` answers, where that takes longer than anybody should wait for.
    pub fn list_file(&mut self, order: Order, long: impl FnOnce(&mut Self, Order) -> Result<Answer, Problem>) -> Result<Answer, Problem> {
        let Order::List { chosen, about, stem, format } = &order else { return Err(Problem::not_found("page")) };
        let is_long = match chosen.as_ref() {
            Chosen::Fitting(filter, _) => {
                let most = i64::try_from(LONG).unwrap_or(i64::MAX);
                queue::matching_states(self.c, filter, most + 1)?.len() > LONG
            }
            // Nobody works on so many in a month; and whoever does waits a moment.
            Chosen::WorkedOn { .. } => false,
        };
        if is_long {
            return long(self, order);
        }
        let made = crate::job::list(self.c, chosen, about, stem, *format, &self.words, &unwatched)?;
        Ok(attached(&made))
    }
}

/// A file that was made, to be kept.
pub fn attached(made: &Made) -> Answer {
    sent(made).attached(&made.name)
}

/// A file that was made.
pub fn sent(made: &Made) -> Answer {
    Answer::spooled(made.media_type, Spooled::new(Arc::clone(&made.file), made.length))
}
