//! The settings of a server: flags first, then the environment, then `corroborate.toml`.

mod mail;

pub use mail::{MailSettings, Security, SmtpServer};

use serde::Deserialize;
use std::path::{Path, PathBuf};

/// Where a desk keeps its rows when nothing else is said.
pub const DEFAULT_DATABASE: &str = "sqlite://data/corroborate.db";

/// Settings as they stand in `corroborate.toml`. Every one may be left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FileSettings {
    /// Which database.
    pub database_url: Option<String>,
    /// Where to listen.
    pub bind: Option<String>,
    /// The address under which people reach the desk.
    pub public_url: Option<String>,
    /// Most bytes of an upload.
    pub max_upload_bytes: Option<usize>,
    /// Most Unicode scalar values of an article's text.
    pub max_article_chars: Option<usize>,
    /// Connections to the database.
    pub pool_size: Option<u32>,
    /// Threads that answer requests.
    pub workers: Option<usize>,
    /// The server that takes e-mail.
    pub smtp_url: Option<String>,
    /// From whom e-mail is.
    pub mail_from: Option<String>,
    /// When digests go out.
    pub digest_at: Option<String>,
}

impl FileSettings {
    /// Reads a file; one that is not there gives no settings.
    ///
    /// # Errors
    /// A sentence that names the file and what is wrong in it.
    pub fn read(path: &Path) -> Result<Self, String> {
        match std::fs::read_to_string(path) {
            Ok(text) => toml::from_str(&text).map_err(|e| format!("{} can't be understood: {e}", path.display())),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(e) => Err(format!("{} can't be read: {e}", path.display())),
        }
    }
}

/// Settings that every command takes.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Settings")]
pub struct Flags {
    /// Which database.
    #[arg(
        long,
        global = true,
        hide_env_values = true,
        env = "DATABASE_URL",
        value_name = "URL",
        help = "Which database: sqlite://FILE or postgres://USER@HOST/NAME"
    )]
    pub database_url: Option<String>,
    /// A file of settings.
    #[arg(long, global = true, hide_env_values = true, env = "CORROBORATE_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The address under which people reach the desk, for links and secure cookies.
    #[arg(long, global = true, hide_env_values = true, env = "CORROBORATE_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Most bytes of an upload.
    #[arg(long, global = true, hide_env_values = true, env = "CORROBORATE_MAX_UPLOAD_BYTES", value_name = "N")]
    pub max_upload_bytes: Option<usize>,
    /// Most characters of an article's text.
    #[arg(long, global = true, hide_env_values = true, env = "CORROBORATE_MAX_ARTICLE_CHARS", value_name = "N")]
    pub max_article_chars: Option<usize>,
    /// Connections to the database.
    #[arg(long, global = true, hide_env_values = true, env = "CORROBORATE_POOL_SIZE", value_name = "N")]
    pub pool_size: Option<u32>,
    /// Threads that answer requests.
    #[arg(long, global = true, hide_env_values = true, env = "CORROBORATE_WORKERS", value_name = "N")]
    pub workers: Option<usize>,
    /// The server that takes e-mail.
    #[arg(
        long,
        global = true,
        hide_env_values = true,
        env = "SMTP_URL",
        value_name = "URL",
        help = "The server that takes e-mail: smtp://USER:PASSWORD@HOST:PORT or smtps://…"
    )]
    pub smtp_url: Option<String>,
    /// From whom e-mail is.
    #[arg(long, global = true, hide_env_values = true, env = "CORROBORATE_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// At what time of the day digests go out, as HH:MM in UTC.
    #[arg(long, global = true, hide_env_values = true, env = "CORROBORATE_DIGEST_AT", value_name = "HH:MM")]
    pub digest_at: Option<String>,
}

/// All settings, each from the first place that has it: flag, environment, file, default.
#[derive(Clone, Debug)]
pub struct Config {
    /// Which database, as a URL.
    pub database_url: String,
    /// Where to listen, where the file says so.
    pub bind: Option<String>,
    /// The address under which people reach the desk.
    pub public_url: Option<String>,
    /// Most bytes of an upload.
    pub max_upload_bytes: Option<usize>,
    /// Most characters of an article's text.
    pub max_article_chars: Option<usize>,
    /// Connections to the database.
    pub pool_size: Option<u32>,
    /// Threads that answer requests.
    pub workers: Option<usize>,
    /// How e-mail leaves the desk, where it does.
    pub mail: Option<MailSettings>,
}

impl Config {
    /// Puts flags (which hold the environment already) and the file together.
    ///
    /// # Errors
    /// A sentence that names a file that is missing or faulty, or a setting that can't be.
    pub fn gather(flags: Flags) -> Result<Self, String> {
        let file = match &flags.config {
            Some(path) if !path.exists() => return Err(format!("the file of settings {} is not there", path.display())),
            Some(path) => FileSettings::read(path)?,
            None => FileSettings::read(Path::new("corroborate.toml"))?,
        };
        let public_url = flags.public_url.or(file.public_url).filter(|url| !url.is_empty());
        if let Some(url) = &public_url
            && !url.starts_with("http://")
            && !url.starts_with("https://")
        {
            return Err(format!("the public address must begin with http:// or https://; it is “{url}”"));
        }
        let (smtp, from, at) = (flags.smtp_url.or(file.smtp_url), flags.mail_from.or(file.mail_from), flags.digest_at.or(file.digest_at));
        let mail = MailSettings::gather(smtp.as_deref(), from.as_deref(), at.as_deref(), public_url.as_deref())?;
        let config = Self {
            database_url: flags.database_url.or(file.database_url).filter(|url| !url.is_empty()).unwrap_or_else(|| DEFAULT_DATABASE.to_owned()),
            bind: file.bind,
            public_url,
            max_upload_bytes: flags.max_upload_bytes.or(file.max_upload_bytes),
            max_article_chars: flags.max_article_chars.or(file.max_article_chars),
            pool_size: flags.pool_size.or(file.pool_size),
            workers: flags.workers.or(file.workers),
            mail,
        };
        let zero = [("pool_size", config.pool_size == Some(0)), ("workers", config.workers == Some(0))];
        match zero.iter().find(|(_, zero)| *zero) {
            Some((name, _)) => Err(format!("the setting {name} must be at least 1")),
            None => Ok(config),
        }
    }
}
