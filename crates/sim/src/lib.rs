//! A whole regency with simulated terminals, from a seed.
