//! What each kind of request is answered.

use crate::harness::{Answer, Running, post, punch};

#[tokio::test]
async fn the_handshake_is_answered_whole() {
    let gateway = Running::in_memory().await;
    for target in [
        "/iclock/cdata?SN=A1&options=all&pushver=2.4.1",
        "/iclock/cdata.aspx?sn=A1&options=all",
        "/ICLOCK/CDATA/?Sn=A1&options=all&language=73",
        "/iclock/cdata?SN=A1",
    ] {
        let answer = gateway.get(target).await;
        assert_eq!(answer.status, 200, "{target}");
        assert!(answer.body.starts_with("GET OPTION FROM: A1\nATTLOGStamp=None\n"), "{answer:?}");
        for line in ["TimeZone=7", "Realtime=1", "Encrypt=None", "PushProtVer=2.4.1", "Delay=10"] {
            assert!(answer.body.lines().any(|found| found == line), "{line} is not in {answer:?}");
        }
        assert!(answer.header("content-type").unwrap().starts_with("text/plain"));
        let date = answer.header("date").expect("the terminal sets its clock by it");
        assert!(date.ends_with(" GMT"), "{date}");
    }
}

#[tokio::test]
async fn the_time_is_that_of_the_terminals_wall() {
    let gateway = Running::in_memory().await;
    gateway.get("/iclock/cdata?SN=A1&type=time").await.is(200, "Time=2026-11-02T08:00:00+07:00");
    // ((26*372 + 10*31 + 1) * 86400 + 1 h) of Greenwich, beside the zone.
    let packed = (26 * 372 + 10 * 31 + 1) * 86_400 + 3_600;
    gateway
        .get("/iclock/rtdata?SN=A1&type=rttime")
        .await
        .is(200, &format!("DateTime={packed},ServerTZ=+0700"));
}

#[tokio::test]
async fn polls_and_results_are_acknowledged() {
    let gateway = Running::in_memory().await;
    gateway.get("/iclock/getrequest?SN=A1").await.is(200, "OK");
    gateway
        .get("/iclock/getrequest?SN=A1&INFO=Ver%208,1,2,3,10.0.0.9,10,7,15,0,111")
        .await
        .is(200, "OK");
    gateway.get("/iclock/ping?SN=A1").await.is(200, "OK");
    gateway.post("/iclock/devicecmd?SN=A1", "ID=7&Return=0&CMD=INFO\n").await.is(200, "OK");
    gateway.get("/iclock/cdata?SN=A1&table=RemoteAtt&PIN=9").await.is(200, "OK");
    gateway.post("/iclock/cdata?SN=A1&type=PostVerifyData", "pin=9").await.is(200, "OK");
    gateway
        .post("/iclock/querydata?SN=A1&tablename=user&count=3", "user pin=1")
        .await
        .is(200, "user=3");
    let forged = gateway.post("/iclock/querydata?SN=A1&tablename=..%2fx&count=3", "").await;
    assert_eq!(forged.status, 400, "{forged:?}");
}

#[tokio::test]
async fn every_record_is_counted_good_bad_or_repeated() {
    let gateway = Running::in_memory().await;
    gateway.approve("A1").await;
    let body = format!("{}{}rubbish\n\n{}", punch("1", 0), punch("2", 1), punch("1", 0));
    for target in
        ["/iclock/cdata?SN=A1&table=ATTLOG&Stamp=9999", "/iclock/edata?SN=A1&table=attlog"]
    {
        gateway.post(target, &body).await.is(200, "OK: 4");
        assert_eq!(gateway.pins().await, ["1", "2"], "repeating changes nothing");
    }
    gateway.post("/iclock/cdata?SN=A1&table=ATTLOG", "").await.is(200, "OK: 0");
    let lines = gateway.store.quarantine(None, 10).await.unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].raw, b"rubbish");
}

#[tokio::test]
async fn a_terminal_resumes_where_its_punches_were_kept() {
    let gateway = Running::in_memory().await;
    gateway.approve("A1").await;
    gateway
        .post("/iclock/cdata?SN=A1&table=ATTLOG&Stamp=82983982", &punch("1", 0))
        .await
        .is(200, "OK: 1");
    gateway
        .post(
            "/iclock/cdata?SN=A1&table=OPERLOG&OpStamp=77",
            "OPLOG 4\t0\t2026-11-02 07:00:00\t0\t0\t0\t0",
        )
        .await
        .is(200, "OK: 1");
    let block = gateway.get("/iclock/cdata?SN=A1&options=all").await.body;
    assert!(block.contains("\nATTLOGStamp=82983982\nOPERLOGStamp=77\n"), "{block}");
    let forged = "/iclock/cdata?SN=A1&table=ATTLOG&Stamp=1%0ADelay=0";
    gateway.post(forged, &punch("1", 1)).await.is(200, "OK: 1");
    let block = gateway.get("/iclock/cdata?SN=A1&options=all").await.body;
    assert!(block.contains("\nATTLOGStamp=82983982\n") && !block.contains("Delay=0\n"), "{block}");
}

#[tokio::test]
async fn a_mark_beside_nothing_usable_is_not_believed() {
    let gateway = Running::in_memory().await;
    gateway.approve("A1").await;
    for table in ["ATTLOG", "OPERLOG"] {
        let target = format!("/iclock/cdata?SN=A1&table={table}&Stamp=99999999");
        gateway.post(&target, "rubbish\n").await.is(200, "OK: 1");
    }
    let block = gateway.get("/iclock/cdata?SN=A1&options=all").await.body;
    assert!(block.contains("\nATTLOGStamp=None\nOPERLOGStamp=None\n"), "{block}");
}

