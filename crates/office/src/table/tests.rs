use super::*;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Column {
    Nip,
    Class,
}

impl Heading for Column {
    const ALL: &'static [Self] = &[Self::Nip, Self::Class];

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nip => &["nip", "nomorindukpegawai"],
            Self::Class => &["class", "kelas"],
        }
    }

    fn required(self) -> bool {
        self == Self::Nip
    }
}

fn read(bytes: &[u8]) -> Result<Vec<(u32, String, String)>, String> {
    let table = Table::<Column>::read(bytes).map_err(|bad| bad.to_string())?;
    let rows = table.rows();
    Ok(rows
        .map(|row| {
            (row.line(), row.cell(Column::Nip).to_owned(), row.cell(Column::Class).to_owned())
        })
        .collect())
}

fn one(line: u32, nip: &str, class: &str) -> Vec<(u32, String, String)> {
    vec![(line, nip.to_owned(), class.to_owned())]
}

#[test]
fn columns_are_found_by_name_whatever_the_delimiter_and_the_encoding() {
    assert_eq!(read(b"kelas,NIP\n7,19"), Ok(one(2, "19", "7")));
    assert_eq!(read(b"\xEF\xBB\xBFnip;Kelas\r\n19;7\r\n"), Ok(one(2, "19", "7")));
    assert_eq!(read(b"nip\tkelas\n19\t7\n"), Ok(one(2, "19", "7")));
    assert_eq!(read(b"sep=;\nnip;kelas\n19;7\n"), Ok(one(3, "19", "7")));
    let utf16: Vec<u8> = "\u{feff}Nomor Induk Pegawai;kelas\n19;7"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read(&utf16), Ok(one(2, "19", "7")));
    assert_eq!(read(b"nip;kelas\nRen\xE9e;7\n"), Ok(one(2, "Ren\u{e9}e", "7")));
}

#[test]
fn titles_above_the_headings_and_blank_lines_are_passed_over() {
    let text = b"Daftar pegawai, Oktober, 2026\n\nno;nip;kelas\n1;19;7\n;;\n";
    assert_eq!(read(text), Ok(one(4, "19", "7")));
    assert_eq!(Table::<Column>::read(text).unwrap().ignored(), ["no"]);
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    assert_eq!(read(b"nip,kelas\n\"1\n9\",7\n20,8\n").unwrap().last().unwrap().0, 4);
}

#[test]
fn useless_files_say_why() {
    for (bytes, part) in [
        (&b""[..], "empty"),
        (b"kelas,nama\n7,Budi\n", "no column \"nip\""),
        (b"nip,NIP\n1,2\n", "two columns mean nip"),
        (b"nip\0\n", "no text"),
        (b"PK\x03\x04broken", "cannot be read"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ".xlsx"),
        (b"\xFF\xFEn\0i\0p\0\0\xD8", "no text"),
    ] {
        let error = read(bytes).unwrap_err();
        assert!(error.contains(part), "{error}");
    }
    let open = [b"nip\n\"".to_vec(), vec![b'1'; 5_000]].concat();
    assert!(read(&open).unwrap_err().contains("close its quotation mark"));
    let many = "nip\n".to_owned() + &"1\n".repeat(ROWS_MAX);
    assert!(read(many.as_bytes()).unwrap_err().contains("200,000 rows"));
    assert!(read(&vec![b'1'; FILE_BYTES_MAX + 1]).unwrap_err().contains("20 MB"));
}

#[test]
fn dates_times_and_shares_are_read_as_offices_write_them() {
    use jiff::civil::date;
    for text in ["2026-10-05", "05/10/2026", "5-10-2026", "5.10.2026", "2026-10-05 00:00:00"] {
        assert_eq!(value::date(text), Ok(date(2026, 10, 5)), "{text}");
    }
    for text in ["31/02/2026", "05/10/26", "10/25/2026", "kemarin", "0226-10-05", "45935", ""] {
        assert!(value::date(text).is_err(), "{text}");
    }
    for (text, minute) in [("07:30", 450), ("7.30", 450), ("07:30:00", 450), ("24:00", 1440)] {
        assert_eq!(value::minute_of_day(text), Ok(minute), "{text}");
    }
    for text in ["7", "07:3", "24:01", "07:60", "07:30:30", ""] {
        assert!(value::minute_of_day(text).is_err(), "{text}");
    }
    let eighty = civil::Rate::basis_points(8_000);
    for text in ["80 %", "80%", "80", "0.8", "0,8", "4/5", "80,0"] {
        assert_eq!(value::factor(text), Ok(eighty), "{text}");
    }
    assert_eq!(value::factor("1"), Ok(civil::Rate::ONE));
    assert_eq!(value::factor("1%"), Ok(civil::Rate::basis_points(100)));
    for text in ["1.2", "5", "250%", "-80", "delapan puluh", ""] {
        assert!(value::factor(text).is_err(), "{text}");
    }
}

