//! What a form sent: pairs of names and texts, as typed, and a file where one was sent.

use super::{Desk, PageError, Problem, Visit};
use actix_multipart::Multipart;
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::web::{self, Bytes};
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;
use std::future::Future;
use std::pin::Pin;

/// A file that was sent with a form.
#[derive(Clone, Debug, Default)]
pub struct SentFile {
    /// Its name.
    pub name: String,
    /// Its media type, as the browser says.
    pub media_type: Option<String>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What a form sent.
#[derive(Clone, Debug, Default)]
pub struct FormData {
    pairs: Vec<(String, String)>,
    /// The file, if one with content was sent.
    pub file: Option<SentFile>,
}

impl FormData {
    /// Reads `application/x-www-form-urlencoded`, or a query string.
    pub fn read(bytes: &[u8]) -> Self {
        Self { pairs: url::form_urlencoded::parse(bytes).into_owned().collect(), file: None }
    }

    /// The text of a field; empty where it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Whether a field was sent.
    pub fn has(&self, name: &str) -> bool {
        self.pairs.iter().any(|(key, _)| key == name)
    }

    /// All texts of a field that may be sent several times.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.has(name)
    }

    /// The same form with one more field.
    #[must_use]
    pub fn and(mut self, name: &str, value: impl Into<String>) -> Self {
        self.pairs.push((name.to_owned(), value.into()));
        self
    }

    /// All pairs.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// A field as a parsed value, where it has one.
    pub fn parse<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name).trim().parse().ok()
    }

    /// Reads `multipart/form-data` up to `most` bytes. A file that goes beyond is left out, and what is left of the form is
    /// read to its end, up to `drain` bytes, so that the browser gets to read the answer.
    ///
    /// # Errors
    /// [`Problem`] 413 where it is larger, 400 where it can't be read.
    async fn read_parts(mut parts: Multipart, most: usize, drain: usize) -> Result<Upload, Problem> {
        let mut form = Self::default();
        let (mut total, mut typed, mut too_large) = (0, 0, false);
        while let Some(part) = parts.next().await {
            let mut part = part.map_err(|_| Problem::bad_request("form_unreadable"))?;
            let name = part.name().unwrap_or_default().to_owned();
            let file_name = part.content_disposition().and_then(|d| d.get_filename()).map(str::to_owned);
            let media_type = part.content_type().map(ToString::to_string);
            let mut bytes = Vec::new();
            while let Some(chunk) = part.next().await {
                let chunk: Bytes = chunk.map_err(|_| Problem::bad_request("form_unreadable"))?;
                total += chunk.len();
                typed += if file_name.is_none() { chunk.len() } else { 0 };
                if total > drain || typed > most {
                    return Err(Problem::too_large(most));
                }
                if bytes.len() + chunk.len() <= most {
                    bytes.extend_from_slice(&chunk);
                } else {
                    too_large = true;
                }
            }
            if too_large {
                bytes = Vec::new();
            }
            match file_name {
                Some(file) if !bytes.is_empty() => form.file = Some(SentFile { name: file, media_type, bytes }),
                Some(_) => {}
                None => form.pairs.push((name, String::from_utf8_lossy(&bytes).into_owned())),
            }
        }
        Ok(Upload { form, too_large })
    }
}

/// A form with a file, for handlers that show it again where the file is too large: what was typed is kept.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    /// The form, without the file where it is too large.
    pub form: FormData,
    /// Whether the file is too large.
    pub too_large: bool,
}

/// How many times the allowed size of an upload is read to its end before the connection is given up.
const DRAIN: usize = 8;

impl FromRequest for FormData {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    /// Reads the body as a form of either kind, up to the desk's limit.
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            match upload(&request, payload, 1, 1).await? {
                Upload { too_large: true, .. } => Err(refusal(&request, Problem::too_large(desk_of(&request)?.settings.limits.bytes)).await),
                Upload { form, .. } => Ok(form),
            }
        })
    }
}

impl FromRequest for Upload {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    /// Reads the body as a form of either kind. The fields may have as much again as a file may, and a report three times
    /// as much: whether a text is too long is said in the form itself.
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move { upload(&request, payload, 3, DRAIN).await })
    }
}

/// Reads a form of at most `share` times the desk's limit, the rest of one with too large a file up to `drain` times.
async fn upload(request: &HttpRequest, mut payload: Payload, share: usize, drain: usize) -> Result<Upload, actix_web::Error> {
    let most = desk_of(request)?.settings.limits.bytes;
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let read = if kind.starts_with("multipart/form-data") {
        match Multipart::from_request(request, &mut payload).await {
            Ok(parts) => FormData::read_parts(parts, most.saturating_mul(share), most.saturating_mul(drain)).await,
            Err(_) => Err(Problem::bad_request("form_unreadable")),
        }
    } else {
        // In this form a byte of text takes up to three.
        match read_body(payload, most.saturating_mul(3 * share)).await {
            Ok(bytes) => Ok(Upload { form: FormData::read(&bytes), too_large: false }),
            Err(problem) => Err(problem),
        }
    };
    match read {
        Ok(upload) => Ok(upload),
        Err(problem) if problem.code == "too_large" => Err(refusal(request, Problem::too_large(most)).await),
        Err(problem) => Err(refusal(request, problem).await),
    }
}

/// A problem with a form as the page that says so.
async fn refusal(request: &HttpRequest, problem: Problem) -> actix_web::Error {
    let (desk, visit) = match (desk_of(request), Visit::extract(request).await) {
        (Ok(desk), Ok(visit)) => (desk, visit),
        (Err(error), _) | (_, Err(error)) => return error,
    };
    let words = desk.words(&visit);
    PageError { problem, words }.into()
}

/// The desk that a request was sent to.
pub(super) fn desk_of(request: &HttpRequest) -> Result<web::Data<Desk>, actix_web::Error> {
    request.app_data::<web::Data<Desk>>().cloned().ok_or_else(|| actix_web::error::ErrorInternalServerError("no desk"))
}

/// Reads a body of at most `most` bytes.
///
/// # Errors
/// [`Problem`] 413 where it is larger, 400 where the connection broke.
pub(super) async fn read_body(mut payload: Payload, most: usize) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Problem::bad_request("form_unreadable"))?;
        if bytes.len() + chunk.len() > most {
            return Err(Problem::too_large(most));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}
