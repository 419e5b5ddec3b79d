//! Passwords: Argon2id, with the parameters OWASP's password storage cheat sheet gives as its first
//! choice (19 MiB of memory, 2 passes, 1 lane).

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};

/// Fewest characters of a password (NIST SP 800-63B asks for at least 8; a newsroom is a target).
pub const MIN_PASSWORD: usize = 10;

fn hasher() -> Argon2<'static> {
    let params = Params::new(19_456, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The hash to store, in PHC form with its own salt.
///
/// # Errors
/// A sentence, when the machine gives no randomness.
pub fn hash_password(password: &str) -> Result<String, String> {
    hasher().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(|e| e.to_string())
}

/// Whether `password` is the one `stored` was made of. Without a stored hash it does the same work and
/// says no, so that the time does not tell whether somebody is known here.
pub fn verify_password(password: &str, stored: Option<&str>) -> bool {
    const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5$0VTTpaZ2nbSCjQ0GJrvVcA6RZhkPvX1h4q0Ww3nPvYk";
    let Ok(hash) = PasswordHash::new(stored.unwrap_or(NOBODY)) else { return false };
    let fits = hasher().verify_password(password.as_bytes(), &hash).is_ok();
    fits && stored.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_fits() {
        let hash = hash_password("correct horse battery").unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(verify_password("correct horse battery", Some(&hash)));
        assert!(!verify_password("correct horse batterz", Some(&hash)));
        assert!(!verify_password("correct horse battery", None));
    }
}
