//! Who may do what: every endpoint against every standing of a terminal, as one table.

use office::terminal::TerminalState;

use crate::harness::{Running, punch};

/// Requests, and their status for a terminal that is unknown, waiting, approved and refused. Only
/// an approved one delivers; only a refused one is kept from registering.
const TABLE: [(&str, &str, [u16; 4]); 17] = [
    ("GET", "cdata?options=all", [200, 200, 200, 200]),
    ("GET", "cdata?options=all&DeviceType=acc", [200, 200, 200, 200]),
    ("GET", "cdata?type=time", [200, 200, 200, 200]),
    ("GET", "getrequest?x=1", [200, 200, 200, 200]),
    ("GET", "ping?x=1", [200, 200, 200, 200]),
    ("POST", "devicecmd?x=1", [200, 200, 200, 200]),
    ("POST", "cdata?table=ATTLOG", [403, 403, 200, 403]),
    ("POST", "edata?table=ATTLOG", [403, 403, 200, 403]),
    ("POST", "cdata?table=rtlog", [403, 403, 200, 403]),
    ("POST", "cdata?table=tabledata&tablename=transaction", [403, 403, 200, 403]),
    ("POST", "cdata?table=OPERLOG", [403, 403, 200, 403]),
    ("POST", "cdata?table=options", [200, 200, 200, 200]),
    ("POST", "cdata?table=BIODATA", [200, 200, 200, 200]),
    ("POST", "fdata?table=ATTPHOTO", [200, 200, 200, 200]),
    ("POST", "registry?x=1", [200, 200, 200, 406]),
    ("POST", "push?x=1", [200, 200, 200, 406]),
    ("POST", "exchange?x=1", [404, 404, 404, 404]),
];

#[tokio::test]
async fn only_approved_terminals_deliver() {
    for (number, (method, target, wanted)) in TABLE.into_iter().enumerate() {
        let gateway = Running::in_memory().await;
        let standings = [
            None,
            Some(TerminalState::Waiting),
            Some(TerminalState::Approved),
            Some(TerminalState::Refused),
        ];
        for (standing, wanted) in standings.into_iter().zip(wanted) {
            let serial = format!("T{number}-{standing:?}").replace(['(', ')'], "");
            if let Some(state) = standing {
                gateway.decide(&serial, state).await;
            }
            let body = if method == "POST" { punch("1", 0) } else { String::new() };
            let request = format!(
                "{method} /iclock/{target}&SN={serial} HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            );
            let answer = gateway.ask(request).await;
            assert_eq!(answer.status, wanted, "{method} {target} by {standing:?}: {answer:?}");
            let may = standing == Some(TerminalState::Approved);
            let held = gateway.store.quarantine_count().await.unwrap();
            assert!(may || gateway.kept(&serial).await == 0, "{target} by {standing:?}");
            assert!(may || held == 0 || wanted != 403, "{target} by {standing:?}");
        }
    }
}
