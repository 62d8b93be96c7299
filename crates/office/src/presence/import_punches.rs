//! Punches out of a file: what a terminal wrote to a USB stick, or a table with named columns.

use std::collections::BTreeMap;

use civil::TerminalSerial;
use serde::Serialize;
use storage::presence::PunchSource;
use terminal::{FileKind, delimited::DelimitedFile, recognise, usb::AttLogFile};

pub use terminal::delimited::{DateOrder, Mapping};

use super::deliver::{Occasion, Said, SaidPunch, Sorted, TOO_MANY_BAD_LINES, sort};
use crate::{Actor, Office, OfficeError, Permission, Scope};

/// Lines kept in one transaction: large files are cut, so that terminals need not wait for them.
const LINES_A_DELIVERY: usize = 5_000;

/// How the columns of a table are called and its dates ordered.
#[derive(Clone, Debug, Default)]
pub struct FileForm {
    /// Names of columns, where they are none of the known ones.
    pub mapping: Mapping,
    /// Order of day and month.
    pub order: DateOrder,
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportedPunches {
    /// Lines with something in them.
    pub lines: u64,
    /// Punches not known before.
    pub stored: u64,
    /// Punches already known, or repeated in the file.
    pub known: u64,
    /// Lines set aside because their time cannot be believed; a person can repair them.
    pub quarantined: u64,
    /// Lines that are no punch; kept in quarantine too, so that nothing is lost.
    pub unreadable: u64,
    /// How many lines for each reason.
    pub reasons: BTreeMap<String, u64>,
    /// The terminal that the file says it is of, if that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_terminal: Option<String>,
}

impl Office {
    /// Imports a file of punches of one terminal. A terminal that is not known yet is created,
    /// waiting; whoever may import may also vouch for its punches.
    ///
    /// # Errors
    ///
    /// [`OfficeError::BadInput`] if the file is no list of punches; [`OfficeError::Store`] if it
    /// could not be kept. Importing again after a failure stores only what is missing.
    pub async fn import_punches(
        &self,
        actor: &Actor,
        serial: &TerminalSerial,
        file_name: &str,
        body: &[u8],
        form: &FileForm,
    ) -> Result<ImportedPunches, OfficeError> {
        actor.require(Permission::DeliverPunches, Scope::Regency)?;
        let zone = self.store.terminal(serial).await?.map_or(self.zone, |terminal| terminal.zone);
        let Read { source, lines, of } = read(file_name, body, form)?;
        let occasion = Occasion { terminal: serial, zone, source, received: self.now() };
        let mut imported = ImportedPunches {
            other_terminal: of.filter(|of| of != serial.as_str()),
            ..ImportedPunches::default()
        };
        for chunk in lines.chunks(LINES_A_DELIVERY) {
            let bytes = chunk.iter().fold(Vec::new(), |mut bytes, line| {
                bytes.extend_from_slice(&line.raw);
                bytes.push(b'\n');
                bytes
            });
            let sorted = sort(&occasion, chunk.iter().map(OwnedLine::said));
            tally(&mut imported, &sorted);
            let detail = format!("lines={}", chunk.len());
            let audit = self.audit(actor, "presence.import_punches", file_name, detail);
            let delivery = sorted.into_delivery(&occasion, bytes);
            let recorded = self.store.record_delivery(delivery, audit).await?;
            imported.stored += u64::from(recorded.stored);
            imported.known += u64::from(recorded.known);
        }
        Ok(imported)
    }
}

/// Counts what is set aside, by reason.
fn tally(imported: &mut ImportedPunches, sorted: &Sorted) {
    imported.lines += sorted.lines() as u64;
    for line in &sorted.quarantined {
        *imported.reasons.entry(line.reason.to_owned()).or_default() += 1;
        match line.reason {
            "before_2005" | "ahead_of_server" | "impossible_date" => imported.quarantined += 1,
            _ => imported.unreadable += 1,
        }
    }
    if sorted.unlisted > 0 {
        let unlisted = sorted.unlisted as u64;
        imported.unreadable += unlisted;
        *imported.reasons.entry(TOO_MANY_BAD_LINES.to_owned()).or_default() += unlisted;
    }
}

/// A line that outlives the reader it came from.
struct OwnedLine {
    number: usize,
    raw: Vec<u8>,
    record: Result<OwnedPunch, terminal::BadLine>,
}

struct OwnedPunch {
    pin: String,
    at: terminal::At,
    status: Option<u32>,
    verify: Option<u32>,
}

impl OwnedLine {
    fn said(&self) -> Said<'_> {
        let record = match &self.record {
            Ok(punch) => Ok(SaidPunch {
                pin: &punch.pin,
                at: punch.at,
                status: punch.status,
                verify: punch.verify,
            }),
            Err(bad) => Err(*bad),
        };
        Said { number: self.number, raw: &self.raw, record }
    }
}

/// What a file says.
struct Read {
    source: PunchSource,
    lines: Vec<OwnedLine>,
    /// Serial of the terminal that it names.
    of: Option<String>,
}

fn read(file_name: &str, body: &[u8], form: &FileForm) -> Result<Read, OfficeError> {
    let bad = |message: String| OfficeError::bad_file(file_name, message);
    if body.is_empty() {
        return Err(bad("the file is empty; export it from the terminal again".to_owned()));
    }
    match recognise(file_name, body) {
        FileKind::AttLog => {
            let file = AttLogFile::open(body).map_err(|error| bad(error.to_string()))?;
            let lines = file
                .lines()
                .map(|line| OwnedLine {
                    number: line.number,
                    raw: line.raw.to_vec(),
                    record: line.record.map(|punch| OwnedPunch {
                        pin: punch.pin.to_owned(),
                        at: punch.at,
                        status: punch.status,
                        verify: punch.verify,
                    }),
                })
                .collect();
            Ok(Read { source: PunchSource::Usb, lines, of: file.serial.map(str::to_owned) })
        }
        FileKind::Delimited => {
            let file = DelimitedFile::open(body, &form.mapping, form.order)
                .map_err(|error| bad(error.to_string()))?;
            let lines = file
                .rows()
                .map(|row| OwnedLine {
                    number: row.number,
                    raw: row.raw.into_bytes(),
                    record: row.record.map(|punch| OwnedPunch {
                        pin: punch.pin.as_str().to_owned(),
                        at: punch.at,
                        status: punch.status,
                        verify: punch.verify,
                    }),
                })
                .collect();
            Ok(Read { source: PunchSource::Csv, lines, of: None })
        }
        FileKind::Users | FileKind::Biometric | FileKind::Workbook | FileKind::Unknown => Err(bad(
            "this is no list of punches; give a *_attlog.dat file or a CSV with named columns"
                .to_owned(),
        )),
    }
}
