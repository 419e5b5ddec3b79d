//! What a page says of itself so that its script can keep it up to date (`static/js/live.js`).

use crate::history::order;
use crate::ids::{ArticleId, ClaimId};
use crate::web::{Problem, Room};
use crate::wording::{Arg, Words};

/// Where the script of a page listens, and where it finds the page anew.
#[derive(Clone, Debug)]
pub struct LivePage {
    /// The stream, from where the page was read.
    pub stream: String,
    /// The page itself, also where what is shown is a form of it that was refused.
    pub page: String,
    /// Where it says what happened.
    pub shown_at: String,
    /// What stands on the card of a claim that `{who}` is checking.
    pub hold_says: String,
    /// Whether it is a list of claims from anywhere.
    pub lists: bool,
    /// What is read aloud when `{who}` changed the claim `{number}`.
    pub says: String,
    /// What is read aloud when `{who}` changed something else.
    pub says_here: String,
}

/// How far a page has read. Asked for before the page reads anything, so that nothing falls in between.
#[derive(Clone, Copy, Debug)]
pub struct ReadUpTo(i64);

impl Room<'_> {
    /// How far a page reads that begins to be read now.
    pub fn reads_up_to(&mut self) -> Result<ReadUpTo, Problem> {
        Ok(ReadUpTo(order::end(self.c)?))
    }
}

impl ReadUpTo {
    fn live(self, wanted: &str, page: String, w: &Words) -> LivePage {
        LivePage {
            stream: format!("/api/v1/events?inbox=true&{wanted}after={}", self.0),
            shown_at: page.clone(),
            page,
            lists: false,
            hold_says: w.s("hold-card", "who", "{who}"),
            says: w.with("live-changed", &[("who", Arg::from("{who}")), ("number", Arg::from("{number}"))]),
            says_here: w.s("live-changed-here", "who", "{who}"),
        }
    }

    /// The number of the order of history up to which it reads.
    pub fn number(self) -> i64 {
        self.0
    }

    /// One's own inbox.
    pub fn of_inbox(self, page: String, w: &Words) -> LivePage {
        LivePage { lists: true, stream: "/api/v1/events?inbox=true&changes=false".to_owned(), ..self.live("", page, w) }
    }

    /// A list of claims from anywhere.
    pub fn of_list(self, page: String, w: &Words) -> LivePage {
        LivePage { lists: true, ..self.live("", page, w) }
    }

    /// The reading view of an article.
    pub fn of_article(self, article: ArticleId, page: String, w: &Words) -> LivePage {
        self.live(&format!("here=true&article={article}&"), page, w)
    }

    /// The page of a claim, which tells what happened to it.
    pub fn of_claim(self, claim: ClaimId, page: String, w: &Words) -> LivePage {
        LivePage { shown_at: "#history".to_owned(), ..self.live(&format!("here=true&claim={claim}&"), page, w) }
    }
}
