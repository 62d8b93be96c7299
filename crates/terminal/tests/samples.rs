//! Reads the collected requests and files of terminals, where they lie beside the checkout.
//!
//! They are captures and vendor examples that are not part of this repository; without them each
//! test says so and passes.

#![expect(clippy::print_stdout, reason = "a test that was skipped says so")]

use std::path::PathBuf;

use terminal::push::command::CommandId;
use terminal::push::info::Info;
use terminal::push::oper_log::{self, OperRecord};
use terminal::push::security_push::rt_log_lines;
use terminal::push::{Endpoint, Request, Table, att_log, device_result};
use terminal::usb::{AttLogFile, BadAttLogFile, BadUserFile, users};
use terminal::{BadLine, FileKind, recognise};

fn folder(name: &str) -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/samples/terminals")
        .join(name);
    if !folder.is_dir() {
        println!("skipped: no samples at {}", folder.display());
        return None;
    }
    Some(folder)
}

fn read(folder: &str, file: &str) -> Option<Vec<u8>> {
    let path = self::folder(folder)?.join(file);
    Some(std::fs::read(path).expect("sample is readable"))
}

struct Sample {
    file: String,
    request: Request,
    body: Vec<u8>,
    att_log_records: Option<u64>,
    status: Option<u64>,
    reply: String,
}

fn push_samples() -> Vec<Sample> {
    let Some(index) = read("adms", "index.json") else { return Vec::new() };
    let index: serde_json::Value = serde_json::from_slice(&index).expect("index is JSON");
    let entries = index.as_array().expect("index is a list");
    entries.iter().filter_map(push_sample).collect()
}

fn push_sample(entry: &serde_json::Value) -> Option<Sample> {
    let file = entry["file"].as_str().expect("entry names a file").to_owned();
    let raw = read("adms", &file)?;
    let end = raw.windows(4).position(|four| four == b"\r\n\r\n").expect("sample has a head");
    let (head, body) = raw.split_at(end + 4);
    let head = std::str::from_utf8(head).expect("head is text");
    let target = head.split(' ').nth(1).expect("head has a target");
    Some(Sample {
        request: Request::parse(target),
        body: body.to_vec(),
        att_log_records: entry["attlog_records"].as_u64(),
        status: entry["expect_status"].as_u64(),
        reply: entry["expect_reply"].as_str().unwrap_or_default().to_owned(),
        file,
    })
}

#[test]
fn every_request_has_an_endpoint_and_a_serial_number() {
    for Sample { file, request, status, .. } in push_samples() {
        assert_ne!(request.endpoint, Endpoint::Other, "{file}");
        assert_eq!(request.serial().is_err(), status == Some(400), "{file}");
    }
}

#[test]
fn every_att_log_gives_the_counted_punches() {
    let mut counted = 0;
    for Sample { file, request, body, att_log_records, .. } in push_samples() {
        let (Some(Table::AttLog), Some(records)) = (request.table(), att_log_records) else {
            continue;
        };
        let lines: Vec<_> = att_log::lines(&body).collect();
        let good = lines.iter().filter(|line| line.record.is_ok()).count();
        assert_eq!(u64::try_from(good), Ok(records), "{file}: {lines:?}");
        assert_eq!(good, lines.len(), "{file}: {lines:?}");
        counted += 1;
    }
    println!("{counted} uploads of punches counted");
}

#[test]
fn bad_lines_are_named_and_lose_no_neighbour() {
    use BadLine::{ImpossibleDate, NoPin, NotARecord, UnreadableTime};
    let wanted: [(&str, usize, &[BadLine]); 5] = [
        ("026", 2, &[NotARecord, NoPin, UnreadableTime]),
        ("031", 0, &[ImpossibleDate]),
        ("047", 1, &[]),
        ("054", 0, &[NotARecord, UnreadableTime]),
        ("055", 2, &[NotARecord, UnreadableTime]),
    ];
    for Sample { file, body, .. } in push_samples() {
        let Some((_, good, bad)) = wanted.iter().find(|(number, ..)| file.starts_with(number))
        else {
            continue;
        };
        let records: Vec<_> = att_log::lines(&body).map(|line| line.record).collect();
        assert_eq!(records.iter().filter(|record| record.is_ok()).count(), *good, "{file}");
        assert_eq!(records.iter().filter_map(|r| r.err()).collect::<Vec<_>>(), *bad, "{file}");
    }
}

