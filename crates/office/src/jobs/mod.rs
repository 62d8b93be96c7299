//! Long work: asked for, done in the background one after the other, and its file fetched later.
//!
//! What can be done is registered by name when the program starts ([`crate::Office::with_jobs`]). The
//! permission of a kind is asked when somebody asks for it, again when it is begun, and again when
//! its file is fetched; whoever has it sees the job, whoever asked. A restart ends what was being
//! done as failed and does not begin it again: a job that brought the program down would do so
//! for ever. Files are forgotten some days after the job ended, and the job with them.

mod ask;
mod kind;
mod list;
mod runner;

pub use ask::{AskedJob, JobOrder};
pub(crate) use kind::JobKinds;
pub use kind::{JobAbout, JobContext, JobFailure, JobFile, JobKind};
pub use list::ListedJob;
pub use runner::JobRunner;
pub use storage::jobs::JobState;
