//! Bodies of requests, read whole and within limits, or not at all.

use std::fmt::Display;

use http_body_util::BodyExt as _;
use hyper::body::{Body, Bytes};
use tokio::sync::OwnedSemaphorePermit;

use crate::{Gateway, refusal::Refusal};

/// Bytes above which a body is large, and few of them are held at once.
const LARGE_BYTES: usize = 64 * 1024;

/// A body that ended where it said it would.
#[derive(Default)]
pub(crate) struct Whole {
    pub(crate) bytes: Vec<u8>,
    /// Held as long as the bytes are.
    _permit: Option<OwnedSemaphorePermit>,
}

impl Whole {
    /// The body as text about a terminal, at most `chars_max` long; what is no text is replaced.
    pub(crate) fn text(&self, chars_max: usize) -> String {
        terminal::decode_name(&self.bytes).chars().take(chars_max).collect()
    }
}

/// What was taken of a body so far.
#[derive(Default)]
struct Taken {
    /// The bytes, if they are to be kept.
    bytes: Option<Vec<u8>>,
    permit: Option<OwnedSemaphorePermit>,
    lines: LineCount,
}

impl Gateway {
    /// Reads a body to its end.
    pub(crate) async fn whole<B>(&self, body: B) -> Result<Whole, Refusal>
    where
        B: Body<Data = Bytes> + Unpin,
        B::Error: Display,
    {
        // Most bodies say their length: then one allocation is enough. What they say is not trusted.
        let said = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
        let bytes = Some(Vec::with_capacity(said.min(LARGE_BYTES)));
        let Taken { bytes, permit, .. } =
            self.read(body, Taken { bytes, ..Taken::default() }).await?;
        Ok(Whole { bytes: bytes.unwrap_or_default(), _permit: permit })
    }

    /// Reads a body to its end without keeping it, and counts its lines, blank ones left out.
    pub(crate) async fn count_lines<B>(&self, body: B) -> Result<usize, Refusal>
    where
        B: Body<Data = Bytes> + Unpin,
        B::Error: Display,
    {
        Ok(self.read(body, Taken::default()).await?.lines.total())
    }

    async fn read<B>(&self, body: B, taken: Taken) -> Result<Taken, Refusal>
    where
        B: Body<Data = Bytes> + Unpin,
        B::Error: Display,
    {
        if body.is_end_stream() {
            return Ok(taken);
        }
        tokio::time::timeout(self.limits.body_timeout, self.read_on(body, taken))
            .await
            .unwrap_or(Err(Refusal::Slow))
    }

    async fn read_on<B>(&self, mut body: B, mut taken: Taken) -> Result<Taken, Refusal>
    where
        B: Body<Data = Bytes> + Unpin,
        B::Error: Display,
    {
        let (max, stall) = (self.limits.body_bytes_max, self.limits.stall_timeout);
        // A terminal that is still sending does not hear a refusal: what is a little too large is
        // read on to its end. Who announces far too much is refused before sending it.
        if body.size_hint().lower() > 2 * max as u64 {
            return Err(Refusal::TooLarge);
        }
        let mut total = 0_usize;
        while let Some(frame) =
            tokio::time::timeout(stall, body.frame()).await.map_err(|_| Refusal::Slow)?
        {
            let frame = frame.map_err(|error| Refusal::Cut(error.to_string()))?;
            let Some(data) = frame.data_ref() else { continue };
            total += data.len();
            if total > 2 * max {
                return Err(Refusal::TooLarge);
            }
            if total <= max {
                self.take(&mut taken, data).await?;
            }
        }
        if total > max { Err(Refusal::TooLarge) } else { Ok(taken) }
    }

    async fn take(&self, taken: &mut Taken, data: &[u8]) -> Result<(), Refusal> {
        let Some(bytes) = &mut taken.bytes else {
            taken.lines.take(data);
            return Ok(());
        };
        if bytes.len() + data.len() > LARGE_BYTES && taken.permit.is_none() {
            let waiting = self.large_bodies.clone().acquire_owned();
            let waited = tokio::time::timeout(self.limits.stall_timeout, waiting).await;
            let granted = waited.map_err(|_| Refusal::Busy)?;
            taken.permit = Some(granted.expect("nobody closes this semaphore"));
        }
        bytes.extend_from_slice(data);
        Ok(())
    }
}

/// Counts lines that come in pieces, as `terminal` does: ended by LF, CRLF or CR, and blank when
/// there is nothing but blanks and NULs.
#[derive(Debug, Default)]
struct LineCount {
    ended: usize,
    in_line: bool,
}

impl LineCount {
    fn take(&mut self, piece: &[u8]) {
        for byte in piece {
            match byte {
                b'\n' | b'\r' => {
                    self.ended += usize::from(self.in_line);
                    self.in_line = false;
                }
                0 => {}
                byte => self.in_line |= !byte.is_ascii_whitespace(),
            }
        }
    }

    fn total(&self) -> usize {
        self.ended + usize::from(self.in_line)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lines_are_counted_as_they_are_read(
            body in "[ab \t\r\n]{0,60}",
            cut in 0_usize..60,
        ) {
            let mut count = LineCount::default();
            let (before, after) = body.as_bytes().split_at(cut.min(body.len()));
            count.take(before);
            count.take(after);
            prop_assert_eq!(count.total(), terminal::push::oper_log::lines(body.as_bytes()).count());
        }
    }
}
