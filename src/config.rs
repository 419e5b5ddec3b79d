//! The settings of a server: flags first, then the environment, then `corroborate.toml`.

use serde::Deserialize;
use std::path::Path;

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
