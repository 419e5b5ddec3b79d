//! JSON: the whole report, losing nothing but what is confidential.

use super::ExportError;
use serde::Serialize;

pub(super) fn pretty(report: &impl Serialize) -> Result<Vec<u8>, ExportError> {
    let mut bytes = serde_json::to_vec_pretty(report).map_err(|e| ExportError(e.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}
