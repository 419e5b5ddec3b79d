//! The arithmetic of a chain: how a line's hash is made. Pure.
//!
//! A line's hash is the SHA-256 of its fields in a fixed order, each preceded by its length in bytes as
//! eight big-endian bytes (an absent field counts as length `u64::MAX` and no bytes), beginning with the
//! hash of the line before. So no two different lines can feed the same bytes to the hash, and a line
//! can't be changed, moved, removed or put in without every later hash telling.

use crate::db::column::At;
use crate::ids::{ChainId, ClaimId, EventId, PersonId, SubjectId};
use data_encoding::HEXLOWER;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The fields of a line that its hash covers.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the same names as in `Event`")]
pub struct Line<'a> {
    pub prev_hash: &'a str,
    pub chain_id: ChainId,
    pub seq: i64,
    pub id: EventId,
    pub at: At,
    pub actor_id: Option<PersonId>,
    pub actor_name: &'a str,
    pub action: &'a str,
    pub subject_kind: &'a str,
    pub subject_id: SubjectId,
    pub claim_id: Option<ClaimId>,
    pub before: Option<&'a str>,
    pub after: Option<&'a str>,
    pub reason: Option<&'a str>,
    pub undoes: Option<EventId>,
}

impl Line<'_> {
    /// The line's hash, in lower-case hexadecimal.
    pub fn hash(&self) -> String {
        let mut digest = Sha256::new();
        let mut field = |bytes: Option<&[u8]>| match bytes {
            Some(bytes) => {
                digest.update((bytes.len() as u64).to_be_bytes());
                digest.update(bytes);
            }
            None => digest.update(u64::MAX.to_be_bytes()),
        };
        field(Some(self.prev_hash.as_bytes()));
        field(Some(self.chain_id.0.as_bytes()));
        field(Some(&self.seq.to_be_bytes()));
        field(Some(self.id.0.as_bytes()));
        field(Some(&self.at.0.timestamp_micros().to_be_bytes()));
        field(self.actor_id.as_ref().map(|id| id.0.as_bytes().as_slice()));
        field(Some(self.actor_name.as_bytes()));
        field(Some(self.action.as_bytes()));
        field(Some(self.subject_kind.as_bytes()));
        field(Some(self.subject_id.0.as_bytes()));
        field(self.claim_id.as_ref().map(|id| id.0.as_bytes().as_slice()));
        field(self.before.map(str::as_bytes));
        field(self.after.map(str::as_bytes));
        field(self.reason.map(str::as_bytes));
        field(self.undoes.as_ref().map(|id| id.0.as_bytes().as_slice()));
        HEXLOWER.encode(&digest.finalize())
    }
}

/// What stands in for the hash before a chain's first line.
pub fn first_hash(chain: ChainId) -> String {
    let mut digest = Sha256::new();
    digest.update(b"corroborate history 1\n");
    digest.update(chain.0.as_bytes());
    HEXLOWER.encode(&digest.finalize())
}

/// JSON in one fixed form: keys in order, no white space. NUL, which PostgreSQL can't keep in a text,
/// becomes U+FFFD.
pub fn canonical_json(value: &Value) -> String {
    fn write(value: &Value, out: &mut String) {
        match value {
            Value::Object(map) => {
                let mut keys: Vec<&String> = map.keys().collect();
                keys.sort();
                out.push('{');
                for (n, key) in keys.into_iter().enumerate() {
                    if n > 0 {
                        out.push(',');
                    }
                    write(&Value::String(key.clone()), out);
                    out.push(':');
                    write(map.get(key).unwrap_or(&Value::Null), out);
                }
                out.push('}');
            }
            Value::Array(items) => {
                out.push('[');
                for (n, item) in items.iter().enumerate() {
                    if n > 0 {
                        out.push(',');
                    }
                    write(item, out);
                }
                out.push(']');
            }
            Value::String(text) => out.push_str(&Value::String(text.replace('\0', "\u{FFFD}")).to_string()),
            Value::Null | Value::Bool(_) | Value::Number(_) => out.push_str(&value.to_string()),
        }
    }
    let mut out = String::new();
    write(value, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Ids;
    use serde_json::json;

    fn line(ids: &Ids) -> Line<'static> {
        Line {
            prev_hash: "00",
            chain_id: ids.make(),
            seq: 1,
            id: ids.make(),
            at: At(chrono::DateTime::UNIX_EPOCH),
            actor_id: None,
            actor_name: "Ana",
            action: "assigned",
            subject_kind: "claim",
            subject_id: ids.make(),
            claim_id: None,
            before: Some("a"),
            after: None,
            reason: None,
            undoes: None,
        }
    }

    #[test]
    fn a_text_that_moves_to_the_next_field_changes_the_hash() {
        let ids = Ids::counting();
        let one = line(&ids);
        let other = Line { before: None, after: Some("a"), ..one };
        assert_ne!(one.hash(), other.hash());
        assert_ne!(one.hash(), Line { reason: Some(""), ..one }.hash());
        assert_eq!(one.hash(), { one }.hash());
    }

    #[test]
    fn canonical_json_does_not_depend_on_the_order_of_keys() {
        assert_eq!(canonical_json(&json!({"b": [1, null], "a": "x\0"})), "{\"a\":\"x\u{FFFD}\",\"b\":[1,null]}");
    }
}
