use jiff::civil::datetime;
use proptest::prelude::*;

use super::*;

fn open(body: &[u8]) -> DelimitedFile<'_> {
    DelimitedFile::open(body, &Mapping::default(), DateOrder::DayFirst).expect("has columns")
}

fn pins(body: &[u8]) -> Vec<(usize, Result<String, BadLine>)> {
    open(body)
        .rows()
        .map(|row| (row.number, row.record.map(|punch| punch.pin.to_string())))
        .collect()
}

#[test]
fn one_punch_in_every_shape() {
    let at = At::Wall(datetime(2026, 10, 5, 7, 31, 0, 0));
    let wanted =
        DelimitedPunch { pin: "0077".parse().unwrap(), at, status: Some(0), verify: Some(1) };
    for body in [
        "No. ID;Nama;Tanggal;Jam;Status;Verifikasi\r\n0077;Luh;05/10/2026;07.31;0;1\r\n",
        "\u{feff}PIN,Waktu,Status,Verify\n'0077,2026-10-05 07:31:00,0,1\n",
        "PIN\tDate/Time\tState\tVerifyCode\n0077\t5-10-2026 7:31\t0\t1",
        "status,verify,datetime,\"user\nid\"\n0,1,\"2026-10-05 07:31\",\"0077\"\n",
    ] {
        let rows: Vec<_> = open(body.as_bytes()).rows().collect();
        assert_eq!(rows.len(), 1, "{body}");
        assert_eq!(rows[0].record.as_ref(), Ok(&wanted), "{body}");
    }
}

#[test]
fn utf16_and_other_encodings_are_read() {
    let text = "PIN;Nama;Waktu\n7;Sané;2026-10-05 07:31\n";
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(pins(&utf16), [(2, Ok("7".to_owned()))]);
    assert_eq!(pins(b"PIN;Nama;Waktu\n7;San\xe9;2026-10-05 07:31\n"), [(2, Ok("7".to_owned()))]);
}

#[test]
fn a_bad_row_does_not_lose_its_neighbours() {
    let body = b"PIN;Waktu;Nama\n1;2026-10-05 07:31;A\n;2026-10-05 07:31;B\n\n;;\n\
        3;31/02/2026 07:31\n4;x;C;D;E\n5\n\"6\n6\";2026-10-05 07:31;F\n7;2026-10-05 07:31";
    assert_eq!(
        pins(body),
        [
            (2, Ok("1".to_owned())),
            (3, Err(BadLine::NoPin)),
            (6, Err(BadLine::ImpossibleDate)),
            (7, Err(BadLine::UnreadableTime)),
            (8, Err(BadLine::NoTime)),
            (9, Err(BadLine::UnreadablePin)),
            (11, Ok("7".to_owned())),
        ]
    );
}

#[test]
fn rows_are_kept_as_they_came() {
    let body = b"PIN;Waktu\r\n1;kemarin\r\n\r\n2;\"2026-10-05 07:31\"\r\n\0\0;x";
    let raw: Vec<_> = open(body).rows().map(|row| row.raw).collect();
    assert_eq!(raw, ["1;kemarin", "2;\"2026-10-05 07:31\"", "\0\0;x"]);
    assert_eq!(pins(body)[2].1, Err(BadLine::NulBytes));
}

#[test]
fn files_without_columns_are_refused() {
    let open =
        |body| DelimitedFile::open(body, &Mapping::default(), DateOrder::DayFirst).unwrap_err();
    assert_eq!(open(b""), BadHeader::NoHeader);
    assert_eq!(open(b"\n\n"), BadHeader::NoHeader);
    assert!(matches!(open(b"1;2026-10-05 07:31\n"), BadHeader::Missing { role: Role::Pin, .. }));
}

proptest! {
    #[test]
    fn any_bytes_are_read(body in prop::collection::vec(any::<u8>(), 0..200)) {
        for head in [&b""[..], b"PIN;Waktu\n", b"PIN,Tanggal,Jam\n", b"PIN\tWaktu\r"] {
            let body = [head, &body].concat();
            if let Ok(file) = DelimitedFile::open(&body, &Mapping::default(), DateOrder::DayFirst) {
                file.rows().for_each(drop);
            }
        }
    }

    #[test]
    fn open_undoes_emit(rows in prop::collection::vec(("[!-&(-~]{1,24}", 0_i8..24, any::<Option<u32>>()), 0..9)) {
        let punches: Vec<_> = rows
            .into_iter()
            .map(|(pin, hour, status)| DelimitedPunch {
                pin: pin.parse().unwrap(),
                at: At::Wall(datetime(2026, 10, 5, hour, 0, 9, 0)),
                status,
                verify: status,
            })
            .collect();
        let body = emit(&punches);
        let read: Vec<_> = open(&body).rows().map(|row| row.record.unwrap()).collect();
        prop_assert_eq!(read, punches);
    }
}
