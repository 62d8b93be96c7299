//! One request of a terminal and its answer.

use std::fmt::Display;

use civil::{TerminalSerial, Wall, Zone};
use http_body_util::Full;
use hyper::{
    Method, Request, Response, StatusCode,
    body::{Body, Bytes},
    header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue, RETRY_AFTER, TRANSFER_ENCODING},
    http::request::Parts,
};
use office::{OfficeError, terminal::Terminal};
use terminal::{
    ZkTime,
    push::{
        Endpoint, Request as Asked, Serial,
        handshake::{Options, rt_time_reply, time_reply},
        reply,
    },
};

use crate::{Gateway, refusal::Refusal, roll::Standing};

/// An answer, ready to be sent.
pub type Reply = Response<Full<Bytes>>;

/// A request to which nothing may be said back, such as a body cut short: end the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoAnswer;

impl std::fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the request was not whole, so nothing is said back")
    }
}

impl std::error::Error for NoAnswer {}

/// Seconds after which a terminal should try again when it was sent away for the moment.
const RETRY_AFTER_S: HeaderValue = HeaderValue::from_static("30");

/// Bytes of a request's head that are kept with its terminal.
const REQUEST_BYTES_MAX: usize = 2_000;

/// Characters kept of what a terminal says about itself.
pub(crate) const INFO_CHARS_MAX: usize = 2_000;

/// Parameters and headers whose values are secrets.
const SECRETS: [&str; 5] = ["pushcommkey", "comkey", "cookie", "authorization", "token"];

/// Who asks what.
pub(crate) struct Call<'a> {
    pub(crate) asked: &'a Asked,
    pub(crate) serial: Serial,
    /// The same serial number, in our words.
    pub(crate) terminal: TerminalSerial,
    /// How the terminal stands; an error if the store could not be asked.
    pub(crate) standing: Result<Standing, OfficeError>,
}

impl Call<'_> {
    /// Whether its records are taken.
    pub(crate) fn may_deliver(&self) -> bool {
        matches!(self.standing, Ok(Standing::Approved(_)))
    }

    /// The terminal, if its records are taken.
    pub(crate) fn approved(self) -> Result<std::sync::Arc<Terminal>, Refusal> {
        match self.standing? {
            Standing::Approved(terminal) => Ok(terminal),
            Standing::Waiting(_) | Standing::Stranger => Err(Refusal::Waiting),
            Standing::Refused(_) => Err(Refusal::Refused),
        }
    }
}

impl Gateway {
    /// Answers one request, whatever it is. When an answer acknowledges records, they are on disk.
    ///
    /// # Errors
    ///
    /// [`NoAnswer`] if the body did not come whole: nothing of it was taken.
    pub async fn answer<B>(&self, request: Request<B>) -> Result<Reply, NoAnswer>
    where
        B: Body<Data = Bytes> + Unpin,
        B::Error: Display,
    {
        let (head, body) = request.into_parts();
        let asked = Asked::parse(&head.uri.to_string());
        match self.attend(&head, &asked, body).await {
            Ok(said) => Ok(text_reply(StatusCode::OK, said)),
            Err(refusal) => {
                let serial = asked.serial().ok();
                refusal.log(serial.as_ref().map(Serial::as_str), &asked.endpoint.path());
                let (status, words) = refusal.answer().ok_or(NoAnswer)?;
                Ok(text_reply(status, words.to_owned()))
            }
        }
    }

    async fn attend<B>(&self, head: &Parts, asked: &Asked, body: B) -> Result<String, Refusal>
    where
        B: Body<Data = Bytes> + Unpin,
        B::Error: Display,
    {
        if asked.endpoint == Endpoint::Other {
            return Err(Refusal::NotForTerminals);
        }
        let uploads = match head.method {
            Method::GET => false,
            Method::POST => true,
            _ => return Err(Refusal::Method),
        };
        // By the rules of HTTP the body is empty, but who sends one would take it for received.
        let measured = [CONTENT_LENGTH, TRANSFER_ENCODING];
        let records = uploads && matches!(asked.endpoint, Endpoint::Cdata | Endpoint::Edata);
        if records && !measured.iter().any(|name| head.headers.contains_key(name)) {
            return Err(Refusal::Length);
        }
        let serial = asked.serial().map_err(Refusal::Serial)?;
        let terminal: TerminalSerial =
            serial.as_str().parse().expect("a serial number of push is a terminal serial");
        let standing = self.hear(&terminal, || request_text(head)).await;
        if let Some(info) = asked.param("INFO") {
            self.roll.about(&terminal, one_line(info));
        }
        let call = Call { asked, serial, terminal, standing };
        match (asked.endpoint, uploads) {
            (Endpoint::Cdata | Endpoint::Edata, true) => self.upload(call, body).await,
            (Endpoint::Cdata | Endpoint::Edata, false) => {
                self.count_lines(body).await?;
                self.introduce(call)
            }
            // There are no commands yet, so there is nothing to give and no result to expect.
            (Endpoint::GetRequest | Endpoint::DeviceCmd | Endpoint::Ping | Endpoint::Fdata, _) => {
                self.count_lines(body).await?;
                Ok(reply::OK.to_owned())
            }
            (Endpoint::Registry, _) => self.registry(call, body).await,
            (Endpoint::Push, _) => {
                self.count_lines(body).await?;
                self.push_config(call)
            }
            (Endpoint::RtData, _) => {
                self.count_lines(body).await?;
                Ok(self.security_time(&call))
            }
            (Endpoint::QueryData, _) => {
                self.count_lines(body).await?;
                query_reply(asked)
            }
            (Endpoint::Exchange, _) => Err(Refusal::Encryption),
            (Endpoint::Other, _) => Err(Refusal::NotForTerminals),
        }
    }

