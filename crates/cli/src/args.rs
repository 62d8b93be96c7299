//! The command line. Scripts of offices depend on it: change it only with a changelog entry.

mod account;
mod audit;
mod closing;
mod database;
mod demo;
mod discipline;
mod leave;
mod letters;
mod post;
mod printed;
mod report;
mod roster;
mod sending;
mod unit;

use std::{net::SocketAddr, path::PathBuf};

use civil::{Month, Nip, PinGroup, Regency, Skpd, TerminalSerial};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

pub(crate) use self::{
    account::Account,
    audit::Audit,
    closing::{ClosingMonth, OfMonth, Shadow, Sign, WhatIf},
    demo::Demo,
    discipline::{Discipline, PersonOrCase},
    leave::Leave,
    letters::Letters,
    post::Post,
    printed::{Json, Lang},
    report::{FileFormat, Report, ReportKind},
    roster::Roster,
    sending::{Sending, ServeAndSend},
    unit::{Event, Outage, RecordEvent},
};

/// Presence, allowance and discipline of the civil servants of a regency.
#[derive(Debug, Parser)]
#[command(name = "abdi", version, propagate_version = true)]
pub(crate) struct Args {
    /// Folder of the data; created where missing
    #[arg(long, global = true, env = "ABDI_DATA", default_value = "abdi-data", value_name = "DIR")]
    pub(crate) data: PathBuf,
    /// Which regency: a folder of law/regency, or examples/NAME
    #[arg(
        long,
        global = true,
        env = "ABDI_REGENCY",
        default_value = "contoh",
        value_name = "NAME"
    )]
    pub(crate) regency: Regency,
    /// Law folder to use in place of the one built into the program
    #[arg(long, global = true, env = "ABDI_LAW", value_name = "DIR")]
    pub(crate) law: Option<PathBuf>,
    /// Database: postgres://… or sqlite:PATH in place of SQLite in the data folder
    #[arg(
        long,
        global = true,
        env = "ABDI_DATABASE",
        value_name = "URL",
        value_parser = database::url
    )]
    pub(crate) database: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the pages, listen to terminals and keep the days evaluated
    Serve(ServeAndSend),
    /// Load an invented regency, its punches brought by simulated terminals, and serve it
    Demo(Demo),
    /// The law: check files, show what holds, sign off
    #[command(subcommand)]
    Law(Law),
    /// People
    #[command(subcommand)]
    Person(Person),
    /// Punches
    #[command(subcommand)]
    Punch(Punch),
    /// Leave, duty and work from elsewhere
    #[command(subcommand)]
    Leave(Leave),
    /// Rosters: who has which shift on which day
    #[command(subcommand)]
    Roster(Roster),
    /// Who holds which post, and so who decides
    #[command(subcommand)]
    Post(Post),
    /// Settle the days of a whole organisation whose terminals could not be used
    Outage(Outage),
    /// Apel and ceremonies: who was missed
    #[command(subcommand)]
    Event(Event),
    /// Monthly results of work (e-Kinerja, LKH)
    #[command(subcommand)]
    Performance(Performance),
    /// Write a report: payment list, slip, month sheet and the like
    Report(Report),
    /// Evaluate a month of everybody, or of one organisation
    Evaluate(Evaluate),
    /// The statement of a person and month
    Statement(Statement),
    /// Explain one day of a person
    Explain(Explain),
    /// A month of an organisation: how it stands, closing, signing, what came out otherwise
    #[command(subcommand)]
    Month(ClosingMonth),
    /// What a month would come to under another law; nothing is changed
    WhatIf(WhatIf),
    /// Discipline: days absent against the ladder, and cases
    #[command(subcommand)]
    Discipline(Discipline),
    /// Terminals
    #[command(subcommand)]
    Terminal(Terminal),
    /// Accounts for signing in
    #[command(subcommand)]
    Account(Account),
    /// The audit log: who did what
    #[command(subcommand)]
    Audit(Audit),
}

/// Where to listen.
#[derive(Debug, ClapArgs)]
pub(crate) struct Serve {
    /// Address of the pages for people
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDR")]
    pub(crate) listen: SocketAddr,
    /// Address the terminals push to
    #[arg(long, default_value = "127.0.0.1:8081", value_name = "ADDR")]
    pub(crate) terminals: SocketAddr,
}

/// Verbs of the law.
#[derive(Debug, Subcommand)]
pub(crate) enum Law {
    /// Check every regency and example of the law folder
    Check(Json),
    /// What holds on a day, who says so, and what is missing
    Show {
        /// The day; today if absent
        #[arg(long, value_name = "DATE")]
        on: Option<Date>,
        #[command(flatten)]
        json: Json,
        #[command(flatten)]
        lang: Lang,
    },
    /// Record that an officer has read the text of an act and found a value right
    Verify {
        /// Id of a value as `law show` prints it, a topic, or the key of an act
        id: String,
        /// Nip of the officer
        #[arg(long)]
        by: Nip,
        /// What was read
        #[arg(long, value_name = "TEXT")]
        basis: String,
    },
}

