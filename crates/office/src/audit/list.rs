//! Who did what, newest first.

use storage::audit::{AuditQuery, StoredAuditEntry};

use crate::{Actor, Office, OfficeError, Permission, Scope};

/// More is no part of anything that entries are about, and databases take no pattern of any length.
const SUBJECT_CHARS_MAX: usize = 200;

impl Office {
    /// The newest entries of the audit log that the query is about, newest first. Reading leaves no
    /// entry itself.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`] if the actor may not read the log of the whole regency;
    /// [`OfficeError::BadInput`] if the subject has more than 200 characters.
    pub async fn list_audit(
        &self,
        actor: &Actor,
        query: &AuditQuery,
    ) -> Result<Vec<StoredAuditEntry>, OfficeError> {
        actor.require(Permission::ReadAudit, Scope::Regency)?;
        let subject = query.subject.trim();
        if subject.chars().count() > SUBJECT_CHARS_MAX {
            return Err(OfficeError::BadInput(format!(
                "search for at most {SUBJECT_CHARS_MAX} characters of a subject"
            )));
        }
        let query = AuditQuery { subject: subject.to_owned(), ..*query };
        Ok(self.store.audit_log(&query).await?)
    }
}
