//! The password of a desk that was filled: one of its own for each.

use crate::account::Secret;
use crate::db::StoreError;

/// Syllables of the password: a consonant and a vowel each, none that reads like another.
const CONSONANTS: &[u8] = b"bdfghjklmnprstvz";
const VOWELS: &[u8] = b"aeiou";

/// A password that is easy to type, and no published one that would let anybody in.
///
/// Five groups of two syllables, about 63 bits.
pub(super) fn make_password() -> Result<String, StoreError> {
    let bytes = Secret::make().map_err(StoreError::Broken)?.hash();
    let pick = |letters: &[u8], byte: u8| letters.get(usize::from(byte) % letters.len()).copied().map_or('a', char::from);
    let groups = bytes.chunks_exact(4).take(5).map(|group| {
        let letters = group.iter().zip([CONSONANTS, VOWELS, CONSONANTS, VOWELS]);
        letters.map(|(byte, letters)| pick(letters, *byte)).collect::<String>()
    });
    Ok(groups.collect::<Vec<_>>().join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_desk_has_a_password_of_its_own() {
        let (one, other) = (make_password().unwrap(), make_password().unwrap());
        assert_ne!(one, other);
        assert_eq!(one.len(), 24);
        assert!(one.split('-').all(|group| group.len() == 4), "{one}");
    }
}
