//! People and things on a desk, in sentences: `let ana = desk.reviewer("Ana")`, `desk.claim_in_review()`.
//!
//! Everything is made by the deeds themselves; nothing is put into tables by hand.

use super::{Stage, TestDb};
use chrono::{DateTime, Duration, TimeZone, Utc};
use corroborate::account::member::{self, NewPerson};
use corroborate::account::{Acting, DeskSettings, Person, desk as settings, store as accounts};
use corroborate::article::Article;
use corroborate::article::store as articles;
use corroborate::claim::store::{self as claims, Attribution, Claim};
use corroborate::claim::{AttributionVerdict, SetAsideReason, Substance, WorkState};
use corroborate::db::column::At;
use corroborate::db::{Db, DbConnection, Pooled};
use corroborate::history::{self, Action, Event, EventFilter};
use corroborate::ids::{ArticleId, ClaimId, EvidenceId, Ids};
use corroborate::intake::read::Limits;
use corroborate::intake::{NewArticle, import_article};
use corroborate::review::assign::{self, Order};
use corroborate::review::decide::{self, Finding, LinkFinding, Move};
use corroborate::review::gather::{self, EvidenceEntry};
use std::collections::BTreeSet;

/// Two plain statements, each with somebody who says so, on a page with a heading.
pub const TEXT: &str = "The border\n\n\
    Bloomberg reported on Monday that 400 soldiers crossed the border on 3 February, citing Norland's defense ministry.\n\n\
    The finance ministry said the state budget grew by 12 percent in 2025.\n";

/// A desk with nobody on it yet.
pub struct Desk {
    /// Its database.
    pub test_db: TestDb,
    /// A connection to it.
    pub connection: Pooled,
    /// Where its ids come from.
    pub ids: Ids,
}

impl Stage for Desk {
    fn on(test_db: TestDb) -> Self {
        let connection = test_db.db().get().unwrap();
        Self { test_db, connection, ids: Ids::counting() }
    }
}

/// The moment at which everything happens unless a test says otherwise.
pub fn start() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).unwrap()
}

/// The same person, some minutes later.
pub fn later(acting: &Acting, minutes: i64) -> Acting {
    Acting { now: At(acting.now.0 + Duration::minutes(minutes)), ..acting.clone() }
}

impl Desk {
    /// The connection.
    pub fn c(&mut self) -> &mut DbConnection {
        &mut self.connection
    }

    /// The pool, for more connections.
    pub fn db(&self) -> Db {
        self.test_db.db().clone()
    }

    /// The program itself.
    pub fn command_line(&self) -> Acting {
        Acting::command_line(At(start()), &self.ids)
    }

    /// A person with this name and role; the same one when asked for again.
    pub fn person(&mut self, name: &str, role: &str) -> Acting {
        let email = format!("{}@desk.example", name.to_lowercase().replace(' ', "."));
        let found = accounts::find_person_by_email(self.c(), &email).unwrap();
        let person = found.unwrap_or_else(|| {
            let cli = self.command_line();
            member::add_person(self.c(), &cli, &NewPerson { name, email: &email, role }, None).unwrap().0
        });
        Acting::person(&person, At(start()), &self.ids)
    }

    /// A viewer.
    pub fn viewer(&mut self, name: &str) -> Acting {
        self.person(name, "viewer")
    }

    /// A reviewer.
    pub fn reviewer(&mut self, name: &str) -> Acting {
        self.person(name, "reviewer")
    }

    /// An editor.
    pub fn editor(&mut self, name: &str) -> Acting {
        self.person(name, "editor")
    }

    /// An admin.
    pub fn admin(&mut self, name: &str) -> Acting {
        self.person(name, "admin")
    }

    /// The row of somebody.
    pub fn row_of(&mut self, who: &Acting) -> Person {
        accounts::find_person(self.c(), who.id.unwrap()).unwrap().unwrap()
    }

    /// Lets people sign off their own verdicts.
    pub fn switch_four_eyes_off(&mut self) {
        let cli = self.command_line();
        let (old, revision) = settings::settings(self.c()).unwrap();
        settings::change_settings(self.c(), &cli, &DeskSettings { four_eyes: false, ..old }, revision).unwrap();
    }

    /// A new article of [`TEXT`], put in by an editor.
    pub fn article(&mut self) -> Article {
        let editor = self.editor("Eva Editor");
        self.article_by(&editor)
    }

    /// A new article of [`TEXT`], put in by somebody.
    pub fn article_by(&mut self, who: &Acting) -> Article {
        let new = NewArticle { title: "The border", publisher: "The Norland Courier", text: TEXT, ..NewArticle::default() };
        import_article(self.c(), who, &new, &Limits::default()).unwrap().article
    }

    /// An article as it is now.
    pub fn article_now(&mut self, id: ArticleId) -> Article {
        articles::find_article(self.c(), id).unwrap().unwrap()
    }

    /// The claims of an article.
    pub fn claims_of(&mut self, article: &Article) -> Vec<Claim> {
        let claims = claims::list_of_article(self.c(), article.id).unwrap();
        assert!(claims.len() >= 2, "the extraction finds the two plain statements of the test's text: {claims:#?}");
        claims
    }

    /// A claim as it is now.
    pub fn now(&mut self, id: ClaimId) -> Claim {
        claims::find(self.c(), id).unwrap().unwrap()
    }

    /// The chain of a claim.
    pub fn chain(&mut self, id: ClaimId) -> Vec<Attribution> {
        claims::chains_of(self.c(), &[id]).unwrap().into_iter().map(|(link, _)| link).collect()
    }

