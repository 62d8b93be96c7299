//! The port for people: connections are taken, held to limits of number and time, and ended in good
//! order. The terminals' port is in the same process, so what comes here may not take its files.

mod timed;

use std::{net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use hyper::{
    Request,
    body::Incoming,
    server::conn::http1,
    service::{Service as _, service_fn},
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    task::JoinSet,
    time::timeout,
};

use self::timed::{TimedBody, TimedStream, alarm};
use crate::{Site, routes};

/// Pause after the system refused a connection: it has no more files, for instance.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// What is said to whom there is no room for. Without words: its language is not known yet.
const NO_ROOM: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\n\
    Content-Length: 0\r\nConnection: close\r\n\r\n";

/// What the pages' port takes at most, and how long it waits.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Connections answered at once.
    pub connections_max: usize,
    /// Connections beyond these that wait for room; more stay in the queue of the system, which
    /// costs the process no file.
    pub waiting_max: usize,
    /// How long a connection waits for room before it is refused.
    pub waiting_timeout: Duration,
    /// How long a connection may lie idle, or take for a head.
    pub idle_timeout: Duration,
    /// How long a whole body may take; a form has 64 KiB at most.
    pub body_timeout: Duration,
    /// How long a form with files may take: some megabytes over a phone's line.
    pub upload_timeout: Duration,
    /// How long a reader may take nothing of an answer.
    pub stall_timeout: Duration,
    /// How long open requests may take to end after the server was told to.
    pub drain_timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections_max: 256,
            waiting_max: 32,
            waiting_timeout: Duration::from_secs(2),
            idle_timeout: Duration::from_secs(30),
            body_timeout: Duration::from_secs(15),
            upload_timeout: Duration::from_mins(5),
            stall_timeout: Duration::from_secs(30),
            drain_timeout: Duration::from_secs(5),
        }
    }
}

/// What every connection needs.
#[derive(Clone)]
struct Port {
    pages: TowerToHyperService<axum::Router>,
    limits: Limits,
    slots: Arc<Semaphore>,
    closed: watch::Receiver<bool>,
}

/// Serves the pages until `shutdown` is over. Then no more connections are taken, and open requests
/// are answered, as long as that takes no longer than the limits say.
pub async fn serve(
    listener: TcpListener,
    site: Site,
    limits: Limits,
    shutdown: impl Future<Output = ()> + Send,
) {
    let (closing, closed) = watch::channel(false);
    let places = Arc::new(Semaphore::new(limits.waiting_max));
    let port = Port {
        pages: TowerToHyperService::new(routes::router(site)),
        slots: Arc::new(Semaphore::new(limits.connections_max)),
        closed,
        limits,
    };
    let mut connections = JoinSet::new();
    let mut shutdown = pin!(shutdown);
    loop {
        tokio::select! {
            () = &mut shutdown => break,
            (stream, peer, place) = accept(&listener, &places) => {
                connections.spawn(admit(stream, peer, port.clone(), place));
            }
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
        }
    }
    drop(listener);
    // An error means that no connection is left to be told.
    let _ = closing.send(true);
    let ended = async { while connections.join_next().await.is_some() {} };
    if timeout(port.limits.drain_timeout, ended).await.is_err() {
        tracing::warn!(connections = connections.len(), "connections were cut at the end");
        connections.shutdown().await;
    }
}

/// The next connection, once there is a place to wait in.
async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
    let place = places.clone().acquire_owned().await.expect("nobody closes this semaphore");
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, peer, place),
            Err(error) => {
                tracing::error!(%error, "a connection could not be accepted");
                alarm(ACCEPT_PAUSE).await;
            }
        }
    }
}

/// Waits for room a moment, and attends to the connection or refuses it.
async fn admit(stream: TcpStream, peer: SocketAddr, port: Port, place: OwnedSemaphorePermit) {
    let waiting = port.limits.waiting_timeout;
    let Ok(slot) = timeout(waiting, port.slots.clone().acquire_owned()).await else {
        tracing::warn!(%peer, "too many connections to the pages; one was refused");
        // Whoever does not even take a refusal is let go.
        let _ = timeout(waiting, refuse(stream)).await;
        return;
    };
    let _slot = slot.expect("nobody closes this semaphore");
    drop(place);
    attend(stream, peer, port).await;
}

/// Says that there is no room. What was asked is read, since the system would otherwise throw the
/// answer away with it.
async fn refuse(mut stream: TcpStream) -> std::io::Result<()> {
    stream.write_all(NO_ROOM).await?;
    stream.shutdown().await?;
    let mut unread = [0; 1024];
    while stream.read(&mut unread).await? > 0 {}
    Ok(())
}

/// Attends to one connection until it ends.
async fn attend(stream: TcpStream, peer: SocketAddr, port: Port) {
    let Port { pages, limits, mut closed, .. } = port;
    // If that cannot be set, small answers are only slower.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: Request<Incoming>| {
        let limit = if routes::takes_files(request.uri().path()) {
            limits.upload_timeout
        } else {
            limits.body_timeout
        };
        pages.call(request.map(|body| TimedBody::new(body, limit)))
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.idle_timeout)
        .serve_connection(TokioIo::new(TimedStream::new(stream, limits.stall_timeout)), service);
    let mut connection = pin!(connection);
    loop {
        tokio::select! {
            done = &mut connection => {
                if let Err(error) = done {
                    tracing::debug!(%peer, %error, "a connection ended");
                }
                return;
            }
            Ok(()) = closed.changed() => connection.as_mut().graceful_shutdown(),
        }
    }
}
