//! From bytes to a [`Report`], losing nothing: what this version does not know is refused, not dropped. Pure.

use super::{Misfit, MisfitKind};
use crate::report::verify::without_mark;
use crate::report::{Report, ReportFile, SCHEMA, SealStanding, schema};
use serde_json::Value;

/// Whether bytes are a report, or were meant to be one: a JSON object. No article begins like that.
pub fn is_report(bytes: &[u8]) -> bool {
    let rest = without_mark(bytes).trim_ascii_start();
    rest.strip_prefix(b"{").is_some_and(|rest| matches!(rest.trim_ascii_start().first(), Some(b'"' | b'}')))
}

/// Reads a report and the hash of what it says. The hash is that of the canonical form, so white space and the order of
/// fields make no difference, and of a frozen report it is the one under which it was frozen.
pub(super) fn read(bytes: &[u8]) -> Result<ReportFile, Misfit> {
    let bytes = without_mark(bytes);
    let value: Value = serde_json::from_slice(bytes).map_err(|error| unreadable(String::new(), &error))?;
    // First of all, so that a later form is called so and not broken.
    if value.get("schema").and_then(Value::as_u64).is_some_and(|number| number > u64::from(SCHEMA)) {
        return Err(Misfit::at("schema", MisfitKind::LaterForm));
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let report: Report = serde_path_to_error::deserialize(&mut reader).map_err(|error| unreadable(place_in(error.path()), error.inner()))?;
    if report.schema != SCHEMA {
        return Err(Misfit::at("schema", MisfitKind::Unreadable));
    }
    if let Some(place) = schema::unknown_field(&value) {
        return Err(Misfit::at(place, MisfitKind::UnknownField));
    }
    if let Some(place) = with_nul(&value, "") {
        return Err(Misfit::at(place, MisfitKind::Nul));
    }
    let file = ReportFile::of(report, value);
    match file.seal(None) {
        SealStanding::Fits | SealStanding::Missing => Ok(file),
        SealStanding::OtherKey | SealStanding::Broken => Err(Misfit::at("signature", MisfitKind::Signature)),
    }
}

fn place_in(path: &serde_path_to_error::Path) -> String {
    let path = path.to_string();
    if path == "." { String::new() } else { path }
}

fn unreadable(place: String, error: &serde_json::Error) -> Misfit {
    Misfit { place, kind: MisfitKind::Unreadable, detail: error.to_string() }
}

/// The first text that holds NUL.
fn with_nul(value: &Value, path: &str) -> Option<String> {
    match value {
        Value::String(text) => text.contains('\0').then(|| path.to_owned()),
        Value::Array(items) => items.iter().enumerate().find_map(|(n, item)| with_nul(item, &format!("{path}[{n}]"))),
        Value::Object(map) => map.iter().find_map(|(name, item)| with_nul(item, &if path.is_empty() { name.clone() } else { format!("{path}.{name}") })),
        _ => None,
    }
}
