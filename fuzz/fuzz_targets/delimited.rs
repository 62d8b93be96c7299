//! A CSV or TSV file: as it is, and below names that are known.
#![no_main]

use libfuzzer_sys::fuzz_target;
use terminal::delimited::{DateOrder, DelimitedFile, Mapping, emit};

fuzz_target!(|body: &[u8]| {
    read(body);
    for head in [&b"PIN;Waktu;Status\n"[..], b"PIN,Tanggal,Jam\n"] {
        read(&[head, body].concat());
    }
});

fn read(body: &[u8]) {
    let Ok(file) = DelimitedFile::open(body, &Mapping::default(), DateOrder::DayFirst) else {
        return;
    };
    let punches: Vec<_> = file.rows().filter_map(|row| row.record.ok()).collect();
    let written = emit(&punches);
    let again = DelimitedFile::open(&written, &Mapping::default(), DateOrder::DayFirst);
    let again: Vec<_> = again.expect("names are known").rows().map(|row| row.record).collect();
    assert_eq!(again, punches.into_iter().map(Ok).collect::<Vec<_>>());
}
