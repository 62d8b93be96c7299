//! The jobs that this program can do, by name.

mod audit_log;

use office::{
    Permission,
    jobs::{JobAbout, JobKind},
};

/// All of them.
pub(crate) fn kinds() -> Vec<JobKind> {
    vec![JobKind::new("audit-log", Permission::ReadAudit, JobAbout::Month, audit_log::write)]
}