/// Verbs about people.
#[derive(Debug, Subcommand)]
pub(crate) enum Person {
    /// Import people from CSV or XLSX
    Import {
        /// The file
        file: PathBuf,
        /// Group of terminals whose PINs the file gives
        #[arg(long, default_value = "utama")]
        pin_group: PinGroup,
        #[command(flatten)]
        import: Import,
    },
    /// Import what paying needs to know: golongan, salary list, account, agreed deductions, acting
    Details {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        import: Import,
    },
    /// List people
    List {
        /// Of one organisation
        #[arg(long)]
        skpd: Option<Skpd>,
        /// Part of a name or Nip
        #[arg(long, default_value = "")]
        search: String,
        #[command(flatten)]
        json: Json,
    },
    /// Everything known about a person, with both dates
    Show {
        /// Nip
        #[arg(long)]
        nip: Nip,
        #[command(flatten)]
        json: Json,
    },
}

/// How to import.
#[derive(Clone, Copy, Debug, ClapArgs)]
#[group(skip)]
pub(crate) struct Import {
    /// Report what would happen; write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) json: Json,
}

/// Verbs about punches.
#[derive(Debug, Subcommand)]
pub(crate) enum Punch {
    /// Import a *_attlog.dat file or a CSV with named columns
    Import {
        /// The file
        file: PathBuf,
        /// Serial number of the terminal it is from
        #[arg(long)]
        terminal: TerminalSerial,
        #[command(flatten)]
        form: TableForm,
        #[command(flatten)]
        json: Json,
    },
    /// List punches in order of time
    List {
        /// Of one person
        #[arg(long)]
        nip: Option<Nip>,
        /// From one terminal
        #[arg(long)]
        terminal: Option<TerminalSerial>,
        /// Of one month
        #[arg(long)]
        month: Option<Month>,
        #[command(flatten)]
        json: Json,
    },
    /// Count punches
    Count {
        /// From one terminal
        #[arg(long)]
        terminal: Option<TerminalSerial>,
        #[command(flatten)]
        json: Json,
    },
    /// Say whose a PIN is; its punches are attached
    Map {
        /// Number on the terminals
        #[arg(long)]
        pin: String,
        /// Whose it is
        #[arg(long)]
        nip: Nip,
        /// Group of terminals
        #[arg(long, default_value = "utama")]
        pin_group: PinGroup,
        /// From which day
        #[arg(long, value_name = "DATE")]
        from: Date,
    },
}

/// How the columns of a table are called.
#[derive(Clone, Debug, ClapArgs)]
#[group(skip)]
pub(crate) struct TableForm {
    /// Column of the PIN
    #[arg(long, value_name = "NAME")]
    pub(crate) pin_column: Option<String>,
    /// Column of the date, or of date and time
    #[arg(long, value_name = "NAME")]
    pub(crate) date_column: Option<String>,
    /// Column of the time
    #[arg(long, value_name = "NAME")]
    pub(crate) time_column: Option<String>,
    /// Dates are written month first
    #[arg(long)]
    pub(crate) month_first: bool,
}

/// Verbs about results of work.
#[derive(Debug, Subcommand)]
pub(crate) enum Performance {
    /// Import productivity and predikat of a month from CSV or XLSX
    Import {
        /// The file
        file: PathBuf,
        /// The month
        #[arg(long)]
        month: Month,
        /// Mapping of a file of e-Kinerja BKN: a name out of content/ekinerja, or a file
        #[arg(long, value_name = "NAME")]
        mapping: Option<String>,
        #[command(flatten)]
        import: Import,
    },
}

/// What to evaluate.
#[derive(Debug, ClapArgs)]
pub(crate) struct Evaluate {
    /// The month
    #[arg(long)]
    pub(crate) month: Month,
    /// One organisation only
    #[arg(long)]
    pub(crate) skpd: Option<Skpd>,
    #[command(flatten)]
    pub(crate) json: Json,
}

/// Which statement.
#[derive(Debug, ClapArgs)]
pub(crate) struct Statement {
    /// Whose
    #[arg(long)]
    pub(crate) nip: Nip,
    /// The month
    #[arg(long)]
    pub(crate) month: Month,
    /// Text for people or JSON
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// The same as --format json
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) lang: Lang,
}

/// Form of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Which day.
#[derive(Debug, ClapArgs)]
pub(crate) struct Explain {
    /// Whose
    #[arg(long)]
    pub(crate) nip: Nip,
    /// The day
    #[arg(long)]
    pub(crate) date: Date,
    #[command(flatten)]
    pub(crate) json: Json,
    #[command(flatten)]
    pub(crate) lang: Lang,
}

/// Verbs about terminals.
#[derive(Debug, Subcommand)]
pub(crate) enum Terminal {
    /// List terminals, those with a problem first
    List(Json),
    /// Take a terminal's punches from now on
    Approve(Approve),
    /// Refuse a terminal's punches
    Refuse {
        /// Serial number
        serial: TerminalSerial,
    },
}

/// Which terminal, and where it hangs.
#[derive(Debug, ClapArgs)]
pub(crate) struct Approve {
    /// Serial number
    pub(crate) serial: TerminalSerial,
    /// Organisation it hangs in
    #[arg(long, value_name = "CODE")]
    pub(crate) skpd: Option<Skpd>,
    /// What people call it
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Group of terminals with one numbering of people
    #[arg(long)]
    pub(crate) pin_group: Option<PinGroup>,
    /// Hours ahead of UTC: 7 WIB, 8 WITA, 9 WIT
    #[arg(long, value_parser = clap::value_parser!(i8).range(7..=9))]
    pub(crate) zone: Option<i8>,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_in_order() {
        Args::command().debug_assert();
    }
}
