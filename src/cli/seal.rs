//! What a report file proves by itself, by its hash, its signature and the hash of the report before it: no database,
//! no network.

use super::failure::Failure;
use super::terminal::{Output, read_file, shown};
use crate::report::{PublicKey, ReportFile, SealStanding};

/// Most bytes of a file with a key.
const MOST: usize = 16 * 1024;

/// The key that was given: itself, or a file with it.
pub fn key(given: &str) -> Result<PublicKey, Failure> {
    if let Some(key) = PublicKey::read(given) {
        return Ok(key);
    }
    let bytes = read_file(given, MOST)?;
    let text = String::from_utf8_lossy(&bytes);
    PublicKey::read(&text).ok_or_else(|| format!("{} holds no public key; the desk's page /key gives it", shown(given)).into())
}

/// What a file is, in words.
pub fn named(file: &ReportFile) -> String {
    let title = shown(&file.report.article.title);
    match file.number() {
        Some(number) => format!("Report {number} on “{title}”"),
        None => format!("The report on “{title}”"),
    }
}

/// Says what a file proves by itself, and what it does not; whether nothing in it was changed.
pub fn tell(out: &mut Output, file: &ReportFile, key: Option<&PublicKey>) -> Result<bool, Failure> {
    let name = named(file);
    let Some(frozen) = &file.report.frozen else {
        out.line(&format!("{name}: it was exported without being frozen, so it carries nothing by which a change could be told."))?;
        return Ok(false);
    };
    let standing = file.seal(key);
    out.line(&format!(
        "{name}: {}.",
        match standing {
            SealStanding::Fits if key.is_some() => "it says just what was signed with the key that was given",
            SealStanding::Fits => "it says just what was signed with the key that it names",
            SealStanding::OtherKey => "it was signed with another key than the one that was given",
            SealStanding::Broken => "its signature does not fit what it says; the file was changed, or never signed by that key",
            SealStanding::Missing => "it carries no signature, so nothing but its desk can tell whether it was changed",
        }
    ))?;
    out.line(&format!("SHA-256 of what it says: {}", file.sha256))?;
    if let Some(own) = file.key() {
        out.line(&format!("Key that it names: {} (fingerprint {})", own.hex(), own.fingerprint()))?;
    }
    match &frozen.previous {
        Some(previous) => out.line(&format!("Before it: report {}, SHA-256 {}", previous.number, shown(&previous.sha256)))?,
        None if file.key().is_some() => out.line("Before it: no report on this article")?,
        None => {}
    }
    if standing == SealStanding::Fits {
        out.line("Proven: since it was signed, not one character of it was changed, and the report before it can't be exchanged unseen.")?;
        if key.is_none() {
            out.line("Not proven: whose key that is. Compare it with the page /key of the desk, and give it with --key.")?;
        }
        out.line("Not proven: that it is the last report on the article, when it was signed, or that what it says is true.")?;
    }
    Ok(standing == SealStanding::Fits)
}

/// Says of each file whether it is the one that another names as the report before it; whether all are.
pub fn tell_order(out: &mut Output, files: &[ReportFile]) -> Result<bool, Failure> {
    let mut whole = true;
    for later in files {
        for (earlier, fits) in files.iter().filter_map(|earlier| Some((earlier, earlier.comes_before(later)?))) {
            whole &= fits;
            let how = if fits { "it is the one named" } else { "it is not the one named" };
            out.line(&format!("{} names the report before it by its hash: {} is given, and {how}.", named(later), named(earlier)))?;
        }
    }
    Ok(whole)
}
