//! What a program sends, and the two ways in which it is answered: [`Desk::read`] and [`Desk::write`].
//!
//! A handler is given the request and a room, once it is known who asks and that their role covers the route. It takes
//! what it needs from the request ([`Request::id`], [`Request::query`], [`Request::json`], [`Request::revision`]),
//! calls a deed, and answers.

use super::ApiError;
use crate::account::{Permission, once};
use crate::db::page::{self, read_cursor};
use crate::db::transact;
use crate::web::form::{desk_of, read_body};
use crate::web::routes::{self, Access};
use crate::web::{Answer, Desk, Problem, Room, Visit};
use actix_web::dev::Payload;
use actix_web::http::header::HeaderName;
use actix_web::http::{Method, StatusCode};
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::future::Future;
use std::pin::Pin;
use std::str::FromStr;

/// Bytes of JSON that one byte of text may take: a letter beyond ASCII is often written as `\uXXXX`.
const BYTES_OF_JSON: usize = 3;

/// What a program sends.
#[derive(Debug)]
pub struct Request {
    visit: Visit,
    method: Method,
    needs: Option<Permission>,
    id: String,
    /// The number in the path, where it has one.
    number: String,
    body: Result<Vec<u8>, Problem>,
}

/// What a handler answers.
pub type Answered = Result<HttpResponse, ApiError>;

impl FromRequest for Request {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let visit = Visit::extract(&request).await?;
            let desk = desk_of(&request)?;
            let writes = !request.method().is_safe();
            // The body of somebody who shows nothing is not even read.
            let shows_something = visit.bearer.is_some() || visit.session.is_some();
            let most = desk.settings.limits.bytes;
            let body = match read_body(payload_if(writes && shows_something, payload), most.saturating_mul(BYTES_OF_JSON)).await {
                Err(problem) if problem.code == "too_large" => Err(Problem::too_large(most)),
                Err(_) => Err(Problem::bad_request("json_unreadable").say("why", crate::web::problem::Say::Text("the connection broke".to_owned()))),
                Ok(body) => Ok(body),
            };
            Ok(Self {
                needs: needs(&request),
                method: request.method().clone(),
                id: request.match_info().get("id").unwrap_or_default().to_owned(),
                number: request.match_info().get("number").unwrap_or_default().to_owned(),
                visit,
                body,
            })
        })
    }
}

fn payload_if(wanted: bool, payload: Payload) -> Payload {
    if wanted { payload } else { Payload::None }
}

/// What the table of routes asks of whoever wants this one.
fn needs(request: &HttpRequest) -> Option<Permission> {
    let pattern = request.match_pattern()?;
    let method = if request.method() == Method::HEAD { "get" } else { request.method().as_str() };
    let route = routes::ROUTES.iter().find(|route| route.path == pattern && route.method.eq_ignore_ascii_case(method))?;
    match route.access {
        Access::May(permission) => Some(permission),
        Access::Open | Access::SignedIn => None,
    }
}

impl Request {
    /// The id in the path; what does not read as one leads nowhere: 404.
    pub fn id<T: FromStr>(&self, what: &'static str) -> Result<T, Problem> {
        self.id.parse().map_err(|_| Problem::not_found(what))
    }

    /// The number in the path; what does not read as one leads nowhere: 404.
    pub fn number(&self, what: &'static str) -> Result<i32, Problem> {
        self.number.parse().map_err(|_| Problem::not_found(what))
    }

