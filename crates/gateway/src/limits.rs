//! How much is taken from the network, and how long is waited for it.

use std::time::Duration;

/// What a gateway takes at most.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Connections open at once; more wait until one ends. Together with the pages' and the store's
    /// they stay below the 1,024 open files that a process has by default.
    pub connections_max: usize,
    /// Bytes of a request's first line and headers. A terminal's own are below one KiB.
    pub head_bytes_max: usize,
    /// Headers of a request.
    pub headers_max: usize,
    /// Bytes of a body. Vendors say that an upload stays below 900 KB.
    pub body_bytes_max: usize,
    /// Bodies above 64 KiB held in memory at once; more wait, and are told to come back later.
    pub large_bodies_max: usize,
    /// How long a connection may lie idle, or take for a head.
    pub idle_timeout: Duration,
    /// How long a whole body may take: half a megabyte over a slow mobile line.
    pub body_timeout: Duration,
    /// How long a body or an answer may not move at all.
    pub stall_timeout: Duration,
    /// How long an approval is believed before the store is asked again. Only approvals are: who is
    /// approved is served at once, who is refused after this.
    pub approval_age_max: Duration,
    /// How often it is noted when terminals were heard.
    pub sightings_every: Duration,
    /// How long open requests may take to end after the server was told to.
    pub drain_timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections_max: 600,
            head_bytes_max: 16 * 1024,
            headers_max: 64,
            body_bytes_max: 8 * 1024 * 1024,
            large_bodies_max: 16,
            idle_timeout: Duration::from_mins(1),
            body_timeout: Duration::from_mins(2),
            stall_timeout: Duration::from_secs(30),
            approval_age_max: Duration::from_secs(2),
            sightings_every: Duration::from_secs(10),
            drain_timeout: Duration::from_secs(10),
        }
    }
}
