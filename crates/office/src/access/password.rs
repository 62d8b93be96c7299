//! Passwords and their hashes: argon2id, kept as a PHC string.

use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};

use super::Gate;

/// Memory, passes and lanes: the OWASP minimum for argon2id, about 25 ms on one core of 2024.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Bytes of a salt.
pub(super) const SALT_BYTES: usize = 16;

/// The salt of the check that stands in for that of an account nobody has.
const STAND_IN_SALT: [u8; SALT_BYTES] = [0; SALT_BYTES];

impl Gate {
    /// The PHC string to keep for a password.
    pub(super) async fn hash(&self, password: &str, salt: [u8; SALT_BYTES]) -> String {
        let password = password.to_owned();
        self.off_the_loop(move || hash(&password, &salt)).await
    }

    /// Whether the password is that of the PHC string. Without one it takes as long, and is not.
    pub(super) async fn check(&self, password: &str, kept: Option<String>) -> bool {
        let password = password.to_owned();
        self.off_the_loop(move || {
            if let Some(kept) = kept {
                return argon2().verify_password(password.as_bytes(), kept.as_str()).is_ok();
            }
            let _ = hash(&password, &STAND_IN_SALT);
            false
        })
        .await
    }

    /// Runs what takes long where it keeps nobody waiting.
    async fn off_the_loop<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> T {
        let _turn = self.checks.acquire().await.expect("nobody closes the gate's semaphore");
        tokio::task::spawn_blocking(work).await.expect("hashing a password does not panic")
    }
}

fn hash(password: &str, salt: &[u8; SALT_BYTES]) -> String {
    argon2()
        .hash_password_with_salt(password.as_bytes(), salt)
        .expect("a password is shorter than 4 GiB and the salt has the length argon2 wants")
        .to_string()
}

fn argon2() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)
        .expect("the parameters lie within the bounds of argon2");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let gate = Gate::default();
        let kept = gate.hash("sandi yang panjang", [7; SALT_BYTES]).await;
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(gate.check("sandi yang panjang", Some(kept.clone())).await);
        assert!(!gate.check("sandi yang panjan", Some(kept)).await);
        assert!(!gate.check("sandi yang panjang", None).await);
        assert!(!gate.check("sandi yang panjang", Some("no hash".to_owned())).await);
    }
}