#[test]
fn percentages_keep_two_decimals_and_refuse_what_could_be_a_share() {
    for (text, points) in
        [("95,55", 9_555), ("95.5 %", 9_550), ("100", 10_000), ("0", 0), ("0,9%", 90), ("7", 700)]
    {
        assert_eq!(value::percent_bp(text), Ok(points), "{text}");
    }
    for text in ["100.01", "-1", "95.555", "0.95", "1", "", "baik", "1e2", "99999999999"] {
        assert!(value::percent_bp(text).is_err(), "{text}");
    }
}

#[test]
fn a_nip_that_became_a_number_is_told_apart_from_a_short_one() {
    for text in ["1,98704E+17", "1.98704122010012E17"] {
        assert!(
            value::nip(text).unwrap_err().to_string().contains("lost its last digits"),
            "{text}"
        );
    }
    assert!(value::nip("12345").unwrap_err().to_string().contains("18 digits"));
    let nip = value::nip("'19870412\u{a0}201001 2 003").unwrap();
    assert_eq!(nip.to_string(), "198704122010012003");
}

#[test]
fn a_workbook_that_unfolds_to_fill_the_memory_is_refused_unread() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "nip").unwrap().write(1, 0, "19").unwrap();
    let mut bytes = book.save_to_buffer().unwrap();
    assert_eq!(read(&bytes), Ok(one(2, "19", "")));
    // The first entry of the directory now says that its part unfolds to 2 GiB.
    let entry = bytes.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    bytes[entry + 24..entry + 28].copy_from_slice(&0x7FFF_FFFF_u32.to_le_bytes());
    assert!(read(&bytes).unwrap_err().contains("too large"));
}

/// A small workbook of two people.
fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, (nip, class)) in [("nip", "kelas"), ("19", "7"), ("20", "8")].into_iter().enumerate()
    {
        let row = u32::try_from(row).unwrap();
        sheet.write(row, 0, nip).unwrap();
        sheet.write(row, 1, class).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// An archive of one part of 2 MB of noughts that says of itself that it is of ten bytes.
fn lying_archive() -> Vec<u8> {
    use std::io::Write as _;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    archive.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    archive.write_all(&vec![b'0'; BOMB_BYTES]).unwrap();
    let mut bytes = archive.finish().unwrap().into_inner();
    let said = u32::try_from(BOMB_BYTES).unwrap().to_le_bytes();
    let places: Vec<usize> =
        (0..bytes.len() - 4).filter(|at| bytes[*at..*at + 4] == said).collect();
    assert_eq!(places.len(), 2, "before the part and in the list of parts");
    for at in places {
        bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    bytes
}

const BOMB_BYTES: usize = 2_000_000;

#[test]
fn what_an_archive_unfolds_to_is_counted_and_not_believed() {
    use super::workbook::{Unfit, check_size};
    let honest = workbook();
    assert!(check_size(&honest, 1_000_000).is_ok());
    assert!(matches!(check_size(&honest, 10), Err(Unfit::TooLarge)), "it says so itself");
    let lying = check_size(&lying_archive(), 1_000_000);
    assert!(matches!(lying, Err(Unfit::TooLarge | Unfit::Broken(_))), "{lying:?}");
    assert!(read(&lying_archive()).is_err());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(1_000))]

    /// A workbook that somebody damaged is read or refused with a sentence; nothing panics.
    #[test]
    fn a_damaged_workbook_is_read_or_refused(
        damage in proptest::collection::vec((0_usize..100_000, 0_u8..=255), 0..6),
        kept in 0_usize..100_000,
    ) {
        let mut bytes = workbook();
        for (place, value) in damage {
            let place = place % bytes.len();
            bytes[place] = value;
        }
        if kept.is_multiple_of(4) {
            bytes.truncate(kept % bytes.len());
        }
        if let Err(why) = read(&bytes) {
            proptest::prop_assert!(!why.is_empty());
        }
    }

    /// So is any text at all.
    #[test]
    fn any_text_is_read_or_refused(text in "[nip;,\t\"\r\n0-9 \\PC]{0,200}") {
        if let Err(why) = read(text.as_bytes()) {
            proptest::prop_assert!(!why.is_empty());
        }
    }
}
