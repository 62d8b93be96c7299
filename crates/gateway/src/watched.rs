//! A stream that tells whether its writes are stuck.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll},
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};

/// How writing goes: even while it moves or rests, odd while the other side takes nothing. The
/// number changes whenever something moves.
#[derive(Clone, Debug, Default)]
pub(crate) struct Writing(Arc<AtomicU64>);

impl Writing {
    /// The mark of a write that is stuck; `None` if none is. The same mark later is the same write.
    pub(crate) fn stuck(&self) -> Option<u64> {
        let mark = self.0.load(Ordering::Relaxed);
        (mark % 2 == 1).then_some(mark)
    }

    /// Only the connection's own task calls this.
    fn note<T>(&self, done: &Poll<io::Result<T>>) {
        let mark = self.0.load(Ordering::Relaxed);
        let next = match done {
            Poll::Pending => mark | 1,
            Poll::Ready(_) => (mark | 1).wrapping_add(1),
        };
        self.0.store(next, Ordering::Relaxed);
    }
}

/// A TCP stream whose writes are watched.
pub(crate) struct Watched {
    stream: TcpStream,
    writing: Writing,
}

impl Watched {
    pub(crate) fn new(stream: TcpStream) -> (Self, Writing) {
        let writing = Writing::default();
        (Self { stream, writing: writing.clone() }, writing)
    }
}

impl AsyncRead for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Watched {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        let done = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.writing.note(&done);
        done
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let done = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.writing.note(&done);
        done
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
