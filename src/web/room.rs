//! Where a handler works: who asks is known, a connection is at hand, the words are chosen.
//!
//! A handler runs as one blocking step ([`Desk::page`], [`Desk::act`], [`Desk::call`]): one hop off the event
//! loop, one connection, whatever it does.

use super::{Answer, ApiError, Desk, FormData, PageError, Problem, Visit};
use crate::account::{Acting, Person, api_token, sign_in};
use crate::claim::Veil;
use crate::claim::store::queue::ClaimFilter;
use crate::claim::store::second;
use crate::db::DbConnection;
use crate::db::column::At;
use crate::ids::{ArticleId, Ids, SessionId};
use crate::job::quiet::quietly;
use crate::report::{ExportFormat, Rendered, ReportError};
use crate::wording::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use std::sync::Arc;

/// Where a handler works.
pub struct Room<'a> {
    /// The connection.
    pub c: &'a mut DbConnection,
    /// Who asks.
    pub me: &'a Person,
    /// The session, where a browser asks.
    pub session: Option<SessionId>,
    /// Token that every form of this session carries.
    pub csrf: &'a str,
    /// The words for this person.
    pub words: Arc<Words>,
    /// The time of the request.
    pub now: At,
    /// What all handlers share.
    pub desk: &'a Desk,
    /// What the request says.
    pub visit: &'a Visit,
    /// What makes the answer once this step is over; see [`Room::later`].
    pub(super) later: Option<Later>,
    /// Whether the step may change something.
    pub(super) writes: bool,
    /// What is hidden from this person, once it was asked for in a step that only reads.
    pub(super) veil: Option<Arc<Veil>>,
}

impl Room<'_> {
    /// The person as the one who acts.
    pub fn acting(&self) -> Acting {
        Acting::person(self.me, self.now, &self.desk.ids)
    }

    /// The address of this site, for links that are handed on: the public one where it is set, else the one that was
    /// asked for.
    pub fn site(&self) -> String {
        self.desk.site(self.visit)
    }

    /// Leaves the answer to work that takes long and needs no database. It is done in turn, few at a time, after this
    /// step, so that neither a connection nor other people wait for it.
    pub fn later(&mut self, work: impl FnOnce() -> Result<Answer, Problem> + Send + 'static) -> Result<Answer, Problem> {
        self.later = Some(Box::new(work));
        Ok(Answer::empty(StatusCode::OK))
    }

    /// A report in a form: made by `render`, answered as `answer` says. What takes long is done [`later`](Self::later).
    pub fn rendered(
        &mut self,
        format: ExportFormat,
        render: impl FnOnce(&Words) -> Result<Rendered, ReportError> + Send + 'static,
        answer: impl FnOnce(Rendered) -> Answer + Send + 'static,
    ) -> Result<Answer, Problem> {
        let words = self.words.clone();
        let work = move || Ok(answer(render(&words)?));
        if format == ExportFormat::Pdf { self.later(work) } else { work() }
    }

    /// What is hidden from this person because they check it a second time. A step that only reads asks once.
    pub fn veil(&mut self) -> Result<Arc<Veil>, Problem> {
        if let Some(veil) = &self.veil {
            return Ok(veil.clone());
        }
        let veil = Arc::new(second::veil_of(self.c, self.me.id)?);
        // What a step does may be to give a second check, which lifts it.
        self.veil = (!self.writes).then(|| veil.clone());
        Ok(veil)
    }

    /// Refuses what tells of the whole check of an article to somebody from whom a part of it is hidden.
    pub fn in_full(&mut self, article: ArticleId) -> Result<(), Problem> {
        if self.veil()?.hides_in(article) { Err(Problem::new(StatusCode::CONFLICT, "second_check_hides")) } else { Ok(()) }
    }

    /// A filter that tells nothing of what is hidden from this person: one that asks for a finding leaves the claims out
    /// whose finding they may not see.
    pub fn fair(&mut self, filter: ClaimFilter) -> Result<ClaimFilter, Problem> {
        if filter.substance.is_some() || filter.attribution.is_some() { self.unveiled(filter) } else { Ok(filter) }
    }

    /// A filter without the claims whose finding is hidden from this person, for files that show findings.
    pub fn unveiled(&mut self, filter: ClaimFilter) -> Result<ClaimFilter, Problem> {
        Ok(ClaimFilter { without: self.veil()?.claims(), ..filter })
    }

    /// Where new ids come from.
    pub fn ids(&self) -> &Ids {
        &self.desk.ids
    }
}

