//! The form on which a day is corrected.

use jiff::civil::date;
use office::{
    matter::{Cause, REASON_CHARS_MAX},
    proof::PROOFS_MAX,
};
use words::{Lang, Phrase};

use super::{
    Eyes, Sample, at, render,
    requests::{error, late},
};
use crate::{
    Area,
    pages::{
        ChoiceState, DayMark, FormError,
        request::{CauseChoice, CorrectionForm, DayNow, DayRow},
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "correction", render: |lang| render(&correction(lang, "correction")) },
    Sample { name: "correction-mistakes", render: |lang| render(&mistakes(lang)) },
];

fn causes(chosen: Option<Cause>) -> Vec<CauseChoice> {
    let state = |of| if Some(of) == chosen { ChoiceState::Chosen } else { ChoiceState::Open };
    Cause::ALL.map(|of| CauseChoice::of(of, state(of))).to_vec()
}

fn correction(lang: Lang, name: &str) -> CorrectionForm {
    CorrectionForm {
        frame: at(lang, Eyes::Pegawai, Area::Requests, name),
        days: vec![DayRow {
            number: 1,
            day: "05-11-2026".to_owned(),
            now: Some(DayNow {
                date: date(2026, 11, 5),
                mark: DayMark::Late,
                what: late(),
                cut: Some(15_419),
            }),
            ..DayRow::default()
        }],
        causes: causes(None),
        reason: String::new(),
        reason_chars_max: REASON_CHARS_MAX,
        files_again: false,
        may_add: true,
        errors: Vec::new(),
        back: "/samples/my-month".to_owned(),
    }
}

fn mistakes(lang: Lang) -> CorrectionForm {
    let row = |number, day: &str, arrived: &str, left: &str| DayRow {
        number,
        day: day.to_owned(),
        arrived: arrived.to_owned(),
        left: left.to_owned(),
        now: None,
    };
    CorrectionForm {
        days: vec![row(1, "05-11-2026", "07.25", ""), row(2, "31-11-2026", "setengah delapan", "")],
        causes: causes(Some(Cause::TerminalDown)),
        reason: "Mesin mati sejak subuh, operator sudah diberi tahu.".to_owned(),
        files_again: true,
        errors: vec![
            error("day-2", "request-mistake-date"),
            error("arrived-2", "request-mistake-time"),
            FormError {
                field: "files".to_owned(),
                text: Phrase::new("request-file-too-large")
                    .with("name", "surat-keterangan.jpg")
                    .with("most", i64::try_from(PROOFS_MAX).unwrap_or(i64::MAX)),
            },
        ],
        ..correction(lang, "correction-mistakes")
    }
}
