//! Files of banks, by the invented formats in `content/bank`.

use std::{fs, path::Path};

use civil::Rupiah;
use jiff::civil::date;
use proptest::prelude::*;
use reports::{
    BadBankFormat, BankFormat, BankRefused, Batch, FieldRefused, Note, PAYMENTS, PaymentRow,
    Period, Table,
};
use words::Lang;

use crate::samples;

const BATCH: Batch = Batch { day: date(2026, 3, 5), number: 1 };

fn mapping(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/bank");
    fs::read_to_string(folder.join(name)).expect("the example is there")
}

fn format(name: &str) -> BankFormat {
    BankFormat::read(&mapping(name)).expect("the example is well formed")
}

/// A list that may be paid.
fn list(rows: &[PaymentRow]) -> Table {
    let mut frame = samples::frame(Period::Month(samples::month()));
    frame.notes.retain(|note| *note != Note::Simulation);
    PAYMENTS.grouped(rows, |row| &row.unit, frame)
}

fn rows() -> Vec<PaymentRow> {
    let mut rows = vec![
        samples::payment(1, "Aminah, S.Pd.", "Dinas Pertanian", 3_854_725),
        samples::payment(2, "=HYPERLINK(\"http://contoh.invalid\")", "Dinas Kesehatan", 2_100_000),
        samples::payment(
            3,
            "Cici\n\"Ci\" Ünal 🌾 dengan nama yang panjang",
            "Dinas Pertanian",
            9_001,
        ),
        samples::payment(4, "Tidak dibayar", "Dinas Pertanian", 1_000_000),
    ];
    for (row, net) in rows.iter_mut().zip([3_566_894, 1_943_000, 1, 0]) {
        row.net = Rupiah(net);
    }
    rows
}

fn file(format: &BankFormat, rows: &[PaymentRow]) -> Result<String, BankRefused> {
    let bytes = format.file(&list(rows), BATCH, Lang::Id)?;
    Ok(String::from_utf8(bytes).expect("banks get text"))
}

#[test]
fn the_fixed_example_has_its_places_counts_and_sums() {
    let written = file(&format("contoh-lebar-tetap.toml"), &rows()).expect("all values fit");
    assert!(written.is_ascii());
    let lines: Vec<&str> = written.split_terminator("\r\n").collect();
    let [header, records @ .., trailer] = lines.as_slice() else { panic!("{written}") };
    assert_eq!(*header, "005032026001TPP ASN             ");
    assert!(records.len() == 3 && records.iter().all(|line| line.len() == 1 + 6 + 16 + 30 + 15));
    let sum: i64 = records
        .iter()
        .map(|line| line.get(53..).expect("the amount").parse::<i64>().expect("digits"))
        .sum();
    assert_eq!(sum, (3_566_894 + 1_943_000 + 1) * 100);
    assert_eq!(*trailer, format!("9000003{sum:017}"));
    insta::assert_snapshot!(written);
}

#[test]
fn the_csv_example_is_read_by_a_csv_reader() {
    let written = file(&format("contoh-csv.toml"), &rows()).expect("all values fit");
    let mut reader = ::csv::Reader::from_reader(written.as_bytes());
    let records: Vec<Vec<String>> = reader
        .records()
        .map(|record| record.expect("a row").iter().map(str::to_owned).collect())
        .collect();
    let names: Vec<&str> = records.iter().filter_map(|r| r.get(1).map(String::as_str)).collect();
    assert_eq!(
        names,
        [
            "Aminah, S.Pd.",
            "Cici \"Ci\"  nal   dengan nama yang panjan",
            "'=HYPERLINK(\"http://contoh.invalid\")"
        ]
    );
    insta::assert_snapshot!(written);
}

#[test]
fn a_value_that_does_not_fit_writes_no_file_and_is_named() {
    let fixed = format("contoh-lebar-tetap.toml");
    let refused = |change: fn(&mut PaymentRow)| {
        let mut rows = rows();
        change(rows.get_mut(1).expect("the second row"));
        match file(&fixed, &rows) {
            Err(BankRefused::Record { row, field, why }) => (row, field, why),
            other => panic!("{other:?}"),
        }
    };
    // Groups come first: the row of the second unit is the last of the list.
    let account = |why| (4, "nomor rekening".to_owned(), why);
    assert_eq!(refused(|row| row.account.clear()), account(FieldRefused::Empty));
    assert_eq!(refused(|row| row.account = "12-3".to_owned()), account(FieldRefused::NotDigits));
    assert_eq!(
        refused(|row| row.account = "1".repeat(17)),
        account(FieldRefused::TooLong { characters: 17, width: 16 })
    );
}

#[test]
fn what_is_to_be_paid_back_is_no_transfer() {
    let fixed = format("contoh-lebar-tetap.toml");
    let transfers = |net: i64| {
        let mut rows = rows();
        rows.get_mut(1).expect("the second row").net = Rupiah(net);
        file(&fixed, &rows).expect("a file").lines().count()
    };
    assert_eq!(transfers(-1) + 1, transfers(1));
}

