//! Digests by a call of another program of the office: JSON by POST, signed.
//!
//! `X-Abdi-Signature` is `sha256=` and the HMAC-SHA256 of `X-Abdi-Time`, a full stop and the body,
//! in hexadecimal, under the secret that both know; the time is in seconds since 1970. The body's
//! `id` is the same when a digest is sent again. Redirections are not followed.

mod near;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context as _;
use async_trait::async_trait;
use civil::Clock;
use hmac::{Hmac, KeyInit as _, Mac as _};
use http_body_util::Full;
use hyper::{Request, StatusCode, Uri, body::Bytes, client::conn::http1, header};
use hyper_util::rt::TokioIo;
use office::message::{Carrier, Channel, Digest, Undelivered};
use serde_json::json;
use sha2::Sha256;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpStream, lookup_host},
    time::timeout,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};

use super::letter::{self, Links};

/// How long a call may take in all.
const CALL_TIMEOUT: Duration = Duration::from_secs(15);

/// Whether addresses of this machine and of private networks may be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Near {
    /// They may.
    Allowed,
    /// They may not: a name must not lead into the office's own network.
    Refused,
}

/// Calls another program.
pub(super) struct Webhook {
    to: Target,
    secret: Vec<u8>,
    near: Near,
    links: Links,
    clock: Arc<dyn Clock>,
}

/// Whom to call.
struct Target {
    host: String,
    port: u16,
    /// Path and query.
    path: String,
    /// As in the URL, for the header `host`.
    authority: String,
    /// `None` in the open.
    tls: Option<(TlsConnector, ServerName<'static>)>,
}

impl Webhook {
    /// A caller of `url`.
    pub(super) fn new(
        url: &str,
        secret: Vec<u8>,
        near: Near,
        links: Links,
        clock: Arc<dyn Clock>,
    ) -> anyhow::Result<Self> {
        Ok(Self { to: target(url)?, secret, near, links, clock })
    }

    fn body(&self, digest: &Digest) -> Vec<u8> {
        let messages: Vec<_> = digest
            .messages
            .iter()
            .map(|message| {
                json!({
                    "code": message.code(),
                    "topic": message.topic().code(),
                    "at": message.at.to_string(),
                    "text": letter::sentence(digest.language, message),
                    "link": self.links.to(&message.destination()),
                })
            })
            .collect();
        let body = json!({
            "id": digest.id,
            "account": digest.username,
            "day": digest.day.to_string(),
            "language": digest.language.code(),
            "subject": letter::subject(digest),
            "messages": messages,
        });
        body.to_string().into_bytes()
    }

    fn request(&self, digest: &Digest) -> Result<Request<Full<Bytes>>, Undelivered> {
        let body = self.body(digest);
        let time = self.clock.now().as_second();
        let signature = signature(&self.secret, time, &body);
        Request::post(&self.to.path)
            .header(header::HOST, &self.to.authority)
            .header(header::CONTENT_TYPE, "application/json")
            .header("x-abdi-time", time)
            .header("x-abdi-signature", format!("sha256={signature}"))
            .body(Full::new(body.into()))
            .map_err(|error| Undelivered::Refused(error.to_string()))
    }

    async fn connect(&self) -> Result<TcpStream, Undelivered> {
        let later = |error: std::io::Error| Undelivered::Later(error.to_string());
        let found = lookup_host((self.to.host.as_str(), self.to.port)).await.map_err(later)?;
        let found: Vec<SocketAddr> = found.collect();
        // The very address that was looked at is called, so that a name cannot change in between.
        let far =
            |address: &&SocketAddr| self.near == Near::Allowed || !near::is_near(address.ip());
        let address = found.iter().find(far).ok_or_else(|| {
            let why = "the webhook is on this machine or in a private network; if it should be, \
                       add --webhook-private";
            Undelivered::Refused(why.to_owned())
        })?;
        TcpStream::connect(address).await.map_err(later)
    }

    async fn call(&self, digest: &Digest) -> Result<(), Undelivered> {
        let request = self.request(digest)?;
        let socket = self.connect().await?;
        let status = match &self.to.tls {
            None => send(socket, request).await?,
            Some((tls, name)) => {
                let covered = tls.connect(name.clone(), socket).await;
                send(covered.map_err(|error| Undelivered::Later(error.to_string()))?, request)
                    .await?
            }
        };
        let again = status.is_server_error()
            || matches!(status, StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS);
        match status {
            status if status.is_success() => Ok(()),
            status if again => Err(Undelivered::Later(status.to_string())),
            status => Err(Undelivered::Refused(status.to_string())),
        }
    }
}

#[async_trait]
impl Carrier for Webhook {
    fn channel(&self) -> Channel {
        Channel::Webhook
    }

    async fn carry(&self, digest: &Digest) -> Result<(), Undelivered> {
        let called = timeout(CALL_TIMEOUT, self.call(digest)).await;
        called.unwrap_or_else(|_| Err(Undelivered::Later("no answer in time".to_owned())))
    }
}

fn target(url: &str) -> anyhow::Result<Target> {
    const WHAT: &str = "--webhook is no address; write https://HOST/PATH";
    let uri: Uri = url.trim().parse().context(WHAT)?;
    let authority = uri.authority().context(WHAT)?;
    anyhow::ensure!(
        !authority.as_str().contains('@'),
        "leave user and password out of --webhook; calls are signed with ABDI_WEBHOOK_SECRET"
    );
    let host = authority.host().trim_matches(['[', ']']).to_owned();
    let (tls, port) = match uri.scheme_str() {
        Some("https") => (Some((tls()?, ServerName::try_from(host.clone()).context(WHAT)?)), 443),
        Some("http") => (None, 80),
        _ => anyhow::bail!(WHAT),
    };
    let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let port = authority.port_u16().unwrap_or(port);
    Ok(Target { host, port, path, authority: authority.to_string(), tls })
}

/// TLS that trusts whom the machine trusts, so that an office's own authority counts.
fn tls() -> anyhow::Result<TlsConnector> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

async fn send(
    socket: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    request: Request<Full<Bytes>>,
) -> Result<StatusCode, Undelivered> {
    let later = |error: hyper::Error| Undelivered::Later(error.to_string());
    let (mut sender, connection) = http1::handshake(TokioIo::new(socket)).await.map_err(later)?;
    let talk = async {
        let answer = sender.send_request(request).await.map(|answer| answer.status());
        drop(sender);
        answer
    };
    let (answer, ()) = tokio::join!(talk, async {
        // What the other side says after its status is of no interest; that it hung up neither.
        if let Err(error) = connection.await {
            tracing::debug!(%error, "the receiver of a digest hung up");
        }
    });
    answer.map_err(later)
}

fn signature(secret: &[u8], time: i64, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("a key of any length is taken");
    mac.update(format!("{time}.").as_bytes());
    mac.update(body);
    let digit = |half: u8| char::from_digit(u32::from(half), 16).expect("half a byte is one digit");
    let bytes = mac.finalize().into_bytes();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests;