impl Desk {
    /// The address of this site as a visitor may hand it on; see [`Room::site`].
    pub(super) fn site(&self, visit: &Visit) -> String {
        let set = self.settings.public_url.as_deref().map(|url| url.trim_end_matches('/').to_owned());
        set.unwrap_or_else(|| format!("http://{}", visit.host))
    }

    /// The words for a visit of nobody in particular: in the language that was chosen in this browser, else the one that it
    /// asks for.
    pub fn words(&self, visit: &Visit) -> Arc<Words> {
        self.catalogue.choose(visit.language.as_deref(), visit.accept_language.as_deref())
    }

    /// The words for a person in their browser: what they chose for themselves goes before what this browser says.
    fn words_of(&self, person: &Person, visit: &Visit) -> Arc<Words> {
        self.catalogue.choose(person.language.as_deref().or(visit.language.as_deref()), visit.accept_language.as_deref())
    }

    /// Shows a page to somebody who is signed in.
    pub async fn page<F>(&self, visit: Visit, work: F) -> Result<HttpResponse, PageError>
    where
        F: FnOnce(&mut Room<'_>) -> Result<Answer, Problem> + Send + 'static,
    {
        self.in_session(visit, None, work).await
    }

    /// Does what a form asks for, for somebody who is signed in; the form must carry the session's token.
    pub async fn act<F>(&self, visit: Visit, form: FormData, work: F) -> Result<HttpResponse, PageError>
    where
        F: FnOnce(&mut Room<'_>, &FormData) -> Result<Answer, Problem> + Send + 'static,
    {
        let token = form.get("csrf").to_owned();
        self.in_session(visit, Some(token), move |room| work(room, &form)).await
    }

    async fn in_session<F>(&self, visit: Visit, csrf: Option<String>, work: F) -> Result<HttpResponse, PageError>
    where
        F: FnOnce(&mut Room<'_>) -> Result<Answer, Problem> + Send + 'static,
    {
        let (done, words) = self
            .step(visit, move |desk, visit, words| {
                let mut c = desk.db.get()?;
                let now = At(desk.clock.now());
                let found = match &visit.session {
                    Some(cookie) => sign_in::resume(&mut c, cookie, now)?,
                    None => None,
                };
                let Some((session, person)) = found else {
                    let next = if csrf.is_some() { "/".to_owned() } else { visit.target.clone() };
                    let target = format!("/login?next={}", url::form_urlencoded::byte_serialize(next.as_bytes()).collect::<String>());
                    return Err(Problem { sign_in: Some(target), ..Problem::new(StatusCode::UNAUTHORIZED, "sign_in_needed") });
                };
                *words = desk.words_of(&person, visit);
                let acts = csrf.is_some();
                if let Some(token) = csrf {
                    check_csrf(visit, &token, &session.csrf)?;
                }
                let (words, session, csrf) = (words.clone(), Some(session.id), session.csrf);
                let mut room = Room { c: &mut c, me: &person, session, csrf: &csrf, words, now, desk, visit, later: None, writes: acts, veil: None };
                let answer = desk.at_work(acts, || work(&mut room))?;
                Ok(Done { answer, later: room.later.take() })
            })
            .await;
        self.finished(done).await.map(HttpResponse::from).map_err(|problem| PageError { problem, words })
    }

    /// Does a step off the event loop: what came of it, and the words in which to say so. The step begins with the words of
    /// the browser and may choose others once it knows who asks.
    async fn step<F>(&self, visit: Visit, work: F) -> (Result<Done, Problem>, Arc<Words>)
    where
        F: FnOnce(&Self, &Visit, &mut Arc<Words>) -> Result<Done, Problem> + Send + 'static,
    {
        let (desk, asked) = (self.clone(), self.words(&visit));
        let mut words = asked.clone();
        let done = web::block(move || {
            let done = work(&desk, &visit, &mut words);
            (done, words)
        });
        done.await.unwrap_or_else(|e| (Err(Problem::internal(&e)), asked))
    }

    /// Shows or does something for anybody: sign-in and set-up.
    pub async fn open<F>(&self, visit: Visit, work: F) -> Result<HttpResponse, PageError>
    where
        F: FnOnce(&mut DbConnection, &Desk, &Visit, Arc<Words>) -> Result<Answer, Problem> + Send + 'static,
    {
        let words = self.words(&visit);
        let desk = self.clone();
        let inside = words.clone();
        let done = web::block(move || -> Result<Answer, Problem> {
            let mut c = desk.db.get()?;
            work(&mut c, &desk, &visit, inside)
        })
        .await;
        flatten(done).map(HttpResponse::from).map_err(|problem| PageError { problem, words })
    }

    /// Answers a program: by bearer token, or by session with the CSRF header for everything but reading. A program is spoken
    /// to in the language that its request asks for, whatever its owner chose for their browser.
    pub async fn call<F>(&self, visit: Visit, writes: bool, work: F) -> Result<HttpResponse, ApiError>
    where
        F: FnOnce(&mut Room<'_>) -> Result<Answer, Problem> + Send + 'static,
    {
        let (done, words) = self
            .step(visit, move |desk, visit, words| {
                let mut c = desk.db.get()?;
                let now = At(desk.clock.now());
                let (person, session, csrf) = match (&visit.bearer, &visit.session) {
                    (Some(token), _) => (api_token::resume(&mut c, token, now)?, None, String::new()),
                    (None, Some(cookie)) => match sign_in::resume(&mut c, cookie, now)? {
                        Some((session, person)) => {
                            *words = desk.words_of(&person, visit);
                            if writes {
                                check_csrf(visit, visit.csrf_header.as_deref().unwrap_or_default(), &session.csrf)?;
                            }
                            (Some(person), Some(session.id), session.csrf)
                        }
                        None => (None, None, String::new()),
                    },
                    (None, None) => (None, None, String::new()),
                };
                let person = person.ok_or_else(|| Problem::new(StatusCode::UNAUTHORIZED, "token_needed"))?;
                let mut room = Room { c: &mut c, me: &person, session, csrf: &csrf, words: words.clone(), now, desk, visit, later: None, writes, veil: None };
                let answer = desk.at_work(writes, || work(&mut room))?;
                Ok(Done { answer, later: room.later.take() })
            })
            .await;
        self.finished(done).await.map(HttpResponse::from).map_err(|problem| ApiError { problem, words })
    }
}

fn check_csrf(visit: &Visit, given: &str, expected: &str) -> Result<(), Problem> {
    let same = crate::account::Secret::presented(expected).fits(given);
    if same && visit.same_origin { Ok(()) } else { Err(Problem::new(StatusCode::FORBIDDEN, "form_expired")) }
}

fn flatten<T>(done: Result<Result<T, Problem>, actix_web::error::BlockingError>) -> Result<T, Problem> {
    done.unwrap_or_else(|e| Err(Problem::internal(&e)))
}

/// What a handler's step came to.
struct Done {
    answer: Answer,
    later: Option<Later>,
}

/// What makes an answer without the database.
pub(super) type Later = Box<dyn FnOnce() -> Result<Answer, Problem> + Send>;

impl Desk {
    /// The answer, once what had to wait for its turn is done as well; nobody's connection is held meanwhile.
    async fn finished(&self, done: Result<Done, Problem>) -> Result<Answer, Problem> {
        let done = done?;
        match done.later {
            None => Ok(done.answer),
            Some(later) => self.in_turn(later).await,
        }
    }

    /// What takes long, when its turn comes; it gives way to everybody's pages.
    pub(super) async fn in_turn(&self, later: Later) -> Result<Answer, Problem> {
        let _turn = self.press.acquire().await.map_err(|e| Problem::internal(&e))?;
        let made = quietly(later).map_err(|e| Problem::internal(&e))?;
        made.await.unwrap_or_else(|e| Err(Problem::internal(&e)))
    }
}