    /// The parameters behind the question mark. Unknown ones are refused, because a filter that does nothing is worse than
    /// none. In a question an empty one counts as left out; in a change it does not: what is meant might be much less than
    /// everything.
    pub fn query<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let mut kept = url::form_urlencoded::Serializer::new(String::new());
        let asks = self.method.is_safe();
        kept.extend_pairs(url::form_urlencoded::parse(self.visit.query().as_bytes()).filter(|(_, value)| !(asks && value.is_empty())));
        let kept = kept.finish();
        let pairs = serde_urlencoded::Deserializer::new(url::form_urlencoded::parse(kept.as_bytes()));
        serde_path_to_error::deserialize(pairs).map_err(|error| Problem::unfit(error.path().to_string(), error.inner()))
    }

    /// The body.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let body = self.body.as_ref().map_err(Clone::clone)?;
        // A list would be read as the fields in order, which nobody means.
        if body.trim_ascii_start().first() != Some(&b'{') {
            let value: Value = serde_json::from_slice(body).map_err(|error| unreadable(&error))?;
            return Err(Problem::unfit("body", format!("expected an object, found {}", kind_of(&value))));
        }
        let mut reader = serde_json::Deserializer::from_slice(body);
        let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| match error.inner().classify() {
            serde_json::error::Category::Data => Problem::unfit(place_of(&error), error.inner()),
            _ => unreadable(error.inner()),
        })?;
        reader.end().map_err(|error| unreadable(&error))?;
        Ok(value)
    }

    /// The body as it was sent.
    pub fn bytes(&self) -> Result<&[u8], Problem> {
        self.body.as_deref().map_err(Clone::clone)
    }

    /// The body of a request that may go without one: an empty one counts as `{}`.
    pub fn json_or_nothing<T: DeserializeOwned + Default>(&self) -> Result<T, Problem> {
        match &self.body {
            Ok(body) if body.iter().all(u8::is_ascii_whitespace) => Ok(T::default()),
            _ => self.json(),
        }
    }

    /// The revision that was changed: from the body, or from `If-Match`.
    pub fn revision_if_sent(&self, in_body: Option<i32>) -> Result<Option<i32>, Problem> {
        let in_header = match self.visit.if_match.as_deref().map(str::trim) {
            None | Some("*") => None,
            Some(tag) => Some(tag.trim_start_matches("W/").trim_matches('"').parse().map_err(|_| Problem::bad_request("revision_unreadable"))?),
        };
        match (in_body, in_header) {
            (Some(body), Some(header)) if body != header => Err(Problem::bad_request("revision_unreadable")),
            _ => Ok(in_body.or(in_header)),
        }
    }

    /// The revision that was changed, where the change is refused without one.
    pub fn revision(&self, in_body: Option<i32>) -> Result<i32, Problem> {
        self.revision_if_sent(in_body)?.ok_or_else(|| Problem::new(StatusCode::PRECONDITION_REQUIRED, "revision_needed"))
    }

    /// Whether only the headers of the answer are wanted.
    pub fn asks_for_headers_alone(&self) -> bool {
        self.method == Method::HEAD
    }

    /// The person behind the request may ask for this route.
    fn admits(&self, room: &Room<'_>) -> Result<(), Problem> {
        match self.needs {
            Some(permission) => Ok(room.acting().require(permission)?),
            None => Ok(()),
        }
    }

    /// What was sent, to be shown beside what is there now.
    fn sent(&self) -> Option<Value> {
        serde_json::from_slice(self.body.as_ref().ok()?).ok()
    }
}

