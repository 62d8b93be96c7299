//! The file of the old system: which figures it has, and what it says of each person.

use std::collections::BTreeMap;

use civil::{InvalidNip, Nip};
use serde::Serialize;
use words::{Arg, Phrase};

use crate::table::{BadRow, BadTable, Heading, Reason, Row, Table, value};

/// Most rupiah of an amount: more than any allowance of a year.
const AMOUNT_MAX: i64 = 1_000_000_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Nip,
    AfterCuts,
    Received,
    Gross,
    Cut,
    Tax,
    Premium,
    Agreed,
    Repayment,
    AbsentDays,
    LateMinutes,
}

impl Heading for Column {
    const ALL: &'static [Self] = &[
        Self::Nip,
        Self::AfterCuts,
        Self::Received,
        Self::Gross,
        Self::Cut,
        Self::Tax,
        Self::Premium,
        Self::Agreed,
        Self::Repayment,
        Self::AbsentDays,
        Self::LateMinutes,
    ];

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nip => &["nip", "nomorindukpegawai"],
            Self::AfterCuts => &["tppsetelahpotongan", "setelahpotongan", "tppaftercuts"],
            Self::Received => &[
                "dibayar",
                "dibayarkan",
                "tppdibayar",
                "diterima",
                "tppditerima",
                "ditransfer",
                "net",
                "netto",
                "jumlahditerima",
            ],
            Self::Gross => &["tpp", "gross", "besarantpp", "pagu", "pagutpp"],
            Self::Cut => &["potongan", "cut", "potongankehadiran"],
            Self::Tax => &["pph21", "pph", "pajak", "tax"],
            Self::Premium => &["bpjs", "bpjskesehatan", "iuranbpjs", "iwp"],
            Self::Agreed => &["potonganlain", "agreed", "iuran"],
            Self::Repayment => &["pengembalian", "repayment", "tgr"],
            Self::AbsentDays => &["tk", "absentdays", "alpa", "alpha", "haritk", "tanpaketerangan"],
            Self::LateMinutes => &["terlambat", "lateminutes", "menitterlambat", "tl"],
        }
    }

    fn required(self) -> bool {
        match self {
            Self::Nip => true,
            Self::AfterCuts
            | Self::Received
            | Self::Gross
            | Self::Cut
            | Self::Tax
            | Self::Premium
            | Self::Agreed
            | Self::Repayment
            | Self::AbsentDays
            | Self::LateMinutes => false,
        }
    }
}

/// What the old system says of a person; amounts in rupiah, none negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Theirs {
    pub(crate) nip: Nip,
    /// The Tpp after cuts: as given, or else the Tpp less what was cut.
    pub(crate) after_cuts: Option<i64>,
    /// What was handed to the person.
    pub(crate) received: Option<i64>,
    /// The Tpp before cuts: as given, or else what is left after cuts and what was cut.
    pub(crate) gross: Option<i64>,
    pub(crate) tax: Option<i64>,
    pub(crate) premium: Option<i64>,
    pub(crate) agreed: Option<i64>,
    pub(crate) repayment: Option<i64>,
    pub(crate) absent_days: Option<u32>,
    pub(crate) late_minutes: Option<u32>,
}

/// Why a row of the file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShadowFault {
    /// A spreadsheet made a number of the Nip.
    #[error(
        "the spreadsheet made a number of this NIP; format the column as text and enter it again"
    )]
    NipRounded,
    /// It has too few or too many digits.
    #[error("NIP needs 18 digits but has {count}")]
    NipLength {
        /// How many.
        count: usize,
    },
    /// It is no Nip.
    #[error("\"{text}\" is no NIP; copy it from the decree")]
    NipWrong {
        /// What stands there.
        text: String,
    },
    /// It stands further up already.
    #[error("this person stands further up already; add both up")]
    Twice,
    /// It is no amount.
    #[error("\"{text}\" is no amount in whole rupiah; write it as 3816178")]
    NoAmount {
        /// What stands there.
        text: String,
    },
    /// It is more than any allowance.
    #[error("\"{text}\" is more than any allowance; check it")]
    TooMuch {
        /// What stands there.
        text: String,
    },
    /// It is no whole number.
    #[error("\"{text}\" is no whole number; write it as 2")]
    NoNumber {
        /// What stands there.
        text: String,
    },
    /// The row says no figure that could be compared.
    #[error("no amount stands here; fill it in, or leave the row out")]
    NoFigure,
}

