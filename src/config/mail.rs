//! Where e-mail goes out, from whom, and when digests do.

use chrono::NaiveTime;
use std::net::IpAddr;
use url::{Host, Url};

/// When digests go out where nothing else is said.
const USUAL_TIME: (u32, u32) = (6, 0);

/// How e-mail leaves the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailSettings {
    /// The server that takes it.
    pub server: SmtpServer,
    /// From whom it is: an address, or a name and an address in angle brackets.
    pub from: String,
    /// At what time of the day digests go out, in UTC.
    pub digest_at: NaiveTime,
}

/// A server that takes e-mail.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpServer {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How what goes to it is kept from others.
    pub security: Security,
    /// Name and password, where it asks for them.
    pub login: Option<(String, String)>,
}

/// How what goes to a server is kept from others on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// Not at all.
    None,
    /// By STARTTLS where the server offers it.
    WhereOffered,
    /// By STARTTLS, or nothing is sent.
    StartTls,
    /// By TLS from the first byte.
    Tls,
}

// The password goes into no log.
impl std::fmt::Debug for SmtpServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let login = self.login.as_ref().map(|(name, _)| name);
        f.debug_struct("SmtpServer").field("host", &self.host).field("port", &self.port).field("security", &self.security).field("login", &login).finish()
    }
}

impl SmtpServer {
    /// Reads `smtp://` or `smtps://`, with `USER:PASSWORD@` before the host where the server asks for them.
    ///
    /// `smtp://` uses STARTTLS where the server offers it, and insists on it where a password is sent; to this machine itself
    /// it uses none. `?tls=required` insists in any case, `?tls=none` never uses it.
    ///
    /// # Errors
    /// A sentence that says what is wrong, without the password.
    pub fn parse(address: &str) -> Result<Self, String> {
        let wrong = |why: &str| format!("the address of the mail server can't be used: {why}. It is written smtp://USER:PASSWORD@HOST:PORT or smtps://…");
        let url = Url::parse(address).map_err(|_| wrong("it is no address"))?;
        let host = url.host().ok_or_else(|| wrong("it names no host"))?;
        let wish = url.query_pairs().find(|(name, _)| name == "tls").map(|(_, value)| value.into_owned());
        let login = match (plain(url.username()), url.password().map(plain)) {
            (name, None) if name.is_empty() => None,
            (name, Some(password)) if !name.is_empty() => Some((name, password)),
            (_, None) => return Err(wrong("there is a user without a password")),
            _ => return Err(wrong("there is a password without a user")),
        };
        let security = match (url.scheme(), wish.as_deref()) {
            ("smtps", None) => Security::Tls,
            ("smtp", Some("required")) => Security::StartTls,
            ("smtp", Some("none")) => Security::None,
            ("smtp", None) if is_here(&host) => Security::None,
            ("smtp", None) if login.is_some() => Security::StartTls,
            ("smtp", None) => Security::WhereOffered,
            ("smtp", _) => return Err(wrong("tls is “required” or “none”")),
            ("smtps", _) => return Err(wrong("smtps:// says all there is to say of TLS")),
            _ => return Err(wrong("it begins with neither smtp:// nor smtps://")),
        };
        let usual = match security {
            Security::Tls => 465,
            Security::StartTls => 587,
            Security::None | Security::WhereOffered => 25,
        };
        Ok(Self { host: host.to_string().trim_matches(['[', ']']).to_owned(), port: url.port().unwrap_or(usual), security, login })
    }
}

