//! Sockets: connections are accepted, held to the limits, and ended in good order.

use std::{net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    task::JoinSet,
    time::{MissedTickBehavior, interval},
};

use crate::{Gateway, watched::Watched};

/// Pause after the system refused a connection: it has no more files, for instance.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// Answers terminals on a socket until `shutdown` is done. Then no more connections are accepted,
/// open requests are answered, and it is noted when terminals were last heard.
pub async fn serve(
    listener: TcpListener,
    gateway: Gateway,
    shutdown: impl Future<Output = ()> + Send,
) {
    let (closing, closed) = watch::channel(false);
    let slots = Arc::new(Semaphore::new(gateway.limits.connections_max));
    let mut connections = JoinSet::new();
    let mut rounds = JoinSet::new();
    rounds.spawn(note_now_and_then(gateway.clone()));
    let mut shutdown = pin!(shutdown);
    loop {
        tokio::select! {
            () = &mut shutdown => break,
            (stream, peer, slot) = accept(&listener, &slots) => {
                connections.spawn(attend(stream, peer, gateway.clone(), closed.clone(), slot));
            }
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
        }
    }
    drop(listener);
    rounds.shutdown().await;
    // An error means that no connection is left to be told.
    let _ = closing.send(true);
    let ended = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(gateway.limits.drain_timeout, ended).await.is_err() {
        tracing::warn!(connections = connections.len(), "connections were cut at the end");
        connections.shutdown().await;
    }
    gateway.note_sightings().await;
}

async fn note_now_and_then(gateway: Gateway) {
    let mut rounds = interval(gateway.limits.sightings_every);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        rounds.tick().await;
        gateway.note_sightings().await;
    }
}

/// The next connection, once there is room for one.
async fn accept(
    listener: &TcpListener,
    slots: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
    let slot = slots.clone().acquire_owned().await.expect("nobody closes this semaphore");
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, peer, slot),
            Err(error) => {
                tracing::error!(%error, "a connection could not be accepted");
                let mut pause = interval(ACCEPT_PAUSE);
                // The first tick is at once.
                pause.tick().await;
                pause.tick().await;
            }
        }
    }
}

/// Attends to one connection until it ends.
async fn attend(
    stream: TcpStream,
    peer: SocketAddr,
    gateway: Gateway,
    mut closed: watch::Receiver<bool>,
    _slot: OwnedSemaphorePermit,
) {
    // An answer is one small packet, to be sent at once; if that cannot be set, it is only slower.
    let _ = stream.set_nodelay(true);
    let (stream, writing) = Watched::new(stream);
    let limits = gateway.limits.clone();
    let service = service_fn(move |request| {
        let gateway = gateway.clone();
        async move { gateway.answer(request).await }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.idle_timeout)
        .max_headers(limits.headers_max)
        .max_header_size(limits.head_bytes_max)
        // Some terminals end their side of the connection as soon as they have asked.
        .half_close(true)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    let mut looks = interval(limits.stall_timeout);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut stuck = None;
    loop {
        tokio::select! {
            done = &mut connection => {
                if let Err(error) = done {
                    log_end(peer, &error);
                }
                return;
            }
            Ok(()) = closed.changed() => connection.as_mut().graceful_shutdown(),
            _ = looks.tick() => {
                let mark = writing.stuck();
                if mark.is_some() && mark == stuck {
                    tracing::warn!(%peer, "a terminal takes no answer; the connection was cut");
                    return;
                }
                stuck = mark;
            }
        }
    }
}

/// Says why a connection ended, where nothing else has said so.
fn log_end(peer: SocketAddr, error: &hyper::Error) {
    if error.is_user() {
        // A request that was answered with nothing, which has been said.
    } else if error.is_parse() || error.is_parse_too_large() {
        tracing::info!(%peer, %error, "what came is no request of a terminal");
    } else {
        tracing::debug!(%peer, %error, "a connection ended");
    }
}
