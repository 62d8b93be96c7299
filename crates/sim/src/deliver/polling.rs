//! Terminals that have delivered everything and go on asking for orders, so that the office hears
//! them.

use std::{io, net::SocketAddr, time::Duration};

use civil::TerminalSerial;
use terminal::push::{Endpoint, Request};
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::wire::{Ask, Connection};
use crate::{Regency, place::Line};

/// How long an answer may take before the terminal hangs up.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(10);

/// How often terminals call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Poll {
    /// From one call of a terminal to its next.
    pub every: Duration,
    /// Parts of that time; in each an equal share of the terminals calls.
    pub parts: u32,
}

impl Default for Poll {
    fn default() -> Self {
        Self { every: Duration::from_mins(1), parts: 60 }
    }
}

impl Regency {
    /// The terminals that go on calling: all but those that fell silent.
    #[must_use]
    pub fn callers(&self) -> Vec<TerminalSerial> {
        let calling = self.terminals.iter().filter(|hung| !hung.is_silent());
        calling.map(|hung| hung.serial.clone()).collect()
    }
}

/// Lets terminals ask for orders in turn until `shutdown` is done. A call that nobody answers is
/// let go: the terminal calls again in the next round.
pub async fn keep_polling(
    addr: SocketAddr,
    callers: Vec<TerminalSerial>,
    poll: Poll,
    shutdown: impl Future<Output = ()>,
) {
    let parts = poll.parts.max(1);
    let at_once = callers.len().div_ceil(usize::try_from(parts).unwrap_or(1)).max(1);
    let mut ticks = interval((poll.every / parts).max(Duration::from_millis(1)));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let rounds = async {
        loop {
            for part in callers.chunks(at_once) {
                ticks.tick().await;
                for serial in part {
                    let _ = timeout(ANSWER_TIMEOUT, call(addr, serial)).await;
                }
            }
            if callers.is_empty() {
                ticks.tick().await;
            }
        }
    };
    tokio::select! {
        () = shutdown => {}
        () = rounds => {}
    }
}

/// One question for orders. Orders are for real terminals: this one does not carry them out.
async fn call(addr: SocketAddr, serial: &TerminalSerial) -> io::Result<()> {
    let target = Request::new(Endpoint::GetRequest, &[("SN", serial.as_str())]).emit();
    let mut connection = Connection::open(addr).await?;
    let ask = Ask { method: "GET", target: &target, body: b"", line: Line::Closed };
    connection.send(addr, &ask).await?;
    connection.answer().await?;
    Ok(())
}
