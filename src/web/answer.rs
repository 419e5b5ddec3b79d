//! What a handler answers, as plain data: made off the event loop, turned into a response on it.

use super::Problem;
use actix_web::HttpResponse;
use actix_web::body::SizedStream;
use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::web::{self, Bytes};
use askama::Template;
use futures_util::stream::{self, Stream};
use serde::Serialize;
use std::cell::RefCell;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers, beside those that every answer carries.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// Its body.
    pub body: Bytes,
    /// A file that is sent instead.
    pub file: Option<Spooled>,
}

/// A file that is sent piece by piece, from its beginning; to several at a time, each from their own place in it.
#[derive(Clone, Debug)]
pub struct Spooled {
    file: Arc<Mutex<File>>,
    length: u64,
}

/// Bytes of a piece of a file.
const PIECE: usize = 1 << 16;

impl Spooled {
    /// A file with its length.
    pub fn new(file: Arc<Mutex<File>>, length: u64) -> Self {
        Self { file, length }
    }

    /// The pieces, each read off the event loop when the one before was sent.
    fn pieces(self) -> impl Stream<Item = Result<Bytes, std::io::Error>> {
        stream::try_unfold((self.file, 0), |(file, from)| async move {
            let read = web::block(move || piece_of(&file, from).map(|piece| (piece, file)));
            let (piece, file) = read.await.map_err(std::io::Error::other)??;
            let next = from + piece.len() as u64;
            Ok(if piece.is_empty() { None } else { Some((Bytes::from(piece), (file, next))) })
        })
    }
}

/// The piece of a file at a place.
fn piece_of(file: &Mutex<File>, from: u64) -> Result<Vec<u8>, std::io::Error> {
    let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
    let mut piece = Vec::with_capacity(PIECE);
    file.seek(SeekFrom::Start(from))?;
    (&*file).take(PIECE as u64).read_to_end(&mut piece)?;
    Ok(piece)
}

impl Answer {
    /// An answer without headers or body.
    pub fn empty(status: StatusCode) -> Self {
        Self { status, headers: Vec::new(), body: Bytes::new(), file: None }
    }

    /// Bytes of some media type.
    pub fn bytes(media_type: &'static str, body: impl Into<Bytes>) -> Self {
        Self { status: StatusCode::OK, headers: vec![(header::CONTENT_TYPE, HeaderValue::from_static(media_type))], body: body.into(), file: None }
    }

    /// A file of some media type.
    pub fn spooled(media_type: &'static str, file: Spooled) -> Self {
        Self { file: Some(file), ..Self::bytes(media_type, Bytes::new()) }
    }

    /// A value as JSON.
    ///
    /// # Errors
    /// Only where the value can't be JSON, which is a fault of the program.
    pub fn json(status: StatusCode, value: &impl Serialize) -> Result<Self, Problem> {
        let body = serde_json::to_vec(value).map_err(|e| Problem::internal(&e))?;
        Ok(Self { status, ..Self::bytes("application/json", body) }.header(header::CACHE_CONTROL, "no-store"))
    }

    /// The same answer with one more header; a value that can't be one is left out.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.push((name, value));
        }
        self
    }

    /// The same answer as a file of this name that is not opened but kept, and asked for anew each time.
    #[must_use]
    pub fn attached(self, name: &str) -> Self {
        self.header(header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\"")).header(header::CACHE_CONTROL, "no-store")
    }

    /// The same answer with another status.
    #[must_use]
    pub fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// The same answer setting a cookie.
    #[must_use]
    pub fn cookie(self, cookie: &Cookie<'_>) -> Self {
        let value = cookie.encoded().to_string();
        self.header(header::SET_COOKIE, &value)
    }
}

impl From<Answer> for HttpResponse {
    fn from(answer: Answer) -> Self {
        let mut builder = Self::build(answer.status);
        for header in answer.headers {
            builder.append_header(header);
        }
        match answer.file {
            Some(file) => builder.body(SizedStream::new(file.length, file.pieces())),
            None => builder.body(answer.body),
        }
    }
}

/// A rendered page.
pub fn html(page: &impl Template) -> Result<Answer, Problem> {
    html_with(StatusCode::OK, page)
}

/// A rendered page with a status of its own.
pub fn html_with(status: StatusCode, page: &impl Template) -> Result<Answer, Problem> {
    let body = rendered(page).map_err(|e| Problem::internal(&e))?;
    Ok(Answer { status, ..Answer::bytes("text/html; charset=utf-8", body) }.header(header::CACHE_CONTROL, "no-store"))
}

/// Bytes of the page buffer that a thread keeps between pages.
const BUFFER: usize = 1 << 20;

/// Renders into a buffer that its thread keeps, so that a page is copied once and never grows step by step.
fn rendered(page: &impl Template) -> askama::Result<Bytes> {
    thread_local! {
        static PAGE: RefCell<String> = const { RefCell::new(String::new()) };
    }
    PAGE.with_borrow_mut(|buffer| {
        buffer.clear();
        page.render_into(buffer)?;
        let body = Bytes::copy_from_slice(buffer.as_bytes());
        buffer.shrink_to(BUFFER);
        Ok(body)
    })
}

/// To another page after a deed.
pub fn see_other(target: &str) -> Answer {
    Answer::empty(StatusCode::SEE_OTHER).header(header::LOCATION, target)
}

/// To another page after a deed; the page says there what was done (the message `done-…`).
pub fn done(target: &str, code: &str) -> Answer {
    let (page, place) = target.split_once('#').unwrap_or((target, ""));
    let mark = if page.contains('?') { '&' } else { '?' };
    let place = if place.is_empty() { String::new() } else { format!("#{place}") };
    see_other(&format!("{page}{mark}done={code}{place}"))
}

/// Whether a target leads to a page of this site.
pub fn is_local(target: &str) -> bool {
    target.starts_with('/') && !target.starts_with("//") && !target.contains(['\\', '\n', '\r'])
}
