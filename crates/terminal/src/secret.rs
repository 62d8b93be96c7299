//! Text that must not reach a log.

use std::fmt;

/// A password or a key of a person. It prints as `***`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Wraps what must not be printed.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// Gives the value to code that has to send or store it.
    pub const fn reveal(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_not_printed() {
        let secret = Secret::new("4321");
        assert_eq!(format!("{secret:?}"), "***");
        assert_eq!(*secret.reveal(), "4321");
    }
}
