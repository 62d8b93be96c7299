//! As much HTTP/1.1 as a terminal speaks: a request with a length, an answer with a length.

use std::{io, net::SocketAddr};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::place::Line;

/// Longest answer read, in bytes. Terminals have little memory.
const ANSWER_BYTES_MAX: usize = 64 * 1024;

/// What a terminal asks.
pub(super) struct Ask<'a> {
    pub(super) method: &'static str,
    pub(super) target: &'a str,
    pub(super) body: &'a [u8],
    pub(super) line: Line,
}

/// What is said back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: String,
    /// Whether the connection may be used again.
    pub(super) line: Line,
}

/// A connection to the server.
#[derive(Debug)]
pub(super) struct Connection {
    stream: TcpStream,
    read: Vec<u8>,
}

impl Connection {
    pub(super) async fn open(addr: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(addr).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, read: Vec::new() })
    }

    /// Sends the whole of a request.
    pub(super) async fn send(&mut self, addr: SocketAddr, ask: &Ask<'_>) -> io::Result<()> {
        self.send_part(addr, ask, ask.body.len()).await
    }

    /// Sends a request and no more than `bytes` of its body, as when the line breaks.
    pub(super) async fn send_part(
        &mut self,
        addr: SocketAddr,
        ask: &Ask<'_>,
        bytes: usize,
    ) -> io::Result<()> {
        let connection = match ask.line {
            Line::Kept => "keep-alive",
            Line::Closed => "close",
        };
        let head = format!(
            "{} {} HTTP/1.1\r\nHost: {addr}\r\nUser-Agent: iClock Proxy/1.09\r\nAccept: */*\r\n\
             Connection: {connection}\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n",
            ask.method,
            ask.target,
            ask.body.len(),
        );
        let mut message = head.into_bytes();
        message.extend_from_slice(ask.body.get(..bytes).unwrap_or(ask.body));
        self.stream.write_all(&message).await?;
        self.stream.flush().await
    }

    /// Reads the answer to what was sent.
    pub(super) async fn answer(&mut self) -> io::Result<Answer> {
        let head_bytes = loop {
            if let Some(at) = find(&self.read, b"\r\n\r\n") {
                break at + 4;
            }
            self.more().await?;
        };
        let head =
            String::from_utf8_lossy(self.read.get(..head_bytes).unwrap_or_default()).into_owned();
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let status = status.ok_or_else(|| bad("no status line"))?;
        let header = |name: &str| {
            head.split("\r\n").skip(1).filter_map(|line| line.split_once(':')).find_map(
                |(key, value)| key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned()),
            )
        };
        let length: usize = header("content-length")
            .and_then(|text| text.parse().ok())
            .ok_or_else(|| bad("an answer without a length"))?;
        if length > ANSWER_BYTES_MAX {
            return Err(bad("an answer that is too long"));
        }
        while self.read.len() < head_bytes + length {
            self.more().await?;
        }
        let body = self.read.get(head_bytes..head_bytes + length).unwrap_or_default();
        let body = String::from_utf8_lossy(body).into_owned();
        self.read.drain(..head_bytes + length);
        let closes = header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"));
        Ok(Answer { status, body, line: if closes { Line::Closed } else { Line::Kept } })
    }

    async fn more(&mut self) -> io::Result<()> {
        if self.read.len() > 2 * ANSWER_BYTES_MAX {
            return Err(bad("an answer that is too long"));
        }
        match self.stream.read_buf(&mut self.read).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn bad(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
