//! The gateway over real sockets: what terminals send, byte for byte, and what they hear.

mod approval;
mod failing_store;
mod harness;
mod http;
mod limits;
mod permissions;
mod protocol;
mod samples;
mod sightings;
