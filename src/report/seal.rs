//! The desk's signature on a frozen report: how it is made, and how anybody checks it without the desk. Pure.
//!
//! What is signed is one line that names the SHA-256 of the report's canonical JSON, so that a check by hand needs no
//! more than a hash and `openssl`. The secret key is made once and never leaves the database; see
//! [`super::store::desk_key`]. Start at [`PublicKey::fits`].

use super::SignaturePart;
use data_encoding::{BASE64, BASE64_NOPAD, HEXLOWER, HEXLOWER_PERMISSIVE};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

/// How signatures are made.
pub const ALGORITHM: &str = "ed25519";

/// What stands before the 32 bytes of an Ed25519 key in a `SubjectPublicKeyInfo` (RFC 8410).
const BEFORE_THE_KEY: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/// The desk's own key.
pub struct DeskKey(SigningKey);

impl std::fmt::Debug for DeskKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DeskKey(…)")
    }
}

impl DeskKey {
    /// The key of these secret bytes.
    pub(super) fn of(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(secret))
    }

    /// The key that checks what this one signs.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// The signature on a frozen report with this hash.
    pub fn sign(&self, sha256: &str) -> String {
        BASE64.encode(&self.0.sign(message(sha256).as_bytes()).to_bytes())
    }
}

/// The line that is signed.
pub(super) fn message(sha256: &str) -> String {
    format!("corroborate report {sha256}\n")
}

/// The commands that check a signature without this program: in a folder with a report's file as `report.json` and the
/// key as `key.pem`.
pub fn by_hand() -> String {
    let message = message("%s").replace('\n', "\\n");
    [
        "python3 -c 'import json; r = json.load(open(\"report.json\")); s = r.pop(\"signature\"); open(\"signature\", \"w\").write(s[\"value\"]); \
         print(json.dumps(r, sort_keys=True, separators=(\",\", \":\"), ensure_ascii=False), end=\"\")' > content",
        &format!("printf '{message}' \"$(sha256sum content | cut -d' ' -f1)\" > message"),
        "openssl base64 -d -A -in signature -out signature.bin",
        "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in message -sigfile signature.bin",
    ]
    .join("\n")
}

/// A desk's public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads a key as people hand it on: hexadecimal, base64, or PEM. White space does not count.
    pub fn read(text: &str) -> Option<Self> {
        let text: String = text.lines().filter(|line| !line.trim_start().starts_with("-----")).flat_map(str::chars).filter(|c| !c.is_whitespace()).collect();
        let bytes = match text.len() {
            64 => HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok()?,
            _ => BASE64.decode(text.as_bytes()).or_else(|_| BASE64_NOPAD.decode(text.as_bytes())).ok()?,
        };
        let bytes: [u8; 32] = bytes.strip_prefix(&BEFORE_THE_KEY).unwrap_or(&bytes).try_into().ok()?;
        VerifyingKey::from_bytes(&bytes).ok().filter(|key| !key.is_weak()).map(Self)
    }

    /// The key in lower-case hexadecimal, as reports name it.
    pub fn hex(&self) -> String {
        HEXLOWER.encode(self.0.as_bytes())
    }

    /// The key in base64.
    pub fn base64(&self) -> String {
        BASE64.encode(self.0.as_bytes())
    }

    /// The key as a PEM file, which `openssl` reads.
    pub fn pem(&self) -> String {
        let whole = [BEFORE_THE_KEY.as_slice(), self.0.as_bytes()].concat();
        format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", BASE64.encode(&whole))
    }

    /// The key in short, for people who compare two: the first half of its SHA-256 in eight groups.
    pub fn fingerprint(&self) -> String {
        let digest = HEXLOWER.encode(&Sha256::digest(self.0.as_bytes()));
        let groups: Vec<String> = digest.as_bytes().chunks(4).take(8).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
        groups.join(" ")
    }

    /// Whether a signature (in base64) is one by this key on a report with this hash.
    pub fn fits(&self, sha256: &str, signature: &str) -> bool {
        let bytes: Option<[u8; 64]> = BASE64.decode(signature.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
        bytes.is_some_and(|bytes| self.0.verify_strict(message(sha256).as_bytes(), &Signature::from_bytes(&bytes)).is_ok())
    }
}

impl SignaturePart {
    /// The part that a report with this hash and signature carries.
    pub fn new(sha256: &str, value: &str) -> Self {
        Self { algorithm: ALGORITHM.to_owned(), sha256: sha256.to_owned(), value: value.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_fits_one_hash_and_one_key() {
        let (key, other) = (DeskKey::of(&[7; 32]), DeskKey::of(&[8; 32]));
        let hash = "ab".repeat(32);
        let signature = key.sign(&hash);
        assert!(key.public().fits(&hash, &signature));
        assert!(!key.public().fits(&"ac".repeat(32), &signature));
        assert!(!other.public().fits(&hash, &signature));
        for broken in ["", "AA==", "no base64", &signature.replacen(|c: char| c.is_ascii_digit(), "x", 1)] {
            assert!(!key.public().fits(&hash, broken), "{broken}");
        }
    }

    #[test]
    fn a_key_is_read_in_every_form_in_which_it_is_given() {
        let key = DeskKey::of(&[7; 32]).public();
        for form in [key.hex(), key.hex().to_uppercase(), key.base64(), key.base64().trim_end_matches('=').to_owned(), key.pem(), format!(" {}\n", key.hex())] {
            assert_eq!(PublicKey::read(&form), Some(key), "{form}");
        }
        for none in ["", "00", "key.pem", &"00".repeat(32), &"zz".repeat(32), "-----BEGIN PUBLIC KEY-----\n"] {
            assert_eq!(PublicKey::read(none), None, "{none}");
        }
    }

    #[test]
    fn a_fingerprint_is_short_enough_to_be_read_out() {
        let fingerprint = DeskKey::of(&[7; 32]).public().fingerprint();
        assert_eq!(fingerprint.split(' ').map(str::len).collect::<Vec<_>>(), [4; 8]);
    }

    #[test]
    fn neither_key_nor_secret_is_ever_logged() {
        assert_eq!(format!("{:?}", DeskKey::of(&[7; 32])), "DeskKey(…)");
    }
}
