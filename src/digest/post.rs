//! Handing a letter to the mail server, step by step, so that it is known what a failure means: before the letter itself
//! leaves, nothing was sent; once it has left, only the server's answer says whether it was taken.

use super::letter::Letter;
use crate::config::{MailSettings, Security};
use crate::db::StoreError;
use chrono::{DateTime, NaiveDate, Utc};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::{Address, Message};
use std::time::Duration;

/// How long the server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why a letter was not sent.
#[derive(Debug)]
pub(super) enum Failure {
    /// The server can't be reached, or does not let the desk in: no letter can be sent.
    Unreachable(String),
    /// This letter was not taken.
    Refused(String),
    /// The connection broke after the letter had left.
    Unsure(String),
    /// Somebody else has this digest by now; nothing was sent.
    Lost,
    /// The database failed; nothing was sent.
    Store(StoreError),
}

/// A way to the mail server, opened with the first letter.
pub(super) struct Post<'m> {
    mail: &'m MailSettings,
    connection: Option<SmtpConnection>,
}

impl<'m> Post<'m> {
    pub fn new(mail: &'m MailSettings) -> Self {
        Self { mail, connection: None }
    }

    /// The part of the sender's address behind the `@`.
    fn domain(&self) -> String {
        self.mail.from.parse::<Mailbox>().map_or_else(|_| "localhost".to_owned(), |from| from.email.domain().to_owned())
    }

    /// A letter as it goes over the line. Its id is that of the person and the day, however often it is tried.
    pub fn message(&self, letter: &Letter, person: &str, day: NaiveDate, now: DateTime<Utc>) -> Result<Message, Failure> {
        let refused = |error: &dyn std::fmt::Display| Failure::Refused(error.to_string());
        let from: Mailbox = self.mail.from.parse().map_err(|error| refused(&error))?;
        let to: Address = letter.email.parse().map_err(|error| refused(&error))?;
        let automatic = HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned());
        Message::builder()
            .from(from)
            .to(Mailbox::new(Some(letter.name.clone()), to))
            .subject(&letter.subject)
            .date(now.into())
            .message_id(Some(format!("<digest.{day}.{person}@{}>", self.domain())))
            .raw_header(automatic)
            .multipart(MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone()))
            .map_err(|error| refused(&error))
    }

    /// Hands a letter over. `leaves` is asked just before its first byte goes out, and may stop it.
    pub fn hand_over(&mut self, message: &Message, leaves: impl FnOnce() -> Result<bool, StoreError>) -> Result<(), Failure> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.open().map_err(|error| Failure::Unreachable(error.to_string()))?,
        };
        let letter = message.formatted();
        if let Err(error) = address(&mut connection, message, letter.is_ascii()) {
            connection.abort();
            // A server that answers may take the next one; one that is gone does not.
            let answered = error.is_permanent() || error.is_transient() || error.is_client();
            return Err(if answered { Failure::Refused(error.to_string()) } else { Failure::Unreachable(error.to_string()) });
        }
        match leaves() {
            Ok(true) => {}
            Ok(false) => {
                connection.abort();
                return Err(Failure::Lost);
            }
            Err(error) => {
                connection.abort();
                return Err(Failure::Store(error));
            }
        }
        match connection.message(&letter) {
            Ok(_) => {
                self.connection = Some(connection);
                Ok(())
            }
            Err(error) => {
                connection.abort();
                let answered = error.is_permanent() || error.is_transient();
                Err(if answered { Failure::Refused(error.to_string()) } else { Failure::Unsure(error.to_string()) })
            }
        }
    }

    fn open(&self) -> Result<SmtpConnection, Error> {
        let server = &self.mail.server;
        let me = ClientId::Domain(self.domain());
        let tls = || TlsParameters::new(server.host.clone());
        let wrapped = if server.security == Security::Tls { Some(tls()?) } else { None };
        let mut connection = SmtpConnection::connect((server.host.as_str(), server.port), Some(PATIENCE), &me, wrapped.as_ref(), None)?;
        let wanted = match server.security {
            Security::StartTls => true,
            Security::WhereOffered => connection.can_starttls(),
            Security::None | Security::Tls => false,
        };
        if wanted {
            connection.starttls(&tls()?, &me)?;
        }
        if let Some((name, password)) = &server.login {
            connection.auth(&[Mechanism::Plain, Mechanism::Login], &Credentials::new(name.clone(), password.clone()))?;
        }
        Ok(connection)
    }
}

impl Drop for Post<'_> {
    fn drop(&mut self) {
        if let Some(mut connection) = self.connection.take() {
            let _ = connection.quit();
        }
    }
}

/// Says from whom and to whom a letter is, and that it follows.
fn address(connection: &mut SmtpConnection, message: &Message, plain: bool) -> Result<(), Error> {
    let envelope = message.envelope();
    let mut wishes = Vec::new();
    let beyond_ascii = |address: &Address| !AsRef::<str>::as_ref(address).is_ascii();
    if envelope.from().into_iter().chain(envelope.to()).any(beyond_ascii) && connection.server_info().supports_feature(Extension::SmtpUtfEight) {
        wishes.push(MailParameter::SmtpUtfEight);
    }
    if !plain && connection.server_info().supports_feature(Extension::EightBitMime) {
        wishes.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    connection.command(Mail::new(envelope.from().cloned(), wishes))?;
    for to in envelope.to() {
        connection.command(Rcpt::new(to.clone(), Vec::new()))?;
    }
    connection.command(Data)?;
    Ok(())
}