    /// A claim that nobody has begun, the first of a new article; it has a chain.
    pub fn claim(&mut self) -> Claim {
        let article = self.article();
        let claim = self.claims_of(&article).remove(0);
        assert!(!self.chain(claim.id).is_empty(), "the extraction finds who says “{}”", claim.statement);
        claim
    }

    /// A claim in this state, brought there by the reviewer “Ron Reviewer” and the editor “Eva Editor”.
    pub fn claim_in(&mut self, state: WorkState) -> Claim {
        let claim = self.claim();
        self.bring(claim, state)
    }

    /// Brings a claim that nobody has begun to a state.
    pub fn bring(&mut self, claim: Claim, state: WorkState) -> Claim {
        let (ron, eva) = (self.reviewer("Ron Reviewer"), self.editor("Eva Editor"));
        let way: &[WorkState] = match state {
            WorkState::ToCheck => &[],
            WorkState::Checking => &[WorkState::Checking],
            WorkState::Waiting => &[WorkState::Checking, WorkState::Waiting],
            WorkState::InReview => &[WorkState::Checking, WorkState::InReview],
            WorkState::SignedOff => &[WorkState::Checking, WorkState::InReview, WorkState::SignedOff],
            WorkState::SetAside => &[WorkState::SetAside],
        };
        for to in way {
            if *to == WorkState::InReview {
                self.verdict(&ron, claim.id, Substance::MostlyAccurate);
            }
            let who = if *to == WorkState::SignedOff { &eva } else { &ron };
            self.move_to(who, claim.id, *to);
        }
        self.now(claim.id)
    }

    /// Moves a claim one step, with a reason where one is needed.
    pub fn move_to(&mut self, who: &Acting, claim: ClaimId, to: WorkState) -> Claim {
        decide::transition(self.c(), who, claim, &because(to, "It has to be."), None).unwrap()
    }

    /// Sets a verdict that lacks nothing: a rationale, and a note of what was searched.
    pub fn verdict(&mut self, who: &Acting, claim: ClaimId, substance: Substance) -> Claim {
        decide::set_verdict(self.c(), who, claim, &finding(substance), None).unwrap()
    }

    /// A verdict by “Ron Reviewer” where the state it is to reach asks for one and there is none.
    pub fn verdict_if_needed(&mut self, claim: ClaimId, to: WorkState) {
        if matches!(to, WorkState::InReview | WorkState::SignedOff) && self.now(claim).substance.is_none() {
            let ron = self.reviewer("Ron Reviewer");
            self.verdict(&ron, claim, Substance::MostlyAccurate);
        }
    }

    /// Gives a claim to somebody, as “Eva Editor” does.
    pub fn give(&mut self, claim: ClaimId, to: &Acting) -> Claim {
        let eva = self.editor("Eva Editor");
        let order = Order { assignee: Some(to.id), ..Order::default() };
        assign::assign_claim(self.c(), &eva, claim, &order, None).unwrap()
    }

    /// What somebody found on the first link of a claim's chain.
    pub fn on_first_link(&mut self, claim: ClaimId, verdict: AttributionVerdict) -> LinkFinding {
        LinkFinding { attribution_id: self.chain(claim)[0].id, verdict: Some(verdict), note: "Asked the press office.".to_owned() }
    }

    /// Attaches a piece of evidence.
    pub fn evidence(&mut self, who: &Acting, claim: ClaimId, title: &str) -> EvidenceId {
        let entry = EvidenceEntry { title, url: "https://statistics.example/budget", ..EvidenceEntry::default() };
        gather::attach_evidence(self.c(), who, claim, &entry, "supports").unwrap().id
    }

    /// All lines of history, oldest first.
    pub fn lines(&mut self) -> Vec<Event> {
        let mut lines = history::list(self.c(), &EventFilter::default(), 100_000).unwrap();
        lines.reverse();
        lines
    }

    /// Does something and gives the lines of history that were written meanwhile, with what came of it.
    pub fn watch<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> (T, Vec<Event>) {
        let before: BTreeSet<_> = self.lines().iter().map(|line| line.id).collect();
        let result = work(self);
        let new = self.lines().into_iter().filter(|line| !before.contains(&line.id)).collect();
        (result, new)
    }

    /// Does something that must be refused, and makes sure that not one row of any table was touched.
    pub fn refused<T: std::fmt::Debug, E>(&mut self, work: impl FnOnce(&mut DbConnection) -> Result<T, E>) -> E {
        let before = self.test_db.all_rows();
        let error = match work(self.c()) {
            Ok(done) => panic!("this must be refused, and gave {done:?}"),
            Err(error) => error,
        };
        assert_eq!(before, self.test_db.all_rows(), "a refused deed leaves everything as it was");
        error
    }

    /// Makes sure that every chain of the desk is whole.
    pub fn history_is_whole(&mut self) {
        let broken: Vec<_> = history::verify_all(self.c()).unwrap().into_iter().filter(|chain| chain.broken.is_some()).collect();
        assert!(broken.is_empty(), "{broken:#?}");
    }
}

/// A finding that lacks nothing.
pub fn finding(substance: Substance) -> Finding<'static> {
    Finding {
        substance: Some(substance),
        rationale: "The ministry's own table says so.",
        searched: "The ministry's site and two archives.",
        ..Finding::default()
    }
}

/// A step to a state; the reason for setting aside is that the claim is a duplicate.
pub fn because(to: WorkState, reason: &str) -> Move<'_> {
    Move { to, reason, set_aside: (to == WorkState::SetAside).then_some(SetAsideReason::Duplicate), override_reason: "" }
}

/// The actions of some lines.
pub fn actions(lines: &[Event]) -> Vec<Action> {
    lines.iter().map(|line| line.action().unwrap()).collect()
}
