//! Arguments of `abdi outage` and `abdi event`.

use std::path::PathBuf;

use civil::{Skpd, TerminalSerial};
use clap::{Args as ClapArgs, Subcommand};
use jiff::civil::Date;

use super::Json;

/// Days of a whole organisation whose terminals could not be used.
#[derive(Debug, ClapArgs)]
pub(crate) struct Outage {
    /// The typed list: nip, tanggal, and if known datang and pulang
    pub(crate) file: PathBuf,
    /// Of which organisation
    #[arg(long)]
    pub(crate) skpd: Skpd,
    /// First day
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Date,
    /// Last day; the first if absent
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<Date>,
    /// terminal-down, power-cut, finger-unread, elsewhere or other
    #[arg(long, default_value = "terminal-down", value_name = "CAUSE")]
    pub(crate) cause: String,
    /// What happened
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
    /// Photo or scan of the signed list: PDF, JPEG or PNG; several times for several
    #[arg(long, required = true, value_name = "FILE")]
    pub(crate) photo: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) json: Json,
}

/// Verbs about apel and ceremonies.
#[derive(Debug, Subcommand)]
pub(crate) enum Event {
    /// Record who was missed; recorded again, it takes the place of what was recorded before
    Record(RecordEvent),
}

/// Which event, and who was there.
#[derive(Debug, ClapArgs)]
pub(crate) struct RecordEvent {
    /// Kind, as the rules of the regency name it: apel, upacara …
    pub(crate) code: String,
    /// Of which organisation
    #[arg(long)]
    pub(crate) skpd: Skpd,
    /// The day
    #[arg(long)]
    pub(crate) date: Date,
    /// From when on one had to be there, 07:15
    #[arg(long, value_name = "TIME", value_parser = minute_of_day)]
    pub(crate) from: u16,
    /// Until when, 07:30
    #[arg(long, value_name = "TIME", value_parser = minute_of_day)]
    pub(crate) until: u16,
    /// List of those who were there, with a column nip
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "terminal",
        required_unless_present = "terminal"
    )]
    pub(crate) list: Option<PathBuf>,
    /// Terminal on which they punched; several times for several
    #[arg(long, value_name = "SERIAL")]
    pub(crate) terminal: Vec<TerminalSerial>,
    /// Number of the invitation or of the list
    #[arg(long, value_name = "TEXT")]
    pub(crate) letter: String,
    #[command(flatten)]
    pub(crate) json: Json,
}

/// The minute of the day that `07:15` or `07.15` names.
fn minute_of_day(text: &str) -> Result<u16, String> {
    let wrong = || format!("\"{text}\" is not a time of day; write it as 07:15");
    let (hour, minute) = text.split_once([':', '.']).ok_or_else(wrong)?;
    let (hour, minute): (u16, u16) =
        hour.parse().ok().zip(minute.parse().ok()).ok_or_else(wrong)?;
    if hour > 24 || minute > 59 || hour * 60 + minute > 1_440 {
        return Err(wrong());
    }
    Ok(hour * 60 + minute)
}
