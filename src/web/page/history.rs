//! The history: everything that happened, told in words, filtered by person, article, claim or thing; taking a step
//! back; and, for admins, whether a chain is whole.

use super::happened::{self, HappenedLine};
use super::{Shell, id};
use crate::account::{Permission, store as accounts};
use crate::article::store as articles;
use crate::claim::store as claims;
use crate::code::Code;
use crate::db::page::USUAL;
use crate::history::{self, BreakKind, EventFilter, chain_of};
use crate::ids::{ArticleId, ChainId, ClaimId, EventId, PersonId};
use crate::review::undo as deed;
use crate::web::answer::{done, html, html_with, is_local};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// Most people in the menu.
const PEOPLE: i64 = 500;

/// What a check of a chain found, in words.
struct Checked {
    whole: bool,
    sentence: String,
}

#[derive(Template)]
#[template(path = "history/list.html")]
struct HistoryPage {
    shell: Shell,
    w: Arc<Words>,
    lines: Vec<HappenedLine>,
    people: Vec<(PersonId, String)>,
    articles: Vec<(ArticleId, String)>,
    asked: Asked,
    /// What the list is narrowed to, beside the person: its name.
    about: Option<String>,
    checked: Option<Checked>,
    next: Option<String>,
    here: String,
}

#[derive(Template)]
#[template(path = "history/refused.html")]
struct RefusedPage {
    shell: Shell,
    w: Arc<Words>,
    sentence: String,
    lines: Vec<HappenedLine>,
    back: String,
    claim: Option<ClaimId>,
}

/// What the address asks for.
#[derive(Clone, Default)]
struct Asked {
    person: Option<PersonId>,
    article: Option<ArticleId>,
    claim: Option<ClaimId>,
    subject: Option<crate::ids::SubjectId>,
    check: bool,
    cursor: String,
}

impl Asked {
    fn read(query: &FormData, me: PersonId) -> Result<Self, Problem> {
        fn named<T: std::str::FromStr>(query: &FormData, name: &str, what: &'static str) -> Result<Option<T>, Problem> {
            let text = query.get(name).trim();
            if text.is_empty() { Ok(None) } else { id(text, what).map(Some) }
        }
        Ok(Self {
            person: if query.get("person") == "me" { Some(me) } else { named(query, "person", "person")? },
            article: named(query, "article", "article")?,
            claim: named(query, "claim", "claim")?,
            subject: named(query, "subject", "entry")?,
            check: query.get("check") == "yes",
            cursor: query.get("cursor").to_owned(),
        })
    }

    fn filter(&self) -> EventFilter {
        EventFilter {
            chain: self.article.map(chain_of),
            subject: self.subject,
            claim: self.claim,
            actor: self.person,
            before: None,
            after: None,
            imports_once: true,
        }
    }

    /// The address of this list, without the page and without what was just done.
    fn address(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let mut put = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                query.append_pair(name, &value);
            }
        };
        put("person", self.person.map(|id| id.to_string()));
        put("article", self.article.map(|id| id.to_string()));
        put("claim", self.claim.map(|id| id.to_string()));
        put("subject", self.subject.map(|id| id.to_string()));
        let query = query.finish();
        if query.is_empty() { "/history".to_owned() } else { format!("/history?{query}") }
    }

    fn is_by(&self, person: &PersonId) -> bool {
        self.person.as_ref() == Some(person)
    }

    fn is_of(&self, article: &ArticleId) -> bool {
        self.article.as_ref() == Some(article)
    }

    fn is_narrowed(&self) -> bool {
        self.person.is_some() || self.article.is_some() || self.claim.is_some() || self.subject.is_some()
    }
}

/// The address with one more parameter.
fn with(address: &str, name: &str, value: &str) -> String {
    let mark = if address.contains('?') { '&' } else { '?' };
    format!("{address}{mark}{name}={value}")
}

/// Shows the history.
pub async fn list(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let asked = Asked::read(&query, room.me.id)?;
        show(room, asked)
    })
    .await
}

fn show(room: &mut Room<'_>, asked: Asked) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let about = about(room, &asked)?;
    let checked = if asked.check { Some(check(room, &asked)?) } else { None };
    let page = happened::page(room, &asked.filter(), &asked.cursor, USUAL)?;
    let people = accounts::list_people(room.c, None, PEOPLE)?.into_iter().map(|person| (person.id, person.name)).collect();
    let menus = room.desk.menus(room.c)?;
    let mut articles = menus.articles.clone();
    // An article that is signed off or older than those in the menu stays chosen.
    if let (Some(article), Some(title)) = (asked.article, &about)
        && !articles.iter().any(|(id, _)| *id == article)
    {
        articles.insert(0, (article, title.clone()));
    }
    let here = asked.address();
    let next = page.next.map(|cursor| with(&here, "cursor", &cursor));
    let shell = room.shell(w.t("history-title"), "history");
    html(&HistoryPage { shell, w, lines: page.rows, people, articles, about, checked, next, here, asked })
}

/// The name of what the list is narrowed to.
fn about(room: &mut Room<'_>, asked: &Asked) -> Result<Option<String>, Problem> {
    if let Some(claim) = asked.claim {
        let claim = claims::find(room.c, claim)?.ok_or_else(|| Problem::not_found("claim"))?;
        let label = room.words.with("happened-claim", &[("number", Arg::from(i64::from(claim.number)))]);
        return Ok(Some(room.words.labelled(&label, &claim.statement)));
    }
    if let Some(article) = asked.article {
        return Ok(Some(articles::find_article(room.c, article)?.ok_or_else(|| Problem::not_found("article"))?.title));
    }
    Ok(None)
}

/// Recomputes the chain of the article, or the desk's own.
fn check(room: &mut Room<'_>, asked: &Asked) -> Result<Checked, Problem> {
    room.acting().require(Permission::Administer)?;
    let chain = asked.article.map_or(ChainId::DESK, chain_of);
    let report = history::verify_chain(room.c, chain)?;
    let w = &room.words;
    Ok(match report.broken {
        None => Checked { whole: true, sentence: w.n("history-whole", report.lines) },
        Some(broken) if broken.kind == BreakKind::Missing => Checked { whole: false, sentence: w.t("history-broken-missing").into_owned() },
        Some(broken) => {
            let key = format!("history-broken-{}", broken.kind.code());
            Checked { whole: false, sentence: w.with(&key, &[("line", Arg::from(broken.seq))]) }
        }
    })
}

/// Takes one step back.
pub async fn undo(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let event: EventId = id(&path, "line-of-history")?;
        let back = if is_local(form.get("next")) { form.get("next") } else { "/history" };
        let acting = room.acting();
        match deed::undo(room.c, &acting, event) {
            Ok(()) => Ok(done(back, "undone")),
            Err(error) => refused(room, event, error.into(), back),
        }
    })
    .await
}

/// Says why a step could not be taken back, what it was, and where to go on.
fn refused(room: &mut Room<'_>, event: EventId, problem: Problem, back: &str) -> Result<Answer, Problem> {
    let Some(line) = history::find(room.c, event)?.filter(|_| problem.reference.is_none()) else { return Err(problem) };
    let w = room.words.clone();
    let claim = line.claim_id;
    let lines = happened::tell(room, std::slice::from_ref(&line))?;
    let sentence = problem.sentence(&w);
    let shell = room.shell(w.t("history-refused-title"), "history");
    html_with(problem.status, &RefusedPage { shell, w, sentence, lines, back: back.to_owned(), claim })
}
