//! Terminals that go on calling are heard, each of them, again and again.

use std::{collections::BTreeMap, time::Duration};

use sim::{Poll, Recipe, Regency, keep_polling};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

use crate::served::{lawbook, now};

/// Answers one question for orders and tells whose it was.
async fn hear(mut stream: TcpStream) -> String {
    let mut asked = Vec::new();
    while !asked.ends_with(b"\r\n\r\n") {
        assert_ne!(stream.read_buf(&mut asked).await.expect("a line"), 0, "a whole request");
    }
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK").await.expect("a line");
    let asked = String::from_utf8(asked).expect("text");
    let target = asked.split(' ').nth(1).expect("a target");
    target.strip_prefix("/iclock/getrequest?SN=").expect("a question for orders").to_owned()
}

#[tokio::test]
async fn each_terminal_but_the_silent_calls_in_each_round_and_a_deaf_server_stops_none() {
    let recipe = Recipe { seed: 1, people: 40, months: 1, now: now() };
    let callers = Regency::invent(&recipe, lawbook().law()).unwrap().callers();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let addr = listener.local_addr().unwrap();
    let expected: BTreeMap<String, u32> =
        callers.iter().map(|serial| (serial.to_string(), 2)).collect();
    let two_rounds = async {
        // The first is not answered; the terminal calls again in its turn.
        drop(listener.accept().await.unwrap());
        let mut heard = BTreeMap::new();
        for _ in 1..callers.len() * 2 {
            let (stream, _) = listener.accept().await.unwrap();
            *heard.entry(hear(stream).await).or_insert(0) += 1;
        }
        heard
    };
    let poll = Poll { every: Duration::from_millis(60), parts: 7 };
    let (ended, end) = tokio::sync::oneshot::channel();
    let polling = keep_polling(addr, callers.clone(), poll, async {
        let _ = end.await;
    });
    let hearing = async {
        let heard = two_rounds.await;
        ended.send(()).unwrap();
        heard
    };
    let ((), heard) = tokio::join!(polling, hearing);
    let mut expected = expected;
    *expected.get_mut(callers[0].as_str()).unwrap() -= 1;
    assert_eq!(heard, expected);
}
