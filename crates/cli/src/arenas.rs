//! How much memory the C library keeps for itself.
//!
//! glibc gives threads heaps of their own, up to eight a core, and what is freed in one is of no use
//! to the others. A regency of 16,000 people loaded and evaluated holds 166 MB at most; with the
//! default of 16 heaps on two cores the process grew to 457 MB, with two to 225 MB, with one to
//! 186 MB, in the same time (ADR 0007).
//!
//! The limit is read once, when a program starts, so the program is started again with it: the same
//! process, under the same number. Whoever sets the limit in the environment has the last word.

/// Starts the program again with fewer heaps, unless the environment speaks of them.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub(crate) fn limit() {
    use std::{env, os::unix::process::CommandExt as _, process::Command};

    /// Names by which glibc is told.
    const NAMES: [&str; 2] = ["MALLOC_ARENA_MAX", "GLIBC_TUNABLES"];
    const ARENAS_MAX: &str = "1";

    if NAMES.iter().any(|name| env::var_os(name).is_some()) {
        return;
    }
    let Ok(program) = env::current_exe() else { return };
    let mut arguments = env::args_os();
    let name = arguments.next().unwrap_or_else(|| program.clone().into());
    let mut again = Command::new(program);
    again.arg0(name).args(arguments).env(NAMES[0], ARENAS_MAX);
    // This returns only if it failed; then the program goes on with more memory.
    let _ = again.exec();
}

/// Other C libraries share one heap among threads.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(crate) fn limit() {}