impl ShadowFault {
    /// It in a sentence, with what to do.
    #[must_use]
    pub fn said(&self) -> Phrase {
        let shown = |text: &str| terminal::shown(text).into_owned();
        match self {
            Self::NipRounded => Phrase::new("shadow-fault-nip-rounded"),
            Self::NipLength { count } => Phrase::new("shadow-fault-nip-length")
                .with("count", Arg::Count(i64::try_from(*count).unwrap_or(i64::MAX))),
            Self::NipWrong { text } => {
                Phrase::new("shadow-fault-nip-wrong").with("text", shown(text))
            }
            Self::Twice => Phrase::new("shadow-fault-twice"),
            Self::NoAmount { text } => {
                Phrase::new("shadow-fault-no-amount").with("text", shown(text))
            }
            Self::TooMuch { text } => {
                Phrase::new("shadow-fault-too-much").with("text", shown(text))
            }
            Self::NoNumber { text } => {
                Phrase::new("shadow-fault-no-number").with("text", shown(text))
            }
            Self::NoFigure => Phrase::new("shadow-fault-no-figure"),
        }
    }
}

/// A row of the file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BadShadowRow {
    /// Where, and why in English.
    #[serde(flatten)]
    pub row: BadRow,
    /// Why, for a sentence in the reader's language.
    #[serde(skip)]
    pub fault: ShadowFault,
}

impl BadShadowRow {
    /// It in a sentence: row, column, and what to do.
    #[must_use]
    pub fn said(&self) -> Phrase {
        Phrase::new("shadow-page-bad-row")
            .with("line", Arg::Text(self.row.line.to_string()))
            .with("column", &self.row.column)
            .with("reason", self.fault.said())
    }
}

/// What could be read of a file.
pub(super) struct OldFile {
    pub(super) people: BTreeMap<Nip, Theirs>,
    pub(super) bad: Vec<BadShadowRow>,
    pub(super) ignored: Vec<String>,
    /// Whether it says what is left after cuts.
    pub(super) has_after_cuts: bool,
    /// Whether it says what was handed out.
    pub(super) has_received: bool,
}

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Result<OldFile, BadTable> {
    let table = Table::<Column>::read(bytes)?;
    let has_after_cuts =
        table.has(Column::AfterCuts) || (table.has(Column::Gross) && table.has(Column::Cut));
    let has_received = table.has(Column::Received);
    if !has_after_cuts && !has_received {
        return Err(BadTable::NoColumn {
            column: "dibayar / tpp_setelah_potongan".to_owned(),
            known:
                "nip, dibayar, tpp_setelah_potongan, tpp, potongan, pph21, bpjs, potongan_lain, \
                    pengembalian, tk, terlambat"
                    .to_owned(),
            here: table.headings().join(", "),
        });
    }
    let (mut people, mut bad) = (BTreeMap::new(), Vec::new());
    for row in table.rows() {
        match one(&row, &people) {
            Ok(one) => {
                people.insert(one.nip, one);
            }
            Err(why) => bad.push(why),
        }
    }
    Ok(OldFile { people, bad, ignored: table.ignored(), has_after_cuts, has_received })
}

fn one(row: &Row<'_, Column>, before: &BTreeMap<Nip, Theirs>) -> Result<Theirs, BadShadowRow> {
    let bad = |column: Column, fault: ShadowFault| BadShadowRow {
        row: row.bad(column, Reason::verbatim(&fault)),
        fault,
    };
    let nip = nip(row.cell(Column::Nip)).map_err(|fault| bad(Column::Nip, fault))?;
    if before.contains_key(&nip) {
        return Err(bad(Column::Nip, ShadowFault::Twice));
    }
    let given = |column: Column| match row.cell(column) {
        "" | "-" => None,
        text => Some(text.to_owned()),
    };
    let amount = |column: Column| -> Result<Option<i64>, BadShadowRow> {
        given(column).map(|text| rupiah(&text)).transpose().map_err(|fault| bad(column, fault))
    };
    // What is taken is written with and without a sign.
    let taken = |column: Column| -> Result<Option<i64>, BadShadowRow> {
        let text = given(column);
        let text = text.as_deref().map(|text| text.trim_start_matches('-').trim());
        text.map(rupiah).transpose().map_err(|fault| bad(column, fault))
    };
    let count = |column: Column| -> Result<Option<u32>, BadShadowRow> {
        given(column).map(|text| number(&text)).transpose().map_err(|fault| bad(column, fault))
    };
    let (gross, cut) = (amount(Column::Gross)?, taken(Column::Cut)?);
    let left = gross.zip(cut).map(|(gross, cut)| gross - cut);
    let after_cuts = amount(Column::AfterCuts)?.or(left);
    let received = amount(Column::Received)?;
    if after_cuts.is_none() && received.is_none() {
        return Err(bad(Column::Received, ShadowFault::NoFigure));
    }
    Ok(Theirs {
        nip,
        after_cuts,
        received,
        gross: gross.or_else(|| after_cuts.zip(cut).map(|(left, cut)| left + cut)),
        tax: taken(Column::Tax)?,
        premium: taken(Column::Premium)?,
        agreed: taken(Column::Agreed)?,
        repayment: taken(Column::Repayment)?,
        absent_days: count(Column::AbsentDays)?,
        late_minutes: count(Column::LateMinutes)?,
    })
}

