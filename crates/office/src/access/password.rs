//! Passwords and their hashes: argon2id, kept as a PHC string.

use std::sync::{Arc, Mutex, PoisonError};

use argon2::{
    Algorithm, Argon2, Block, Params, PasswordHash, Version,
    password_hash::{
        self,
        phc::{Output, ParamsString, Salt},
    },
};

use super::Gate;

/// Memory, passes and lanes: the OWASP minimum for argon2id, about 25 ms on one core of 2024.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Bytes of a salt.
pub(super) const SALT_BYTES: usize = 16;

/// The salt of the check that stands in for that of an account nobody has.
const STAND_IN_SALT: [u8; SALT_BYTES] = [0; SALT_BYTES];

/// The memory that argon2 fills, kept from one password to the next. Given back it would stay in
/// the allocator's arena of whichever thread hashed last, and a wave of sign-ins has many threads.
/// There are never more than passwords are checked at a time.
#[derive(Debug, Default)]
pub(super) struct Slates {
    clean: Mutex<Vec<Vec<Block>>>,
}

impl Slates {
    /// Runs `work` with one of them, or with a new one while all are in use.
    fn with<T>(&self, work: impl FnOnce(&mut Vec<Block>) -> T) -> T {
        let kept = || self.clean.lock().unwrap_or_else(PoisonError::into_inner);
        let mut slate = kept().pop().unwrap_or_default();
        let done = work(&mut slate);
        kept().push(slate);
        done
    }
}

impl Gate {
    /// The PHC string to keep for a password.
    pub(super) async fn hash(&self, password: &str, salt: [u8; SALT_BYTES]) -> String {
        let password = password.to_owned();
        self.off_the_loop(move |slate| hash(&password, &salt, slate)).await
    }

    /// Whether the password is that of the PHC string. Without one it takes as long, and is not.
    pub(super) async fn check(&self, password: &str, kept: Option<String>) -> bool {
        let password = password.to_owned();
        self.off_the_loop(move |slate| {
            if let Some(kept) = kept {
                return is_of(&password, &kept, slate).unwrap_or(false);
            }
            let _ = hash(&password, &STAND_IN_SALT, slate);
            false
        })
        .await
    }

    /// Runs what takes long where it keeps nobody waiting.
    async fn off_the_loop<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Vec<Block>) -> T + Send + 'static,
    ) -> T {
        let turn = Arc::clone(&self.checks).acquire_owned().await;
        let turn = turn.expect("nobody closes the gate's semaphore");
        let slates = Arc::clone(&self.slates);
        let hashing = tokio::task::spawn_blocking(move || {
            // Whoever waits may go away; the turn is over when the hashing is.
            let _turn = turn;
            slates.with(work)
        });
        hashing.await.expect("hashing a password does not panic")
    }
}

/// Whether a password is that of a PHC string, by the parameters that the string names.
fn is_of(password: &str, kept: &str, slate: &mut Vec<Block>) -> password_hash::Result<bool> {
    let kept = PasswordHash::new(kept)?;
    let (Some(salt), Some(expected)) = (&kept.salt, &kept.hash) else { return Ok(false) };
    let algorithm = Algorithm::try_from(kept.algorithm.as_str())?;
    let version = kept.version.map(Version::try_from).transpose()?.unwrap_or_default();
    let argon2 = Argon2::new(algorithm, version, Params::try_from(&kept)?);
    // Outputs are compared in constant time.
    Ok(digest(&argon2, (password, salt), expected.len(), slate)? == *expected)
}

fn hash(password: &str, salt: &[u8; SALT_BYTES], slate: &mut Vec<Block>) -> String {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)
        .expect("the parameters lie within the bounds of argon2");
    let (algorithm, version) = (Algorithm::Argon2id, Version::V0x13);
    let written = ParamsString::try_from(&params).expect("the parameters can be written down");
    let argon2 = Argon2::new(algorithm, version, params);
    let salt = Salt::new(salt).expect("the salt has the length argon2 wants");
    let made = digest(&argon2, (password, &salt), Params::DEFAULT_OUTPUT_LEN, slate)
        .expect("a password is shorter than 4 GiB");
    PasswordHash {
        algorithm: algorithm.ident(),
        version: Some(version.into()),
        params: written,
        salt: Some(salt),
        hash: Some(made),
    }
    .to_string()
}

/// What argon2 makes of a password, in as many bytes as asked for.
fn digest(
    argon2: &Argon2<'_>,
    (password, salt): (&str, &Salt),
    length: usize,
    slate: &mut Vec<Block>,
) -> password_hash::Result<Output> {
    let blocks = argon2.params().block_count();
    if slate.len() < blocks {
        slate.resize(blocks, Block::new());
    }
    let mut bytes = [0; Output::MAX_LENGTH];
    let made = bytes.get_mut(..length).ok_or(password_hash::Error::OutputSize)?;
    argon2.hash_password_into_with_memory(
        password.as_bytes(),
        salt,
        &mut *made,
        slate.as_mut_slice(),
    )?;
    Ok(Output::new(made)?)
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

    /// What was kept before slates were, and by anybody else's argon2.
    #[tokio::test]
    async fn hashes_are_those_of_argon2_itself() {
        use argon2::{PasswordHasher as _, PasswordVerifier as _};
        let params = Params::new(MEMORY_KIB, PASSES, LANES, None).unwrap();
        let theirs = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let gate = Gate::default();
        let kept = gate.hash("sandi yang panjang", [7; SALT_BYTES]).await;
        let made = theirs.hash_password_with_salt(b"sandi yang panjang", &[7; SALT_BYTES]);
        assert_eq!(kept, made.unwrap().to_string());
        theirs.verify_password(b"sandi yang panjang", kept.as_str()).unwrap();
    }

    #[tokio::test]
    async fn many_at_once_hash_on_a_few_slates() {
        let gate = Gate::default();
        let check = || gate.check("sandi yang panjang", None);
        let all = tokio::join!(check(), check(), check(), check(), check(), check());
        assert_eq!(all, (false, false, false, false, false, false));
        let slates = gate.slates.clean.lock().unwrap();
        assert!((1..=super::super::CHECKS_AT_ONCE).contains(&slates.len()), "{}", slates.len());
    }
}
