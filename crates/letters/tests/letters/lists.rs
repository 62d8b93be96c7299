//! Reports as lists: the form of an office, long tables in parts, many tables as one book.

use std::{
    ops::ControlFlow,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use civil::{Month, Rupiah};
use jiff::civil::date;
use letters::{LetterError, Pdf, Progress};
use reports::{
    Cell, Frame, Heading, Kind, Level, Note, PAYMENTS, PaymentRow, Period, Place, Row, Signature,
    Table, Total,
};
use words::{Lang, Phrase};

use crate::{letters, samples::HOSTILE, text};

fn frame(unit: &str) -> Frame {
    let signature = |post: &str, place| Signature {
        place,
        title: Phrase::verbatim(post),
        name: "Ir. Budi Contoh".to_owned(),
        nip: Some("197501012000031002".to_owned()),
    };
    let place = Place { town: "Kota Contoh".to_owned(), on: date(2026, 11, 5) };
    Frame {
        office: "Pemerintah Kabupaten Contoh".to_owned(),
        about: Some(unit.to_owned()),
        period: Period::Month(Month::of(date(2026, 10, 1))),
        notes: vec![Note::LawVersion("a1b2c3d4".to_owned())],
        signatures: vec![
            signature("Kepala Dinas", None),
            signature("Bendahara Pengeluaran", Some(place)),
        ],
    }
}

fn rows(people: usize) -> Vec<PaymentRow> {
    (0..people)
        .map(|place| PaymentRow {
            nip: format!("19870412201001{place:04}"),
            name: format!("Pegawai {place}"),
            class: 9,
            position: "Penyuluh Pertanian".to_owned(),
            gross: Rupiah(4_500_000),
            cut: Rupiah(90_000),
            net: Rupiah(4_410_000),
            account: "0012345678901".to_owned(),
            ..PaymentRow::default()
        })
        .collect()
}

fn payments(unit: &str, people: usize) -> Table {
    PAYMENTS.table(&rows(people), frame(unit))
}

fn heading(key: &str) -> Heading {
    Heading {
        key: key.to_owned(),
        words: Phrase::verbatim(key),
        kind: Kind::Text,
        width: 60,
        total: Total::None,
    }
}

/// Each page of a PDF.
fn pages(pdf: &Pdf) -> Vec<String> {
    let document = lopdf::Document::load_mem(&pdf.bytes).unwrap();
    let numbers = 1..=u32::try_from(pdf.pages).unwrap();
    let said = numbers.map(|number| document.extract_text(&[number]).unwrap());
    said.map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn look(name: &str, pdf: &Pdf) {
    if let Ok(folder) = std::env::var("LETTERS_LOOK") {
        std::fs::write(format!("{folder}/{name}.pdf"), &pdf.bytes).unwrap();
    }
}

#[test]
fn a_list_has_its_heading_on_every_page_and_its_signatures_on_the_last() {
    let pdf = letters().table(&payments("Dinas Pertanian", 60), Lang::Id).unwrap();
    look("list", &pdf);
    let pages = pages(&pdf);
    assert!(pages.len() > 1);
    for (place, page) in pages.iter().enumerate() {
        assert!(page.contains("Nomor rekening"), "{page}");
        assert!(page.contains(&format!("Halaman {} dari {}", place + 1, pages.len())), "{page}");
        assert!(page.contains(&format!("Sidik data: {}", pdf.digest)), "{page}");
    }
    let (last, first) = (pages.last().unwrap(), &pages[0]);
    assert!(first.contains("DAFTAR PEMBAYARAN TPP") && first.contains("Bulan Oktober 2026"));
    assert!(first.contains("4.500.000 90.000") && !first.contains("Bendahara"), "{first}");
    // 60 × 4.410.000
    assert!(last.contains("264.600.000"), "{last}");
    for words in ["Kepala Dinas,", "Kota Contoh, 5 November 2026", "Bendahara Pengeluaran,"] {
        assert!(last.contains(words), "{last}");
    }
    assert!(!text(&pdf).contains("SIMULASI"));
}

#[test]
fn what_may_not_be_paid_is_marked_on_every_page() {
    let frame = Frame { notes: vec![Note::Simulation], ..frame("Dinas Pertanian") };
    let pdf = letters().table(&PAYMENTS.table(&rows(60), frame), Lang::Id).unwrap();
    let pages = pages(&pdf);
    assert!(pages.iter().all(|page| page.contains("SIMULASI")));
}

#[test]
fn an_empty_table_and_a_hostile_one_are_set() {
    let empty = letters().table(&payments("", 0), Lang::Id).unwrap();
    assert_eq!(empty.pages, 1);

    let words = |text: &str| Cell::Text(text.to_owned());
    let group = Row { cells: vec![words(HOSTILE), Cell::Empty], level: Level::Group, link: None };
    let data = Row { cells: vec![words(HOSTILE), Cell::Empty], level: Level::Data, link: None };
    let table = Table {
        name: "hostile",
        heading: vec![Phrase::verbatim(HOSTILE)],
        columns: vec![heading("one"), heading("two")],
        rows: vec![group, data],
        total: None,
        notes: Vec::new(),
        signatures: Vec::new(),
    };
    let said = text(&letters().table(&table, Lang::Id).unwrap());
    assert_eq!(said.matches(HOSTILE).count(), 2, "{said}");
    assert!(said.contains(&HOSTILE.to_uppercase()), "{said}");
}

#[test]
fn a_long_table_is_set_in_parts_and_adds_up_once() {
    let number = |number| vec![Cell::Number(number)];
    let row = |cells, level| Row { cells, level, link: None };
    // A group of 599, then the heading of the next where the first part would end.
    let mut rows: Vec<Row> = (1..=599).map(|place| row(number(place), Level::Data)).collect();
    rows.push(row(vec![Cell::Text("Golongan berikutnya".to_owned())], Level::Group));
    rows.push(row(number(600), Level::Data));
    let table = Table {
        name: "long",
        heading: vec![Phrase::verbatim("Daftar panjang")],
        columns: vec![Heading { kind: Kind::Number, ..heading("one") }],
        rows,
        total: Some(number(180_300)),
        notes: Vec::new(),
        signatures: frame("").signatures,
    };
    let pdf = letters().table(&table, Lang::Id).unwrap();
    let pages = pages(&pdf);
    let (first, last) = (&pages[0], pages.last().unwrap());
    assert!(first.contains("Bagian 1 dari 2, halaman 1 dari "), "{first}");
    assert!(last.contains("Bagian 2 dari 2, halaman 1 dari 1"), "{last}");
    assert!(last.contains("Golongan berikutnya 600 180.300"), "{last}");
    for once in ["180.300", "Golongan berikutnya", "Bendahara Pengeluaran"] {
        assert_eq!(pages.iter().filter(|page| page.contains(once)).count(), 1, "{once}");
    }
    let said = pages.join(" ");
    assert!((1..=600).all(|place| said.contains(&format!(" {place} "))));
}

#[test]
fn a_book_keeps_the_order_and_the_bytes_whoever_finishes_first() {
    let tables: Vec<Table> = [("Dinas A", 40), ("Dinas B", 2), ("Dinas C", 5)]
        .map(|(unit, people)| payments(unit, people))
        .into();
    let heard = Mutex::new(Vec::new());
    let watch = |progress: Progress| {
        heard.lock().unwrap().push(progress.done);
        assert_eq!(progress.of, 3);
        ControlFlow::Continue(())
    };
    let first = letters().book(&tables, Lang::Id, &watch).unwrap();
    look("book", &first);
    let again = letters().book(&tables, Lang::Id, &|_| ControlFlow::Continue(())).unwrap();
    assert!(first == again, "the same tables gave other bytes");

    let mut heard = heard.into_inner().unwrap();
    heard.sort_unstable();
    assert_eq!(heard, [1, 2, 3]);
    let starts: Vec<String> =
        pages(&first).into_iter().filter(|page| page.contains("DAFTAR PEMBAYARAN TPP")).collect();
    assert_eq!(starts.len(), 3);
    for (page, unit) in starts.iter().zip(["Dinas A", "Dinas B", "Dinas C"]) {
        assert!(page.contains(unit), "{page}");
    }
    let document = lopdf::Document::load_mem(&first.bytes).unwrap();
    let titles: Vec<String> = document
        .get_toc()
        .unwrap()
        .toc
        .into_iter()
        .map(|entry| format!("{} {}", entry.title, entry.page))
        .collect();
    assert_eq!(titles.first().map(String::as_str), Some("Dinas A 1"));
    assert_eq!(titles.len(), 3);
}

#[test]
fn a_book_stops_when_told() {
    let tables: Vec<Table> = (0..20).map(|_| payments("Dinas A", 1)).collect();
    let heard = AtomicUsize::new(0);
    let watch = |_| {
        heard.fetch_add(1, Ordering::Relaxed);
        ControlFlow::Break(())
    };
    let error = letters().book(&tables, Lang::Id, &watch).unwrap_err();
    assert!(matches!(error, LetterError::Cancelled));
    assert!(heard.into_inner() < tables.len());
}