/// Whether a host is this machine itself.
fn is_here(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

/// A part of an address with its `%XX` read.
fn plain(part: &str) -> String {
    let kept = part.replace('+', "%2B").replace('&', "%26").replace('=', "%3D");
    url::form_urlencoded::parse(kept.as_bytes()).next().map(|(text, _)| text.into_owned()).unwrap_or_default()
}

impl MailSettings {
    /// Puts the settings of e-mail together; nothing where there is no server.
    ///
    /// # Errors
    /// A sentence that says which setting is missing or can't be used.
    pub fn gather(server: Option<&str>, from: Option<&str>, at: Option<&str>, public_url: Option<&str>) -> Result<Option<Self>, String> {
        let digest_at = match at {
            Some(text) => {
                NaiveTime::parse_from_str(text.trim(), "%H:%M").map_err(|_| format!("the time of digests is written HH:MM, in UTC; it is “{text}”"))?
            }
            None => NaiveTime::from_hms_opt(USUAL_TIME.0, USUAL_TIME.1, 0).unwrap_or_default(),
        };
        let Some(server) = server.filter(|server| !server.is_empty()) else { return Ok(None) };
        let server = SmtpServer::parse(server)?;
        let site = public_url.and_then(|url| Url::parse(url).ok());
        let site = site.ok_or("e-mail needs the public address of the desk, because its links lead there: set --public-url, or CORROBORATE_PUBLIC_URL")?;
        let from = match from.filter(|from| !from.is_empty()) {
            Some(from) => from.to_owned(),
            None => format!("corroborate@{}", site.host_str().unwrap_or("localhost").trim_matches(['[', ']'])),
        };
        if from.parse::<lettre::message::Mailbox>().is_err() {
            return Err(format!("the sender of e-mail can't be used: “{from}” is no mail address. Set --mail-from, or CORROBORATE_MAIL_FROM"));
        }
        Ok(Some(Self { server, from, digest_at }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> (String, u16, Security, Option<(String, String)>) {
        let server = SmtpServer::parse(address).unwrap();
        (server.host, server.port, server.security, server.login)
    }

    #[test]
    fn addresses_of_servers_are_read() {
        let login = |name: &str, password: &str| Some((name.to_owned(), password.to_owned()));
        assert_eq!(read("smtp://mail.desk.example"), ("mail.desk.example".to_owned(), 25, Security::WhereOffered, None));
        assert_eq!(read("smtp://localhost:2525"), ("localhost".to_owned(), 2525, Security::None, None));
        assert_eq!(read("smtp://127.0.0.1"), ("127.0.0.1".to_owned(), 25, Security::None, None));
        assert_eq!(read("smtp://[::1]:1025"), ("::1".to_owned(), 1025, Security::None, None));
        // A password never goes over an open line, unless that is said.
        assert_eq!(read("smtp://ana:a%40b%2F+c@mail.example"), ("mail.example".to_owned(), 587, Security::StartTls, login("ana", "a@b/+c")));
        assert_eq!(read("smtp://ana:x@mail.example:25?tls=none"), ("mail.example".to_owned(), 25, Security::None, login("ana", "x")));
        assert_eq!(read("smtp://mail.example?tls=required"), ("mail.example".to_owned(), 587, Security::StartTls, None));
        assert_eq!(read("smtps://ana%40desk.example:x@mail.example"), ("mail.example".to_owned(), 465, Security::Tls, login("ana@desk.example", "x")));
    }

    #[test]
    fn what_is_no_address_is_refused_without_the_password() {
        for wrong in
            ["", "mail.example", "http://mail.example", "smtp://", "smtp://ana@mail.example", "smtp://mail.example?tls=maybe", "smtps://m.example?tls=none"]
        {
            assert!(SmtpServer::parse(wrong).is_err(), "{wrong}");
        }
        let error = SmtpServer::parse("smtp://ana:secret@mail.example?tls=perhaps").unwrap_err();
        assert!(!error.contains("secret"), "{error}");
        let server = SmtpServer::parse("smtp://ana:secret@mail.example").unwrap();
        assert!(!format!("{server:?}").contains("secret"));
    }

    #[test]
    fn what_is_missing_is_said() {
        let site = Some("https://desk.example/");
        assert_eq!(MailSettings::gather(None, None, None, None), Ok(None));
        let usual = MailSettings::gather(Some("smtp://localhost"), None, None, site).unwrap().unwrap();
        assert_eq!((usual.from.as_str(), usual.digest_at.to_string().as_str()), ("corroborate@desk.example", "06:00:00"));
        let own = MailSettings::gather(Some("smtp://localhost"), Some("The Desk <desk@paper.example>"), Some("17:30"), site).unwrap().unwrap();
        assert_eq!((own.from.as_str(), own.digest_at.to_string().as_str()), ("The Desk <desk@paper.example>", "17:30:00"));
        assert!(MailSettings::gather(Some("smtp://localhost"), None, None, None).unwrap_err().contains("public address"));
        assert!(MailSettings::gather(Some("smtp://localhost"), Some("nobody"), None, site).unwrap_err().contains("nobody"));
        assert!(MailSettings::gather(Some("smtp://localhost"), None, Some("noon"), site).unwrap_err().contains("noon"));
    }
}
