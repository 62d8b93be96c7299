//! One simulated terminal: it introduces itself, delivers, and sends again whatever was not
//! acknowledged. It holds an upload until the server says `OK: n` with the right `n`.

use std::{io, net::SocketAddr, time::Duration};

use terminal::push::{Endpoint, Request, Table};
use tokio::time::timeout;

use super::{
    DeliverError, Delivered, Event, Faults, Witness,
    wire::{Answer, Ask, Connection},
};
use crate::{
    chance::Chance,
    place::{HungTerminal, Line},
    punches::Upload,
};

/// Tries of one upload before the simulation gives up. A real terminal never does.
const TRIES_MAX: u32 = 40;

/// How long an answer may take.
const ANSWER_TIMEOUT: Duration = Duration::from_mins(2);

/// The pause after the first failed try that was not made on purpose; it doubles up to the longest.
const PAUSE_FIRST: Duration = Duration::from_millis(5);
const PAUSE_LONGEST: Duration = Duration::from_secs(1);

/// How a try ended.
enum Tried {
    Acknowledged,
    /// The server does not take this terminal's records.
    NotTaken,
    /// To be sent again, at once: the line was broken on purpose.
    Broken,
    /// To be sent again after a pause; what was said or went wrong.
    Failed(String),
}

/// A terminal at work.
pub(super) struct SimTerminal<'a> {
    pub(super) addr: SocketAddr,
    pub(super) hung: &'a HungTerminal,
    pub(super) faults: Faults,
    pub(super) chance: Chance,
    pub(super) witness: &'a Witness,
    pub(super) connection: Option<Connection>,
    pub(super) done: Delivered,
}

impl SimTerminal<'_> {
    /// `GET cdata?options=all`, until the server gives its options.
    pub(super) async fn introduce(&mut self) -> Result<(), DeliverError> {
        let serial = self.hung.serial.as_str();
        let params = [
            ("SN", serial),
            ("options", "all"),
            ("language", "73"),
            ("pushver", self.hung.model.push_version),
            ("DeviceType", "att"),
        ];
        let target = Request::new(Endpoint::Cdata, &params).emit();
        let wanted = format!("GET OPTION FROM: {serial}");
        let mut pause = PAUSE_FIRST;
        for _ in 0..TRIES_MAX {
            let line = self.hung.model.line;
            let ask = Ask { method: "GET", target: &target, body: b"", line };
            match self.exchange(&ask).await {
                Ok(answer) if answer.status == 200 && answer.body.starts_with(&wanted) => {
                    return Ok(());
                }
                Ok(_) | Err(_) => self.connection = None,
            }
            wait(&mut pause).await;
        }
        Err(self.gave_up("the handshake was never answered".to_owned()))
    }

    /// Delivers uploads in order, or nearly so.
    pub(super) async fn deliver(&mut self, mut uploads: Vec<Upload>) -> Result<(), DeliverError> {
        // An upload that waited is overtaken by those after it.
        for place in 1..uploads.len() {
            if self.chance.permille(self.faults.overtaken_permille) {
                uploads.swap(place - 1, place);
            }
        }
        for upload in &uploads {
            if !self.deliver_one(upload).await? {
                return Ok(());
            }
            if self.chance.permille(self.faults.repeated_permille) {
                self.done.repeats += 1;
                self.deliver_one(upload).await?;
            }
        }
        Ok(())
    }

    /// Sends one upload until it is acknowledged; says whether the terminal may go on.
    async fn deliver_one(&mut self, upload: &Upload) -> Result<bool, DeliverError> {
        let params =
            [("SN", self.hung.serial.as_str()), ("table", Table::AttLog.name()), ("Stamp", "9999")];
        let target = Request::new(Endpoint::Cdata, &params).emit();
        let mut pause = PAUSE_FIRST;
        let mut last = String::new();
        for _ in 0..TRIES_MAX {
            let line = self.hung.model.line;
            let ask = Ask { method: "POST", target: &target, body: &upload.body, line };
            match self.attempt(&ask, upload.records).await {
                Tried::Acknowledged => {
                    self.done.uploads += 1;
                    (self.witness)(Event::Acknowledged {
                        serial: &self.hung.serial,
                        body: &upload.body,
                        records: upload.records,
                    });
                    return Ok(true);
                }
                Tried::NotTaken => {
                    self.done.not_taken += 1;
                    return Ok(false);
                }
                Tried::Broken => self.done.broken += 1,
                Tried::Failed(why) => {
                    self.done.failed += 1;
                    last = why;
                    wait(&mut pause).await;
                }
            }
        }
        Err(self.gave_up(last))
    }

    /// One try, with whatever goes wrong on the line.
    async fn attempt(&mut self, ask: &Ask<'_>, records: usize) -> Tried {
        if self.chance.permille(self.faults.cut_permille) {
            // The body breaks off in the middle.
            let bytes = self.chance.below(ask.body.len());
            if let Ok(mut connection) = Connection::open(self.addr).await {
                let _ = connection.send_part(self.addr, ask, bytes).await;
            }
            return Tried::Broken;
        }
        if self.chance.permille(self.faults.unheard_permille) {
            // The body arrives whole; the answer is not waited for.
            if let Ok(mut connection) = Connection::open(self.addr).await {
                let _ = connection.send(self.addr, ask).await;
            }
            return Tried::Broken;
        }
        match self.exchange(ask).await {
            Ok(Answer { status: 200, body, .. }) if acknowledged(&body) == Some(records) => {
                Tried::Acknowledged
            }
            Ok(Answer { status: 403, .. }) => Tried::NotTaken,
            Ok(Answer { status, body, .. }) => {
                self.connection = None;
                Tried::Failed(format!("{status} {}", body.trim()))
            }
            Err(error) => {
                self.connection = None;
                Tried::Failed(error.to_string())
            }
        }
    }

    /// Asks and hears the answer, on the connection at hand or a new one.
    async fn exchange(&mut self, ask: &Ask<'_>) -> io::Result<Answer> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => Connection::open(self.addr).await?,
        };
        let talk = async {
            connection.send(self.addr, ask).await?;
            connection.answer().await
        };
        let answer = timeout(ANSWER_TIMEOUT, talk).await.map_err(io::Error::other)??;
        if ask.line == Line::Kept && answer.line == Line::Kept {
            self.connection = Some(connection);
        }
        Ok(answer)
    }

    fn gave_up(&self, said: String) -> DeliverError {
        DeliverError { serial: self.hung.serial.clone(), tries: TRIES_MAX, said }
    }
}

/// The `n` of `OK: n`.
fn acknowledged(body: &str) -> Option<usize> {
    body.trim().strip_prefix("OK:")?.trim().parse().ok()
}

/// Waits, and longer the next time.
async fn wait(pause: &mut Duration) {
    #[expect(clippy::disallowed_methods, reason = "a terminal pauses before it tries again")]
    tokio::time::sleep(*pause).await;
    *pause = (*pause * 2).min(PAUSE_LONGEST);
}

#[cfg(test)]
mod tests {
    use super::acknowledged;

    #[test]
    fn only_a_count_acknowledges() {
        assert_eq!(acknowledged("OK: 12\n"), Some(12));
        assert_eq!(acknowledged("OK:3"), Some(3));
        for said in ["OK", "", "OK: ", "ERROR", "OK: -1", "<html>OK: 3</html>"] {
            assert_eq!(acknowledged(said), None, "{said:?}");
        }
    }
}
