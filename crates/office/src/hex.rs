//! Bytes as text.

use sha2::{Digest as _, Sha256};

/// The first `count` bytes in hexadecimal.
pub(crate) fn of_first(bytes: &[u8], count: usize) -> String {
    use std::fmt::Write as _;
    bytes.iter().take(count).fold(String::with_capacity(count * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A whole digest in hexadecimal.
pub(crate) fn of_digest(digest: Sha256) -> String {
    let digest = digest.finalize();
    of_first(&digest, digest.len())
}