#[test]
fn every_other_upload_is_recognised() {
    for Sample { file, request, body, reply, .. } in push_samples() {
        match (request.endpoint, request.table()) {
            (Endpoint::Cdata, Some(Table::OperLog)) if request.param("ContentType").is_none() => {
                let lines: Vec<_> = oper_log::lines(&body).collect();
                assert!(lines.iter().all(|line| line.record.is_ok()), "{file}: {lines:?}");
            }
            (Endpoint::Cdata, Some(Table::BioData)) => {
                let is_template = |r: &_| matches!(r, Ok(OperRecord::Biometric(_)));
                assert!(oper_log::lines(&body).all(|line| is_template(&line.record)), "{file}");
            }
            (Endpoint::Cdata, Some(Table::RtLog)) => {
                assert!(
                    rt_log_lines(&body).all(|line| line.record.unwrap().pin.is_none()),
                    "{file}"
                );
            }
            (Endpoint::Cdata, Some(Table::TableData)) => {
                let name = request.param("tablename").unwrap_or_default();
                let records = oper_log::lines(&body).count();
                let said = terminal::push::reply::table_count(name, records).unwrap();
                assert_eq!(format!("^{said}$"), reply, "{file}");
            }
            (Endpoint::DeviceCmd, _) => {
                let results: Vec<_> = device_result::results(&body).collect();
                assert!(
                    !results.is_empty() && results.iter().all(Result::is_ok),
                    "{file}: {results:?}"
                );
                assert!(
                    results.iter().all(|r| r.unwrap().id.parse::<CommandId>().is_ok()),
                    "{file}"
                );
            }
            (Endpoint::GetRequest, _) => {
                let info = request.param("INFO").map(Info::parse);
                assert!(info.is_none_or(|i| i.punches == Some(0) && i.address.is_some()), "{file}");
            }
            _ => {}
        }
    }
}

#[test]
fn every_line_of_usb_files_is_a_punch_but_the_one_of_the_power_cut() {
    for (file, good, bad, serial) in [
        ("Alden4891_1_attlog.dat", 2000, &[][..], None),
        ("Thrawn1_1_attlog.dat", 2000, &[], None),
        // In this copy digits stand where the NULs were.
        ("mefistoduan_1_attlog.dat", 1999, &[(1834, BadLine::PinTooLong)], None),
        ("saisandeepvuppala_1_attlog.dat", 2000, &[], None),
        ("synthetic_protected_1_attlog.dat", 2, &[], Some("OIN7030057091500123")),
    ] {
        let Some(body) = read("usb", file) else { return };
        assert_eq!(recognise(file, &body), FileKind::AttLog, "{file}");
        let opened = AttLogFile::open(&body).unwrap();
        assert_eq!(
            (opened.serial, opened.checksum.is_some()),
            (serial, serial.is_some()),
            "{file}"
        );
        let lines: Vec<_> = opened.lines().collect();
        let refused: Vec<_> =
            lines.iter().filter_map(|line| Some((line.number, line.record.err()?))).collect();
        assert_eq!(refused, bad, "{file}");
        assert_eq!(lines.len() - refused.len(), good, "{file}");
    }
}

#[test]
fn nuls_in_place_of_the_power_cut_are_named() {
    let Some(mut body) = read("usb", "mefistoduan_1_attlog.dat") else { return };
    let start = body.windows(99).position(|run| run == [b'9'; 99]).expect("the run is there");
    body[start..].iter_mut().take_while(|byte| **byte == b'9').for_each(|byte| *byte = 0);
    let bad: Vec<_> =
        AttLogFile::open(&body).unwrap().lines().filter_map(|line| line.record.err()).collect();
    assert_eq!(bad, [BadLine::NulBytes]);
}

#[test]
fn people_are_read_and_templates_refused() {
    for (file, pins) in [
        ("synthetic_user.dat", &["1", "198503122", "0004", "77"][..]),
        ("synthetic_user_bw28.dat", &["1001", "1002"]),
    ] {
        let Some(body) = read("usb", file) else { return };
        assert_eq!(recognise(file, &body), FileKind::Users, "{file}");
        let people = users::records(&body).unwrap().map(|line| line.record.unwrap());
        assert_eq!(people.map(|user| user.pin.to_string()).collect::<Vec<_>>(), pins, "{file}");
    }
    for file in ["synthetic_template.fp10", "synthetic_template_v9_608.dat"] {
        let Some(body) = read("usb", file) else { return };
        assert_eq!(recognise("x.dat", &body), FileKind::Biometric, "{file}");
        assert_eq!(AttLogFile::open(&body), Err(BadAttLogFile::Biometric), "{file}");
        assert_eq!(users::Layout::of(&body), Err(BadUserFile::Biometric), "{file}");
    }
}
