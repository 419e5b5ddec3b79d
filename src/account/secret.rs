//! Random secrets for cookies, tokens and one-time links. The desk keeps only their SHA-256.

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};

/// A secret as it is handed out once.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// A new secret of 256 random bits.
    ///
    /// # Errors
    /// A sentence, when the machine gives no randomness.
    pub fn make() -> Result<Self, String> {
        Ok(Self(BASE64URL_NOPAD.encode(&random_bytes::<32>()?)))
    }

    /// A secret that somebody presented.
    pub fn presented(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The text to hand out.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What the desk keeps of it.
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }

    /// Whether `text` is this secret; takes the same time wherever they differ.
    pub fn fits(&self, text: &str) -> bool {
        subtle::ConstantTimeEq::ct_eq(self.0.as_bytes(), text.as_bytes()).into()
    }
}

/// Random bytes.
///
/// # Errors
/// A sentence, when the machine gives no randomness.
pub fn random_bytes<const N: usize>() -> Result<[u8; N], String> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes).map_err(|e| format!("the machine gives no random numbers: {e}"))?;
    Ok(bytes)
}