#[test]
fn simulation_pays_nobody() {
    let table = samples::payments();
    let refused = format("contoh-csv.toml").file(&table, BATCH, Lang::Id);
    assert_eq!(refused, Err(BankRefused::Simulation));
}

#[test]
fn a_format_that_does_not_match_the_report_is_refused() {
    let csv = mapping("contoh-csv.toml");
    let with = |from: &str, to: &str| {
        file(&BankFormat::read(&csv.replace(from, to)).expect("it reads"), &rows())
    };
    let no_column = BankRefused::NoColumn { column: "rekening".to_owned() };
    assert_eq!(with("column = \"account\"", "column = \"rekening\""), Err(no_column));
    let other = BankRefused::OtherReport { wanted: "recap".to_owned(), given: "payments" };
    assert_eq!(with("report = \"payments\"", "report = \"recap\""), Err(other));
    let no_amounts = BankRefused::NoAmounts { column: "name".to_owned() };
    assert_eq!(with("value = \"day\"", "value = { sum = \"name\" }"), Err(no_amounts));
    assert_eq!(file(&format("contoh-csv.toml"), &[]), Err(BankRefused::NobodyToPay));
}

#[test]
fn a_format_that_cannot_work_is_refused_when_it_is_read() {
    let fixed = mapping("contoh-lebar-tetap.toml");
    let with = |from: &str, to: &str| BankFormat::read(&fixed.replacen(from, to, 1));
    assert!(matches!(with("width = 8\n", ""), Err(BadBankFormat::Width { .. })));
    assert!(matches!(with("width = 8\n", "width = 0\n"), Err(BadBankFormat::Width { .. })));
    assert!(matches!(with("decimals = 2", "decimals = 9"), Err(BadBankFormat::Decimals { .. })));
    assert!(matches!(with("fill = \"0\"", "fill = \"é\""), Err(BadBankFormat::Fill { .. })));
    let left = with("align = \"right\"", "align = \"left\"");
    assert!(matches!(left, Err(BadBankFormat::Fill { fill: '0', .. })));
    assert!(matches!(with("\"day\"", "\"position\""), Err(BadBankFormat::NotOfRecord { .. })));
    assert!(matches!(with("letters", "huruf"), Err(BadBankFormat::Toml(_))));
    assert!(matches!(BankFormat::read(""), Err(BadBankFormat::Toml(_))));
    let csv = mapping("contoh-csv.toml").replace("separator = \",\"", "separator = \"”\"");
    assert!(matches!(BankFormat::read(&csv), Err(BadBankFormat::Separator)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Whatever the people are called, a line is as wide as its fields and the last line adds up;
    /// or there is no file.
    #[test]
    fn lines_keep_their_width_and_the_trailer_its_sum(
        people in prop::collection::vec(("\\PC{0,40}", "[0-9]{0,17}", 0_i64..20_000_000_000), 1..20)
    ) {
        let mut rows = Vec::new();
        for (index, (name, account, net)) in people.iter().enumerate() {
            let mut row = samples::payment(index, name, "Dinas", 0);
            row.account.clone_from(account);
            row.net = Rupiah(*net);
            rows.push(row);
        }
        let paid: Vec<&PaymentRow> = rows.iter().filter(|row| row.net.0 != 0).collect();
        let fits = |row: &&PaymentRow| {
            let named = row.name.chars().any(|c| ('!'..='~').contains(&c));
            named && (1..=16).contains(&row.account.len())
        };
        let written = file(&format("contoh-lebar-tetap.toml"), &rows);
        prop_assert_eq!(written.is_ok(), !paid.is_empty() && paid.iter().all(fits));
        if let Ok(written) = written {
            let lines: Vec<&str> = written.split_terminator("\r\n").collect();
            let widths: Vec<usize> = lines.iter().map(|line| line.len()).collect();
            let mut expected = vec![68; paid.len() + 2];
            expected[0] = 32;
            expected[paid.len() + 1] = 24;
            prop_assert_eq!(widths, expected);
            let sum: i64 = paid.iter().map(|row| row.net.0).sum();
            let trailer = format!("9{:06}{:017}", paid.len(), sum * 100);
            prop_assert_eq!(lines.last().copied(), Some(&*trailer));
        }
    }

    /// A mapping that somebody damaged is refused or works; nothing panics.
    #[test]
    fn a_damaged_mapping_is_refused_or_works(
        example in prop::sample::select(vec!["contoh-lebar-tetap.toml", "contoh-csv.toml"]),
        lines in prop::collection::vec((0_usize..90, 0_usize..90, any::<bool>()), 0..4),
    ) {
        let text = mapping(example);
        let mut all: Vec<&str> = text.lines().collect();
        for (from, to, is_moved) in lines {
            let (from, to) = (from % all.len(), to % all.len());
            if is_moved {
                all.swap(from, to);
            } else {
                all.remove(from);
            }
        }
        if let Ok(format) = BankFormat::read(&all.join("\n")) {
            let written = file(&format, &rows());
            prop_assert!(written.is_ok() || written.is_err_and(|why| !why.to_string().is_empty()));
        }
    }
}
