//! Chance, as a parameter.

/// Gives bytes nobody can guess. Only the binary holds the real one; tests and simulations hold
/// one that repeats from a seed.
pub trait Random: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}