fn nip(text: &str) -> Result<Nip, ShadowFault> {
    if value::is_rounded(text) {
        return Err(ShadowFault::NipRounded);
    }
    let plain = text.trim_start_matches('\'').replace('\u{a0}', " ");
    plain.parse().map_err(|error: InvalidNip| {
        if let InvalidNip::WrongLength { count } = error {
            return ShadowFault::NipLength { count };
        }
        ShadowFault::NipWrong { text: plain.clone() }
    })
}

/// Reads rupiah: `3816178`, `3.816.178`, `Rp 3.816.178,00`, `3816178.00`.
fn rupiah(text: &str) -> Result<i64, ShadowFault> {
    let unclear = || ShadowFault::NoAmount { text: text.to_owned() };
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{a0}').collect();
    let plain = plain.trim_start_matches("Rp").trim_start_matches('.');
    let whole = [",00", ".00", ",0", ".0", ",-"];
    let plain = whole.iter().find_map(|end| plain.strip_suffix(end)).unwrap_or(plain);
    let groups: Vec<&str> = plain.split(['.', ',']).collect();
    let grouped = groups.iter().skip(1).all(|group| group.len() == 3)
        && (groups.len() == 1
            || groups.first().is_some_and(|first| (1..=3).contains(&first.len())));
    let digits = groups.concat();
    if !grouped || digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(unclear());
    }
    let amount: i64 = digits.parse().map_err(|_| unclear())?;
    if amount > AMOUNT_MAX {
        return Err(ShadowFault::TooMuch { text: text.to_owned() });
    }
    Ok(amount)
}

/// Reads a whole number, also as spreadsheets write one.
fn number(text: &str) -> Result<u32, ShadowFault> {
    let plain = text.strip_suffix(".0").unwrap_or(text);
    plain.parse().map_err(|_| ShadowFault::NoNumber { text: text.to_owned() })
}

/// A row that says nothing of a person, for tests.
#[cfg(test)]
pub(super) fn silent() -> Theirs {
    Theirs {
        nip: "199001012015031004".parse().unwrap(),
        after_cuts: None,
        received: None,
        gross: None,
        tax: None,
        premium: None,
        agreed: None,
        repayment: None,
        absent_days: None,
        late_minutes: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_offices_write_them() {
        for text in
            ["3816178", "3.816.178", "Rp 3.816.178,00", "3816178.00", "Rp. 3,816,178", "3816178.0"]
        {
            assert_eq!(rupiah(text), Ok(3_816_178), "{text}");
        }
        for text in ["", "3.816,5", "-3", "tiga", "38.16.178", "9999999999"] {
            assert!(rupiah(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_file_says_which_figures_it_has_and_a_bad_row_what_to_do() {
        let person = "199001012015031004";
        let file = format!("NIP;TPP;Potongan;Dibayar;PPh 21\n{person};1.000.000;34.000;;\n");
        let read_in = read(file.as_bytes()).unwrap();
        assert!(read_in.has_after_cuts && read_in.has_received);
        let one = read_in.people.values().next().unwrap();
        assert_eq!(
            (one.after_cuts, one.received, one.gross),
            (Some(966_000), None, Some(1_000_000))
        );
        let file = format!("NIP;Dibayar\n{person};tiga\n1,9E+17;1\n123;1\n{person};-\n");
        let bad = read(file.as_bytes()).unwrap().bad;
        let said: Vec<String> =
            bad.iter().map(|bad| words::Words::say(words::Lang::Id, &bad.said())).collect();
        assert!(said[0].starts_with("Baris 2, kolom Dibayar: \"tiga\" bukan"), "{said:?}");
        assert!(said[1].contains("kolomnya teks") && said[2].contains("18 angka"), "{said:?}");
        assert_eq!(bad[3].fault, ShadowFault::NoFigure);
        let none = read(b"NIP;Jumlah\n1;2\n").err().unwrap();
        let said = words::Words::say(words::Lang::Id, &none.said());
        assert!(said.contains("tpp_setelah_potongan") && said.contains("Jumlah"), "{said}");
    }
}
