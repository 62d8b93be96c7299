//! Writes the payment list of a whole regency and says how long each file took: `NAME MEDIAN BYTES`.
//!
//! `payment_list FOLDER [PEOPLE [UNITS [ROUNDS]]]`: medians in microseconds, on one core.

use std::{fs, io::Write, path::Path, time::Instant};

use civil::{Month, Rupiah};
use jiff::civil::date;
use reports::{CsvStyle, Frame, Note, PAYMENTS, PaymentRow, Period, XlsxRefused, csv, json, xlsx};
use words::Lang;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = arguments.first().ok_or("payment_list FOLDER [PEOPLE [UNITS [ROUNDS]]]")?;
    let number = |place: usize, usual: usize| -> Result<usize, std::num::ParseIntError> {
        arguments.get(place).map_or(Ok(usual), |text| text.parse())
    };
    let (people, units, rounds) = (number(1, 16_000)?, number(2, 62)?, number(3, 5)?);
    let rows: Vec<PaymentRow> = (0..people).map(|index| person(index, units.max(1))).collect();
    let table = || PAYMENTS.grouped(&rows, |row| &row.unit, frame());
    let laid = table();
    let mut out = std::io::stdout().lock();
    let (count, columns) = (laid.data().count(), laid.columns.len());
    writeln!(out, "{count} people, {units} units, {columns} columns, {rounds} rounds")?;

    // Laid out and written anew in each round, as a request would have it.
    let mut measure = |name: &str, write: &dyn Fn() -> Result<Vec<u8>, XlsxRefused>| {
        let mut times = Vec::new();
        let mut file = Vec::new();
        for _ in 0..rounds.max(1) {
            let began = Instant::now();
            file = write()?;
            times.push(began.elapsed().as_micros());
        }
        times.sort_unstable();
        let median = times.get(times.len() / 2).copied().unwrap_or_default();
        writeln!(out, "{name} {median} {}", file.len())?;
        fs::write(Path::new(folder).join(format!("payments.{name}")), file)?;
        Ok::<(), Box<dyn std::error::Error>>(())
    };
    measure("xlsx", &|| xlsx(&table(), Lang::Id))?;
    measure("csv", &|| Ok(csv(&table(), Lang::Id, CsvStyle::Spreadsheet)))?;
    measure("json", &|| Ok(json(&table(), Lang::Id).into_bytes()))?;
    Ok(())
}

/// A person with a name and amounts of their own, so that nothing is written only once.
fn person(index: usize, units: usize) -> PaymentRow {
    let number = i64::try_from(index).unwrap_or_default();
    let gross = 2_000_000 + number * 7_919 % 6_000_000;
    let (cut, bpjs, tax, other) = (gross / 80, gross / 100, gross / 20, 10_000);
    PaymentRow {
        unit: format!("Satuan Kerja Contoh {:02}", index % units),
        nip: format!("198704{:02}201001{:04}", index % 28 + 1, index % 10_000),
        name: format!("Pegawai Contoh {index:05}, S.Pd."),
        class: number % 17 + 1,
        position: format!("Jabatan Contoh Nomor {:03}", index % 400),
        gross: Rupiah(gross),
        cut: Rupiah(cut),
        plt: Rupiah(0),
        bpjs: Rupiah(bpjs),
        tax: Rupiah(tax),
        other: Rupiah(other),
        net: Rupiah(gross - cut - bpjs - tax - other),
        account: format!("00{index:08}"),
        link: None,
    }
}

fn frame() -> Frame {
    Frame {
        office: "Pemerintah Kabupaten Contoh".to_owned(),
        about: None,
        period: Period::Month(Month::of(date(2026, 10, 1))),
        notes: vec![Note::Simulation, Note::LawVersion("contoh".to_owned())],
        signatures: Vec::new(),
    }
}
