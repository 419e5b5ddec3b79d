//! The whole application on a desk, asked as browsers and programs ask it: `app.editor().await.get("/claims")`.

use super::{Desk, Stage, Stream, TestDb, start};
use actix_http::Request;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::header::HeaderMap;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{Error, HttpResponse, body, test};
use corroborate::account::{Acting, api_token, sign_in};
use corroborate::clock::Clock;
use corroborate::db::column::At;
use corroborate::intake::read::Limits;
use corroborate::web::{WebSettings, app::app};
use corroborate::wording::Catalogue;
use serde_json::Value;
use std::cell::OnceCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

type Answering = Pin<Box<dyn Future<Output = HttpResponse>>>;
type Asked = Rc<dyn Fn(Request) -> Answering>;

/// What the application answered.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body; bytes that are no text show as such.
    pub body: String,
    /// How many bytes of it were sent.
    pub length: usize,
}

impl Reply {
    /// The same reply, which must have this status.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }

    /// The same reply, whose body must have these words.
    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(self.body.contains(words), "“{words}” is not in\n{}", self.body);
        self
    }

    /// The same reply, whose body must not have these words.
    #[track_caller]
    pub fn does_not_say(self, words: &str) -> Self {
        assert!(!self.body.contains(words), "“{words}” is in\n{}", self.body);
        self
    }

    /// A header; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where it leads to.
    #[track_caller]
    pub fn leads_to(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        self.header("location")
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("no JSON ({e}): {}", self.body))
    }
}

/// The application with its desk.
pub struct App {
    /// The people and things on it.
    pub desk: Desk,
    /// What its handlers share.
    pub web: corroborate::web::Desk,
    asked: OnceCell<Asked>,
}

impl Stage for App {
    fn on(test_db: TestDb) -> Self {
        Self::with(test_db, WebSettings::default())
    }
}

impl App {
    /// An application with other settings than the usual ones.
    pub fn with(test_db: TestDb, settings: WebSettings) -> Self {
        let desk = Desk::on(test_db);
        let catalogue = Arc::new(Catalogue::embedded().unwrap());
        let web = corroborate::web::Desk::new(desk.db(), catalogue, Clock::Fixed(start()), desk.ids.clone(), settings);
        Self { desk, web, asked: OnceCell::new() }
    }

    /// Settings with small limits on texts.
    pub fn limited(bytes: usize, chars: usize) -> WebSettings {
        WebSettings { limits: Limits { bytes, chars }, ..WebSettings::default() }
    }

    /// Another server on the same database, with another pool, as another process has it.
    pub fn another(&self) -> Self {
        let mut other = Self::with(self.desk.test_db.shared(), WebSettings::default());
        // They make different ids, as processes do.
        other.desk.ids = self.desk.ids.clone();
        other.web.ids = self.desk.ids.clone();
        other
    }

    async fn ask(&self, request: Request) -> Reply {
        reply(self.answer(request).await).await
    }

    async fn answer(&self, request: Request) -> HttpResponse {
        let asked = if let Some(asked) = self.asked.get() {
            asked.clone()
        } else {
            let service = Rc::new(test::init_service(app(self.web.clone())).await);
            let asked: Asked = Rc::new(move |request| {
                let service = service.clone();
                Box::pin(async move { answered(service.call(request).await) })
            });
            self.asked.get_or_init(|| asked).clone()
        };
        asked(request).await
    }

    /// Somebody who is not signed in.
    pub fn anonymous(&self) -> Visitor<'_> {
        Visitor { app: self, cookie: None, csrf: String::new(), bearer: None }
    }

    /// A browser in which this person is signed in.
    pub fn browser_of(&self, who: &Acting) -> Visitor<'_> {
        let mut c = self.web.db.get().unwrap();
        let person = corroborate::account::store::find_person(&mut c, who.id.unwrap()).unwrap().unwrap();
        let now = At(start());
        let secret = sign_in::begin_session(&mut c, &person, "Test browser", now, &self.web.ids).unwrap();
        let (session, _) = sign_in::resume(&mut c, secret.expose(), now).unwrap().unwrap();
        Visitor { app: self, cookie: Some(secret.expose().to_owned()), csrf: session.csrf, bearer: None }
    }

    /// The same browser as before: one that was left to change the desk beside it.
    pub fn browser_again(&self, (cookie, csrf): &(String, String)) -> Visitor<'_> {
        Visitor { app: self, cookie: Some(cookie.clone()), csrf: csrf.clone(), bearer: None }
    }

    /// A program with a token of this person.
    pub fn program_of(&self, who: &Acting) -> Visitor<'_> {
        let mut c = self.web.db.get().unwrap();
        let (_, secret) = api_token::make_token(&mut c, who, who.id.unwrap(), "A test", None).unwrap();
        Visitor { app: self, cookie: None, csrf: String::new(), bearer: Some(secret.expose().to_owned()) }
    }

    /// A browser of a viewer.
    pub fn viewer(&mut self) -> Visitor<'_> {
        let who = self.desk.viewer("Vera Viewer");
        self.browser_of(&who)
    }

    /// A browser of a reviewer.
    pub fn reviewer(&mut self) -> Visitor<'_> {
        let who = self.desk.reviewer("Ron Reviewer");
        self.browser_of(&who)
    }

    /// A browser of an editor.
    pub fn editor(&mut self) -> Visitor<'_> {
        let who = self.desk.editor("Eva Editor");
        self.browser_of(&who)
    }

    /// A browser of an admin.
    pub fn admin(&mut self) -> Visitor<'_> {
        let who = self.desk.admin("Ada Admin");
        self.browser_of(&who)
    }

    /// How many statements the database is sent while something is asked. The least of three times: what is kept for a
    /// moment may have to be read again at any of them.
    pub async fn queries_of(&self, asking: impl AsyncFn()) -> u64 {
        let mut least = u64::MAX;
        for _ in 0..3 {
            let before = self.web.db.queries();
            asking().await;
            least = least.min(self.web.db.queries() - before);
        }
        least
    }
}