    /// `GET cdata`: the handshake, or what stands in for it.
    fn introduce(&self, call: Call<'_>) -> Result<String, Refusal> {
        let Call { asked, serial, terminal, standing } = call;
        // A person whom the terminal does not know: there is no roaming yet.
        if asked.param("table").is_some() {
            return Ok(reply::OK.to_owned());
        }
        // Without the store the zone is not known, and a wrong one shifts the terminal's clock.
        let standing = standing?;
        let zone = standing.terminal().map_or(self.office.zone(), |terminal| terminal.zone);
        if asked.param("type").is_some_and(|kind| kind.eq_ignore_ascii_case("time")) {
            let wall = Wall::at(self.office.now(), zone);
            return Ok(time_reply(wall.datetime(), zone.0));
        }
        if asked.is_security() {
            return Ok(self.introduce_security(&terminal));
        }
        let mut options = Options::new(serial, zone.0);
        options.stamps = self.roll.stamps(&terminal);
        Ok(options.emit())
    }

    /// `rtdata`: the time for access-control terminals. Servers of others that name the vendor's
    /// appendix give the hour of Greenwich beside the zone, so this does.
    fn security_time(&self, call: &Call<'_>) -> String {
        let known = call.standing.as_ref().ok().and_then(Standing::terminal);
        let zone = known.map_or(self.office.zone(), |terminal| terminal.zone);
        let greenwich = Wall::at(self.office.now(), Zone(0)).datetime();
        // Before 2000 and after 2133 there is no such number; then the terminal is told none.
        ZkTime::pack(greenwich).map_or_else(|| reply::OK.to_owned(), |at| rt_time_reply(at, zone.0))
    }
}

/// `querydata`: results of queries that nobody has made yet are acknowledged by their number.
fn query_reply(asked: &Asked) -> Result<String, Refusal> {
    let count = asked.param("count").and_then(|count| count.parse().ok());
    match asked.param("tablename").zip(count) {
        Some((name, count)) => reply::table_count(name, count).ok_or(Refusal::TableName),
        None => Ok(reply::OK.to_owned()),
    }
}

fn text_reply(status: StatusCode, text: String) -> Reply {
    let mut reply = Response::new(Full::new(Bytes::from(text)));
    *reply.status_mut() = status;
    let headers = reply.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(RETRY_AFTER, RETRY_AFTER_S);
    }
    reply
}

/// The head of a request as it came, without secrets, for whoever sets a terminal up.
fn request_text(head: &Parts) -> String {
    let target = head.uri.to_string();
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let key = pair.split_once('=').map_or(pair, |(key, _)| key);
        if is_secret(key) { format!("{key}=***") } else { pair.to_owned() }
    });
    let query = pairs.collect::<Vec<_>>().join("&");
    let mark = if query.is_empty() { "" } else { "?" };
    let first = format!("{} {path}{mark}{query} {:?}\n", head.method, head.version);
    let headers = head.headers.iter().map(|(name, value)| {
        let value = if is_secret(name.as_str()) { "***".to_owned() } else { printable(value) };
        format!("{name}: {value}\n")
    });
    let mut text = std::iter::once(first).chain(headers).collect::<Vec<_>>().concat();
    let end = (0..=REQUEST_BYTES_MAX.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    text.truncate(end.unwrap_or_default());
    text
}

fn is_secret(key: &str) -> bool {
    SECRETS.iter().any(|secret| key.eq_ignore_ascii_case(secret))
}

fn printable(value: &HeaderValue) -> String {
    value.as_bytes().escape_ascii().to_string()
}

/// What a terminal says about itself in its address, as one line.
fn one_line(text: &str) -> String {
    let shown = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().take(INFO_CHARS_MAX).map(shown).collect()
}
