//! The public page of an article: a frozen report that everybody may read, and under which address.
//!
//! An article has one such page at most. Its address is chosen, or 128 random bits that nobody can guess; a page with
//! such an address is in no feed and asks search engines to stay away. The deeds are `report::publish`.

pub mod store;

pub use store::Publication;

use crate::input::{FieldError, Fields};
use data_encoding::BASE32_NOPAD;
use serde_json::{Value, json};

/// Longest address that can be chosen.
pub const LONGEST: usize = 80;
/// Shortest address that can be chosen.
pub const SHORTEST: usize = 3;

/// An address as somebody chose it: letters, digits and hyphens, in lower case. `None` where the field is empty.
pub fn chosen_slug(fields: &mut Fields, text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return None;
    }
    let length = text.chars().count();
    let refused = if length > LONGEST {
        FieldError::new("address", "field-too-long").with("most", LONGEST).with("length", length)
    } else if !is_slug(&text) || text.starts_with('-') || text.ends_with('-') {
        FieldError::new("address", "field-not-an-address")
    } else if length < SHORTEST {
        FieldError::new("address", "field-address-too-short").with("least", SHORTEST)
    } else {
        return Some(text);
    };
    fields.refuse(refused);
    None
}

/// Whether a text may be the address of a page at all.
pub fn is_slug(text: &str) -> bool {
    text.len() <= LONGEST && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// An address that nobody can guess.
pub fn unguessable_slug(random: &[u8; 16]) -> String {
    BASE32_NOPAD.encode(random).to_lowercase()
}

impl Publication {
    /// Whether everybody can read it now.
    pub fn is_public(&self) -> bool {
        self.withdrawn_at.is_none()
    }

    /// What a line of history says of it.
    pub fn as_json(&self) -> Value {
        json!({"address": self.slug, "report_id": self.report_id, "number": self.number, "public": self.is_public()})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(text: &str) -> Result<Option<String>, &'static str> {
        let mut fields = Fields::new();
        let slug = chosen_slug(&mut fields, text);
        fields.done().map(|()| slug).map_err(|errors| errors.first().map_or("", |error| error.message))
    }

    #[test]
    fn an_address_is_letters_digits_and_hyphens() {
        assert_eq!(chosen(" The-Border-2026 "), Ok(Some("the-border-2026".to_owned())));
        assert_eq!(chosen("  "), Ok(None));
        for bad in ["-abc", "abc-", "a/b/c", "a b c", "../etc", "grün-e", "abc\0", "feed.atom", "%2e%2e", "a_b"] {
            assert_eq!(chosen(bad), Err("field-not-an-address"), "{bad:?}");
        }
        assert_eq!(chosen("ab"), Err("field-address-too-short"));
        assert_eq!(chosen(&"a".repeat(81)), Err("field-too-long"));
    }

    #[test]
    fn an_address_that_nobody_chose_has_all_its_bits() {
        let one = unguessable_slug(&[0xA5; 16]);
        assert_eq!(one.len(), 26);
        assert_ne!(one, unguessable_slug(&[0xA4; 16]));
        assert_eq!(chosen(&one), Ok(Some(one.clone())));
    }
}