/// Where something does not fit: the path to it, and to a field that is missing the path where it should be.
fn place_of(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    let path = error.path().to_string();
    let path = if path == "." { "" } else { &path };
    let sentence = error.inner().to_string();
    let missing = sentence.strip_prefix("missing field `").and_then(|rest| rest.split_once('`')).map(|(name, _)| name);
    match (path, missing) {
        ("", None) => "body".to_owned(),
        ("", Some(name)) => name.to_owned(),
        (path, None) => path.to_owned(),
        (path, Some(name)) => format!("{path}.{name}"),
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

fn unreadable(error: &serde_json::Error) -> Problem {
    Problem::bad_request("json_unreadable").say("why", crate::web::problem::Say::Text(error.to_string()))
}

/// How many rows, and the cursor: checked, for the list whose cursors hold a `K`. More than the most counts as the most.
pub fn paging<K: DeserializeOwned>(limit: Option<i64>, cursor: Option<&str>) -> Result<(i64, Option<K>), Problem> {
    if limit.is_some_and(|limit| limit < 1) {
        return Err(Problem::unfit("limit", "at least 1"));
    }
    let key = cursor.map(|text| read_cursor(text).ok_or_else(|| Problem::bad_request("cursor_unreadable"))).transpose()?;
    Ok((page::limit(limit), key))
}

impl Desk {
    /// Answers a question of a program.
    pub async fn read<F>(&self, request: Request, work: F) -> Answered
    where
        F: FnOnce(&mut Room<'_>, &Request) -> Result<Answer, Problem> + Send + 'static,
    {
        self.call(request.visit.clone(), false, move |room| {
            request.admits(room)?;
            work(room, &request)
        })
        .await
    }

    /// Does what a program asks for; a POST with an `Idempotency-Key` only once.
    pub async fn write<F>(&self, request: Request, work: F) -> Answered
    where
        F: FnOnce(&mut Room<'_>, &Request) -> Result<Answer, Problem> + Send + 'static,
    {
        self.call(request.visit.clone(), true, move |room| {
            request.admits(room)?;
            let done = match &request.visit.idempotency_key {
                Some(key) if request.method == Method::POST => do_once(room, &request, key, work),
                _ => work(room, &request),
            };
            done.map_err(|problem| match problem.current {
                Some(_) => Problem { sent: request.sent().map(Box::new), ..problem },
                None => problem,
            })
        })
        .await
    }
}

/// Does the work and keeps the answer in one transaction; a repeat gets the kept answer.
fn do_once<F>(room: &mut Room<'_>, request: &Request, key: &str, work: F) -> Result<Answer, Problem>
where
    F: FnOnce(&mut Room<'_>, &Request) -> Result<Answer, Problem>,
{
    if !once::is_key(key) {
        return Err(Problem::bad_request("idempotency_key_unfit"));
    }
    let body = request.body.as_ref().map_err(Clone::clone)?;
    let keyed = once::KeyedRequest { person: room.me.id, key, hash: once::hash_of(request.method.as_str(), &request.visit.target, body), now: room.now };
    transact(room.c, |c| match once::begin(c, &keyed)? {
        once::Standing::Other => Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency_mismatch")),
        once::Standing::Done(kept) => answer_again(&kept),
        once::Standing::New => {
            let mut inside = Room { c, words: room.words.clone(), later: None, veil: None, ..*room };
            let answer = work(&mut inside, request)?;
            keep(&mut inside, &keyed, &answer)?;
            Ok(answer)
        }
    })
}

fn keep(room: &mut Room<'_>, keyed: &once::KeyedRequest<'_>, answer: &Answer) -> Result<(), Problem> {
    let header = |(name, value): &(HeaderName, actix_web::http::header::HeaderValue)| Some((name.to_string(), value.to_str().ok()?.to_owned()));
    let headers: Vec<(String, String)> = answer.headers.iter().filter_map(header).collect();
    let body = String::from_utf8(answer.body.to_vec()).map_err(|e| Problem::internal(&e))?;
    Ok(once::keep(room.c, keyed, answer.status.as_u16(), &headers, body)?)
}

fn answer_again(kept: &once::KeptAnswer) -> Result<Answer, Problem> {
    let status = u16::try_from(kept.status).ok().and_then(|status| StatusCode::from_u16(status).ok());
    let status = status.ok_or_else(|| Problem::internal(&format!("a kept answer has the status {}", kept.status)))?;
    let mut answer = Answer { status, headers: Vec::new(), body: kept.body.clone().into(), file: None };
    for (name, value) in kept.header_list() {
        if let Ok(name) = HeaderName::from_str(&name) {
            answer = answer.header(name, &value);
        }
    }
    Ok(answer.header(HeaderName::from_static("idempotency-replayed"), "true"))
}

/// What answers under `/api/` where no route does.
pub async fn nothing_here(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Answered {
    let allowed = routes::methods_of(request.path());
    let words = desk.words(&visit);
    if allowed.is_empty() {
        return Err(ApiError { problem: Problem::not_found("address"), words });
    }
    let problem = Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed");
    let mut response = actix_web::ResponseError::error_response(&ApiError { problem, words });
    let allowed = allowed.join(", ").parse().unwrap_or(actix_web::http::header::HeaderValue::from_static(""));
    response.headers_mut().insert(actix_web::http::header::ALLOW, allowed);
    Ok(response)
}
