//! The jobs that this program can do, by name.

mod audit_log;
mod lists;

use std::sync::Arc;

use letters::Press;
use office::{
    Permission,
    jobs::{JobAbout, JobKind},
};

/// All of them; those that print set their PDF by these templates.
pub(crate) fn kinds(press: &Arc<Press>) -> Vec<JobKind> {
    let audit = JobKind::new("audit-log", Permission::ReadAudit, JobAbout::Month, audit_log::write);
    std::iter::once(audit).chain(lists::kinds(press)).collect()
}
