//! How long the PDF of payment lists takes: of one unit, and of a whole regency as one book.
//!
//! `list_speed PEOPLE_OF_UNIT PEOPLE UNITS [FOLDER]`: the largest unit of the regency is half of it,
//! as schools are; the others are alike. The lists have the columns of the real payment list. With
//! FOLDER the files are written there. The last lines are `unit MICROSECONDS` and
//! `book MICROSECONDS`.

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

use std::{env, error::Error, fs, ops::ControlFlow, path::Path, time::Instant};

use civil::{Month, Rupiah};
use jiff::civil::date;
use letters::{Letters, Pdf, Templates};
use reports::{Frame, Note, PAYMENTS, PaymentRow, Period, Place, Signature, Table};
use words::{Lang, Phrase};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let number = |place: usize, otherwise: usize| {
        arguments.get(place).map_or(Ok(otherwise), |text| text.parse())
    };
    let (unit, people, units) = (number(0, 500)?, number(1, 16_000)?, number(2, 62)?);
    let folder = arguments.get(3).map(Path::new);
    let letters = Letters::new(Templates::built_in());

    let table = payments("Dinas Contoh", unit);
    let began = Instant::now();
    let pdf = letters.table(&table, Lang::Id)?;
    let unit_micros = began.elapsed().as_micros();
    report("one unit", unit, &pdf, unit_micros);
    save(folder, "unit.pdf", &pdf)?;

    let others = (people / 2) / (units - 1);
    let tables: Vec<Table> = (0..units)
        .map(|place| {
            let size = if place == 0 { people - others * (units - 1) } else { others };
            payments(&format!("Dinas Contoh {}", place + 1), size)
        })
        .collect();
    let began = Instant::now();
    let pdf = letters.book(&tables, Lang::Id, &|_| ControlFlow::Continue(()))?;
    let book_micros = began.elapsed().as_micros();
    report("a regency", people, &pdf, book_micros);
    save(folder, "book.pdf", &pdf)?;

    println!("unit {unit_micros}\nbook {book_micros}");
    Ok(())
}

fn report(what: &str, rows: usize, pdf: &Pdf, micros: u128) {
    println!(
        "{what}: {rows} rows, {} pages, {} KB, {} ms{}",
        pdf.pages,
        pdf.bytes.len() / 1024,
        micros / 1000,
        memory()
    );
}

/// The most memory held so far, where the system tells.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.map_or_else(String::new, |peak| format!(", {} of memory at most", peak.trim()))
}

fn save(folder: Option<&Path>, name: &str, pdf: &Pdf) -> std::io::Result<()> {
    folder.map_or(Ok(()), |folder| fs::write(folder.join(name), &pdf.bytes))
}

/// A payment list of so many people, of amounts that differ.
fn payments(unit: &str, people: usize) -> Table {
    let rows: Vec<PaymentRow> = (0..people).map(|place| row(unit, place)).collect();
    let frame = Frame {
        office: "Pemerintah Kabupaten Contoh".to_owned(),
        about: Some(unit.to_owned()),
        period: Period::Month(Month::of(date(2026, 10, 1))),
        notes: vec![Note::Simulation, Note::LawVersion("a1b2c3d4".to_owned())],
        signatures: vec![
            signature("Kepala Dinas", None),
            signature("Bendahara Pengeluaran", Some(())),
        ],
    };
    PAYMENTS.table(&rows, frame)
}

fn row(unit: &str, place: usize) -> PaymentRow {
    const NAMES: [&str; 5] =
        ["Siti Rahmawati", "Budi", "Muhammad Hasan Basri, S.Pd.", "Ani", "Dewi Lestari"];
    const POSTS: [&str; 3] =
        ["Guru Ahli Muda", "Pengelola Barang", "Penyuluh Pertanian Ahli Pertama"];
    let place_number = i64::try_from(place).unwrap_or_default();
    let pick =
        |names: &[&str]| names.get(place % names.len()).copied().unwrap_or_default().to_owned();
    let gross = 1_500_000 + place_number * 7_919 % 6_000_000;
    let (cut, bpjs, tax) = (place_number * 104_729 % 450_000, gross / 100, gross / 20);
    PaymentRow {
        unit: unit.to_owned(),
        nip: format!("19870412201001{:04}", place % 10_000),
        name: format!("{} {place}", pick(&NAMES)),
        class: 5 + place_number % 9,
        position: pick(&POSTS),
        gross: Rupiah(gross),
        cut: Rupiah(cut),
        bpjs: Rupiah(bpjs),
        tax: Rupiah(tax),
        net: Rupiah(gross - cut - bpjs - tax),
        account: format!("00{:011}", 12_345_678 + place),
        ..PaymentRow::default()
    }
}

fn signature(post: &str, place: Option<()>) -> Signature {
    Signature {
        place: place.map(|()| Place { town: "Kota Contoh".to_owned(), on: date(2026, 11, 5) }),
        title: Phrase::verbatim(post),
        name: "Ir. Budi Contoh".to_owned(),
        nip: Some("197501012000031002".to_owned()),
    }
}
