//! A format of a bank's file: refused, or it writes a file of a small list or says why it cannot.
#![no_main]

use civil::{Month, Rupiah};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use reports::{BankFormat, Batch, Frame, PAYMENTS, PaymentRow, Period};
use words::Lang;

fuzz_target!(|text: &str| {
    let Ok(format) = BankFormat::read(text) else { return };
    let row = |name: &str, net| PaymentRow {
        nip: "199001012015032001".to_owned(),
        name: name.to_owned(),
        net: Rupiah(net),
        account: "0011223344".to_owned(),
        ..PaymentRow::default()
    };
    let frame = Frame {
        office: "Contoh".to_owned(),
        about: None,
        period: Period::Month(Month::of(date(2026, 2, 1))),
        notes: Vec::new(),
        signatures: Vec::new(),
    };
    let rows = [row("Aminah, S.Pd.", 3_566_894), row("=Cici\n\"Ünal\" 🌾", 1)];
    let table = PAYMENTS.table(&rows, frame);
    let batch = Batch { day: date(2026, 3, 5), number: 1 };
    match format.file(&table, batch, Lang::Id) {
        Ok(bytes) => assert!(std::str::from_utf8(&bytes).is_ok()),
        Err(refused) => assert!(!refused.to_string().is_empty()),
    }
});
