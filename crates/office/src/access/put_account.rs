//! Creating an account, or giving it another password, role or place.

use civil::{Nip, Role, Skpd};
use storage::access::Account;

use super::password::SALT_BYTES;
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// Fewest characters of a password.
const PASSWORD_CHARS_MIN: usize = 10;

/// Most bytes of a password.
const PASSWORD_BYTES_MAX: usize = 1_000;

/// Longest name, in bytes.
const USERNAME_BYTES_MAX: usize = 64;

/// An account to create or replace.
#[derive(Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// What is typed to sign in: a Nip or a name. Capitals do not matter.
    pub username: String,
    /// The password; only its hash is kept.
    pub password: String,
    /// What it may do.
    pub role: Role,
    /// Within which organisation; `None` is the whole regency.
    pub skpd: Option<Skpd>,
    /// The person behind it, if one.
    pub nip: Option<Nip>,
}

impl std::fmt::Debug for NewAccount {
    /// Leaves the password out, so that it never reaches a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { username, role, skpd, nip, .. } = self;
        f.debug_struct("NewAccount")
            .field("username", username)
            .field("role", role)
            .field("skpd", skpd)
            .field("nip", nip)
            .finish_non_exhaustive()
    }
}

impl Office {
    /// Creates the account, or replaces the one with this name and ends its sessions; it may sign
    /// in at once.
    ///
    /// # Errors
    ///
    /// [`OfficeError::BadInput`] for a name or a password that cannot be, a pegawai without a Nip
    /// or an operator without an organisation; [`OfficeError::NotFound`] if the organisation or
    /// the person is unknown.
    pub async fn put_account(&self, actor: &Actor, new: NewAccount) -> Result<(), OfficeError> {
        actor.require(Permission::KeepAccounts, Scope::Regency)?;
        let NewAccount { username, password, role, skpd, nip } = new;
        let username = username_of(&username).ok_or_else(|| {
            OfficeError::BadInput(format!(
                "a name to sign in with has 3 to {USERNAME_BYTES_MAX} letters, digits or any of ._-@"
            ))
        })?;
        check_password(&username, &password).map_err(OfficeError::BadInput)?;
        check_place(role, skpd.as_ref(), nip.as_ref()).map_err(OfficeError::BadInput)?;
        if let Some(skpd) = &skpd
            && !self.store.skpds().await?.iter().any(|entry| entry.code == *skpd)
        {
            return Err(OfficeError::not_found("skpd", skpd.to_string()));
        }
        let person = match &nip {
            Some(nip) => Some(self.person_named(nip).await?),
            None => None,
        };
        let mut salt = [0; SALT_BYTES];
        self.random.fill(&mut salt);
        let password_hash = self.gate.hash(&password, salt).await;
        let place = skpd.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
        let detail = format!("role={role} skpd={place}");
        let audit = self.audit(actor, "access.put_account", username.clone(), detail);
        let account = Account { id: 0, username, password_hash, role, skpd, person, active: true };
        Ok(self.store.put_accounts(&[account], audit).await?)
    }
}

/// A name to sign in with as it is kept, if it can be one.
pub(super) fn username_of(text: &str) -> Option<String> {
    let name = text.trim().to_lowercase();
    let fits = |c: char| c.is_ascii_alphanumeric() || "._-@".contains(c);
    let good = (3..=USERNAME_BYTES_MAX).contains(&name.len()) && name.chars().all(fits);
    good.then_some(name)
}

fn check_password(username: &str, password: &str) -> Result<(), String> {
    if password.chars().count() < PASSWORD_CHARS_MIN {
        return Err(format!("a password has at least {PASSWORD_CHARS_MIN} characters"));
    }
    if password.len() > PASSWORD_BYTES_MAX {
        return Err(format!("a password has at most {PASSWORD_BYTES_MAX} bytes"));
    }
    if password.trim().to_lowercase() == username {
        return Err("the password must not be the name; choose another".to_owned());
    }
    Ok(())
}

/// An account without its place would see nothing, or everything.
fn check_place(role: Role, skpd: Option<&Skpd>, nip: Option<&Nip>) -> Result<(), String> {
    match role {
        Role::Pegawai if nip.is_none() => {
            Err("an account of a pegawai needs the NIP of the person".to_owned())
        }
        Role::Operator if skpd.is_none() => {
            Err("an account of an operator needs an organisation".to_owned())
        }
        Role::Pegawai
        | Role::Operator
        | Role::Pimpinan
        | Role::Bendahara
        | Role::Bkpsdm
        | Role::Auditor => Ok(()),
    }
}
