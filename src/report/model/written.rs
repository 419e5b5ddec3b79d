//! How single fields of the JSON form are written: what has nothing to say is left out. Pure.

use crate::claim::Anchor;
use serde::Serialize;

pub(super) fn exact() -> Anchor {
    Anchor::Exact
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it asks about so")]
pub(super) fn is_exact(anchor: &Anchor) -> bool {
    *anchor == Anchor::Exact
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it asks about so")]
pub(super) fn is_false(value: &bool) -> bool {
    !value
}

/// A whole number is written without a decimal point, as every language writes it: a report is hashed as it is written.
#[expect(clippy::ref_option, clippy::cast_possible_truncation, reason = "serde passes it so; only whole numbers from 0 to 1 are turned")]
pub(super) fn plain_number<S: serde::Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(whole) if whole.fract() == 0.0 => serializer.serialize_some(&(*whole as i64)),
        other => other.serialize(serializer),
    }
}