#[tokio::test]
async fn what_attendance_does_not_need_is_acknowledged_and_not_kept() {
    let gateway = Running::in_memory().await;
    gateway.approve("A1").await;
    let template = "BIODATA Pin=7\tNo=1\tTmp=QUJD\nBIODATA Pin=8\tNo=1\tTmp=QUJD\n";
    for (target, body, said) in [
        ("cdata?SN=A1&table=BIODATA", template, "OK: 2"),
        (
            "cdata?SN=A1&table=OPERLOG",
            "FP PIN=7\tFID=1\tTMP=QUJD\nUSER PIN=7\tName=Sari\n",
            "OK: 2",
        ),
        ("cdata?SN=A1&table=OPERLOG", "", "OK: 0"),
        ("cdata?SN=A1&table=OPERLOG&ContentType=tgz", "\u{1f}packed", "OK"),
        ("cdata?SN=A1&table=ATTPHOTO", "PIN=1.jpg\nSN=A1\nsize=3\nCMD=uploadphoto\0abc", "OK"),
        ("fdata?SN=A1&table=ATTPHOTO", "PIN=1.jpg\0abc", "OK"),
        ("cdata?SN=A1&table=ERRORLOG", "ERRORLOG ErrCode=D01E0003\n", "OK: 1"),
        ("cdata?SN=A1&table=SOMETHINGNEW", "X a=1\n", "OK"),
        ("cdata?SN=A1&table=rtstate", "time=2026-11-02 07:00:00\tsensor=01", "OK"),
        (
            "cdata?SN=A1&table=tabledata&tablename=user&count=1",
            "user pin=1\tname=Sari\r\n",
            "user=1",
        ),
        (
            "cdata?SN=A1&table=tabledata&tablename=templatev10",
            "templatev10 pin=1\n",
            "templatev10=1",
        ),
    ] {
        gateway.post(&format!("/iclock/{target}"), body).await.is(200, said);
    }
    assert!(gateway.pins().await.is_empty());
    assert_eq!(gateway.store.quarantine_count().await.unwrap(), 0);
    let shown = format!("{:?}", gateway.stop().await.terminals().await.unwrap());
    assert!(!shown.contains("QUJD") && !shown.contains("Sari"), "{shown}");
}

#[tokio::test]
async fn access_control_terminals_register_and_deliver() {
    let gateway = Running::in_memory().await;
    gateway.approve("S1").await;
    let handshake = "/iclock/cdata?SN=S1&pushver=3.0.1&options=all";
    gateway.get(handshake).await.is(200, "OK");
    let said = gateway.post("/iclock/registry?SN=S1", "DeviceType=acc,~DeviceName=F20").await;
    let code = said.body.strip_prefix("RegistryCode=").unwrap().to_owned();
    assert!((1..=32).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric()));
    let config = gateway.post("/iclock/push?SN=S1", "").await.body;
    assert!(config.starts_with("ServerVersion=3.0.1\n"), "{config}");
    let again = gateway.get(handshake).await.body;
    assert_eq!(again, format!("registry=ok\nRegistryCode={code}\n{config}"));

    let events = "time=2026-11-02 07:30:00\tpin=0\tevent=27\tindex=1\r\n\
        time=2026-11-02 07:30:01\tpin=88\tevent=0\tinoutstatus=0\tverifytype=1\tindex=2\r\n";
    gateway.post("/iclock/cdata?SN=S1&table=rtlog", events).await.is(200, "OK");
    assert_eq!(gateway.pins().await, ["88"]);
    let backlog = "transaction cardno=0\tpin=9\ttime_second=835000000\tindex=3\r\n";
    let target = "/iclock/cdata?SN=S1&table=tabledata&tablename=transaction&count=1";
    gateway.post(target, backlog).await.is(200, "transaction=1");
    assert_eq!(gateway.store.quarantine_count().await.unwrap(), 1, "a person can repair it");
}

#[tokio::test]
async fn encryption_is_not_offered() {
    let gateway = Running::in_memory().await;
    let answer = gateway.post("/iclock/exchange?SN=S1&type=publickey", "PublicKey=x").await;
    assert_eq!(answer.status, 404, "{answer:?}");
}

fn names_what_to_do(answer: &Answer, status: u16, word: &str) {
    assert_eq!(answer.status, status, "{answer:?}");
    assert!(answer.body.contains(word), "{answer:?}");
}

#[tokio::test]
async fn what_no_terminal_says_is_refused_with_words() {
    let gateway = Running::in_memory().await;
    names_what_to_do(&gateway.get("/iclock/cdata?options=all").await, 400, "SN is missing");
    for serial in ["..%2f..%2fetc%2fpasswd%0a", "%3Cscript%3E", "A%0D%0AX-Y:1", &"9".repeat(65)] {
        let answer = gateway.get(&format!("/iclock/cdata?SN={serial}&options=all")).await;
        names_what_to_do(&answer, 400, "copy it from the label");
        assert!(!answer.body.contains("passwd") && !answer.body.contains("script"), "{answer:?}");
        assert!(answer.header("x-y").is_none());
    }
    names_what_to_do(&gateway.get("/").await, 404, "terminals only");
    names_what_to_do(&gateway.get("/iclock/nothing?SN=A1").await, 404, "terminals only");
    let answer = gateway.ask("DELETE /iclock/cdata?SN=A1 HTTP/1.1\r\nHost: x\r\n\r\n").await;
    names_what_to_do(&answer, 405, "GET and POST");
    let target = "/iclock/cdata?SN=A1&table=tabledata&tablename=a%0Ab";
    names_what_to_do(&gateway.ask(post(target, "x")).await, 400, "tablename");
    assert_eq!(gateway.store.terminals().await.unwrap().len(), 1, "only A1 is a serial number");
}
