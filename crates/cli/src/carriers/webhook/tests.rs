use civil::FixedClock;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
    task::JoinHandle,
};
use words::Lang;

use super::*;
use crate::carriers::testing::digest;

const SECRET: &[u8] = b"a secret of both sides";

/// A receiver that answers one call, and gives back what it was sent.
async fn receiver(answer: &'static str) -> (String, JoinHandle<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/abdi?to=chat", listener.local_addr().unwrap());
    let talk = tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let mut sent = Vec::new();
        let mut some = [0; 4_096];
        while !is_whole(&sent) {
            let count = socket.read(&mut some).await.unwrap();
            sent.extend_from_slice(&some[..count]);
        }
        socket.write_all(answer.as_bytes()).await.unwrap();
        sent
    });
    (url, talk)
}

/// Whether head and body of a request are there.
fn is_whole(sent: &[u8]) -> bool {
    let text = String::from_utf8_lossy(sent).to_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    length.is_some_and(|length| body.len() >= length.parse().unwrap())
}

fn webhook(url: &str, near: Near) -> Webhook {
    let clock = Arc::new(FixedClock::at("2026-11-03T00:00:00Z".parse().unwrap()));
    Webhook::new(url, SECRET.to_vec(), near, Links::new("https://abdi.contoh.go.id"), clock)
        .unwrap()
}

async fn answered(answer: &'static str) -> Result<(), Undelivered> {
    let (url, talk) = receiver(answer).await;
    let done = webhook(&url, Near::Allowed).carry(&digest(Lang::En)).await;
    talk.await.unwrap();
    done
}

#[tokio::test]
async fn a_call_is_signed_and_says_what_and_where() {
    let (url, talk) = receiver("HTTP/1.1 204 No Content\r\n\r\n").await;
    webhook(&url, Near::Allowed).carry(&digest(Lang::En)).await.unwrap();
    let sent = String::from_utf8(talk.await.unwrap()).unwrap();
    let (head, body) = sent.split_once("\r\n\r\n").unwrap();
    let headed = |name: &str| {
        let line = head.lines().find(|line| line.to_lowercase().starts_with(name)).unwrap();
        line.split_once(": ").unwrap().1.to_owned()
    };
    assert!(head.starts_with("POST /abdi?to=chat HTTP/1.1"), "{head}");
    assert_eq!(headed("host"), url.split('/').nth(2).unwrap());
    // The receiver's own reckoning.
    let time = headed("x-abdi-time");
    assert_eq!(time, "1793664000");
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET).unwrap();
    mac.update(format!("{time}.{body}").as_bytes());
    let given = headed("x-abdi-signature");
    let given = given.strip_prefix("sha256=").unwrap();
    let given: Vec<u8> = (0..given.len())
        .step_by(2)
        .map(|place| u8::from_str_radix(&given[place..place + 2], 16).unwrap())
        .collect();
    mac.verify_slice(&given).unwrap();

    let said: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(said["id"], "email-7-1793580000");
    assert_eq!(said["account"], "199001012015032001");
    assert_eq!(said["messages"][1]["code"], "month-over");
    assert_eq!(said["messages"][1]["topic"], "months");
    assert_eq!(
        said["messages"][1]["link"],
        "https://abdi.contoh.go.id/units/DISTAN/2026-10/closing"
    );
    assert!(!head.contains("a secret"), "{head}");
}

#[tokio::test]
async fn what_may_work_later_is_told_from_a_refusal() {
    for busy in ["500 Oops", "503 Busy", "429 Slowly", "408 Late"] {
        let answer = format!("HTTP/1.1 {busy}\r\nContent-Length: 0\r\n\r\n");
        let done = answered(answer.leak()).await;
        assert!(matches!(done, Err(Undelivered::Later(_))), "{busy}: {done:?}");
    }
    for refused in ["401 Who", "404 Where", "302 Elsewhere\r\nLocation: http://127.0.0.1/"] {
        let answer = format!("HTTP/1.1 {refused}\r\nContent-Length: 0\r\n\r\n");
        let done = answered(answer.leak()).await;
        assert!(matches!(done, Err(Undelivered::Refused(_))), "{refused}: {done:?}");
    }
    let done = answered("nonsense\r\n\r\n").await;
    assert!(matches!(done, Err(Undelivered::Later(_))), "{done:?}");
}

#[tokio::test]
async fn the_offices_own_network_is_not_called_unless_it_may_be() {
    for url in ["http://127.0.0.1:9/", "http://localhost:9/", "http://[::1]:9/", "http://10.0.0.1/"]
    {
        let done = webhook(url, Near::Refused).carry(&digest(Lang::Id)).await;
        let Err(Undelivered::Refused(why)) = &done else { panic!("{url}: {done:?}") };
        assert!(why.contains("--webhook-private"), "{why}");
    }
}

#[test]
fn what_is_no_address_is_refused_at_the_start() {
    for url in
        ["", "contoh.go.id", "ftp://contoh.go.id/", "/path", "http://user:pass@contoh.go.id/"]
    {
        assert!(target(url).is_err(), "{url}");
    }
    let target = target("https://contoh.go.id/x").unwrap();
    assert!(target.tls.is_some());
    assert_eq!((target.port, target.path.as_str()), (443, "/x"));
}
