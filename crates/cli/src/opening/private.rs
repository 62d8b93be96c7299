//! Data that only its owner reads: names, NIPs and presence are nobody else's on a shared machine.

use std::{fs, io, path::Path};

/// Creates a folder, and the folders above it, for the owner alone; one that is there already
/// stays as it is.
pub(crate) fn create_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// Creates an empty file for the owner alone; one that is there already stays as it is. SQLite
/// gives the files beside it, `-wal` and `-shm`, the same rights.
pub(crate) fn create_file(path: &Path) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    match options.open(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// What to do about a file or folder that others may look into; `None` if they may not.
pub(crate) fn advice(path: &Path) -> Option<String> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let found = path.metadata().ok()?;
        let mode = found.permissions().mode();
        let wanted = if found.is_dir() { "700" } else { "600" };
        let shown = path.display();
        (mode & 0o077 != 0).then(|| {
            format!(
                "warning: others on this machine may look into {shown} (mode {:03o}); \
                 close it with: chmod {wanted} {shown}\n",
                mode & 0o777
            )
        })
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}