fn answered<B: body::MessageBody + 'static>(answered: Result<ServiceResponse<B>, Error>) -> HttpResponse {
    match answered {
        Ok(response) => response.into_parts().1.map_into_boxed_body(),
        Err(error) => error.error_response(),
    }
}

async fn reply(response: HttpResponse) -> Reply {
    let (status, headers) = (response.status(), response.headers().clone());
    let bytes = body::to_bytes(response.into_body()).await.unwrap_or_else(|_| panic!("the body broke off"));
    Reply { status, headers, body: String::from_utf8_lossy(&bytes).into_owned(), length: bytes.len() }
}

/// Somebody who asks: a browser, a program, or nobody in particular.
#[derive(Clone)]
pub struct Visitor<'a> {
    app: &'a App,
    cookie: Option<String>,
    csrf: String,
    bearer: Option<String>,
}

impl Visitor<'_> {
    fn request(&self, method: Method, path: &str) -> test::TestRequest {
        let mut request = test::TestRequest::with_uri(path).method(method).peer_addr(std::net::SocketAddr::from(([127, 0, 0, 1], 4242)));
        if let Some(cookie) = &self.cookie {
            request = request.insert_header((header::COOKIE, format!("corroborate_session={cookie}")));
        }
        if let Some(bearer) = &self.bearer {
            request = request.insert_header((header::AUTHORIZATION, format!("Bearer {bearer}")));
        }
        request
    }

    /// What makes this browser the same one again: its cookie and its token.
    pub fn session(&self) -> (String, String) {
        (self.cookie.clone().unwrap(), self.csrf.clone())
    }

    /// The token that this visitor's forms carry.
    pub fn csrf(&self) -> &str {
        &self.csrf
    }

    /// The same visitor with a token that no form of theirs ever had.
    pub fn with_csrf(&self, csrf: &str) -> Self {
        Self { csrf: csrf.to_owned(), ..self.clone() }
    }

    /// Gets a page.
    pub async fn get(&self, path: &str) -> Reply {
        self.app.ask(self.request(Method::GET, path).to_request()).await
    }

    /// Opens a stream of events, after the event with this id where one is named.
    pub async fn listen(&self, path: &str, last_event_id: Option<&str>) -> Stream {
        let mut request = self.request(Method::GET, path).insert_header((header::ACCEPT_ENCODING, "gzip"));
        if let Some(id) = last_event_id {
            request = request.insert_header(("last-event-id", id));
        }
        Stream::of(self.app.answer(request.to_request()).await)
    }

    /// Gets a page with further headers.
    pub async fn get_with(&self, path: &str, headers: &[(&'static str, &str)]) -> Reply {
        let request = headers.iter().fold(self.request(Method::GET, path), |request, (name, value)| request.insert_header((*name, *value)));
        self.app.ask(request.to_request()).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &self.csrf);
        form.extend_pairs(fields);
        let request = self.request(Method::POST, path).insert_header((header::CONTENT_TYPE, "application/x-www-form-urlencoded"));
        self.app.ask(request.set_payload(form.finish()).to_request()).await
    }

    /// Sends a form with a file in the field `file`.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], name: &str, media_type: &str, bytes: &[u8]) -> Reply {
        let edge = "edge-of-the-parts";
        let mut body = Vec::new();
        for (key, value) in fields.iter().copied().chain([("csrf", self.csrf.as_str())]) {
            body.extend_from_slice(format!("--{edge}\r\nContent-Disposition: form-data; name=\"{key}\"\r\n\r\n{value}\r\n").as_bytes());
        }
        let head = format!("--{edge}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: {media_type}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(format!("\r\n--{edge}--\r\n").as_bytes());
        let request = self.request(Method::POST, path).insert_header((header::CONTENT_TYPE, format!("multipart/form-data; boundary={edge}")));
        self.app.ask(request.set_payload(body).to_request()).await
    }

    /// Sends JSON to the API, with the CSRF header where a browser asks.
    pub async fn send(&self, method: &str, path: &str, value: &Value) -> Reply {
        self.send_with(method, path, value, &[]).await
    }

    /// Sends JSON to the API with further headers.
    pub async fn send_with(&self, method: &str, path: &str, value: &Value, headers: &[(&'static str, &str)]) -> Reply {
        self.send_bytes(method, path, "application/json", value.to_string().into_bytes(), headers).await
    }

    /// Sends any bytes.
    pub async fn send_bytes(&self, method: &str, path: &str, media_type: &str, bytes: Vec<u8>, headers: &[(&'static str, &str)]) -> Reply {
        let mut request = self.request(method.to_uppercase().parse().unwrap(), path).insert_header((header::CONTENT_TYPE, media_type));
        if self.cookie.is_some() {
            request = request.insert_header(("x-csrf-token", self.csrf.as_str()));
        }
        let request = headers.iter().fold(request, |request, (name, value)| request.insert_header((*name, *value)));
        self.app.ask(request.set_payload(bytes).to_request()).await
    }
}
