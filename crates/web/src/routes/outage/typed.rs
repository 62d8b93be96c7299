//! What is typed into the form of an outage, and the request that it makes.

use civil::{Nip, Skpd};
use jiff::civil::Date;
use office::{
    matter::Cause,
    presence::{BadOutageRow, OUTAGE_DAYS_MAX, OutageFault, OutageRequest},
    proof::NewProof,
};
use words::{Arg, Phrase};

use crate::{forms, pages::FormError, routes::request::told};

/// Mistakes of the list that are said at once.
const MISTAKES_MAX: usize = 20;

/// What a form is sent for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sent {
    /// To have it looked at.
    #[default]
    Check,
    /// To have everybody of the unit put on the list.
    Fill,
    /// To be handed in.
    Send,
}

/// What was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) sent: Sent,
    pub(super) from: String,
    pub(super) until: String,
    pub(super) cause: String,
    pub(super) reason: String,
    pub(super) list: String,
}

/// A line of the list that can be read: where it stands, and what it says.
struct Line<'t> {
    number: usize,
    nip: Nip,
    date: Date,
    times: (&'t str, &'t str),
}

/// The request with the place of each of its rows in what was typed.
pub(super) struct Listed {
    pub(super) request: OutageRequest,
    numbers: Vec<usize>,
}

impl Typed {
    /// What the form sends.
    pub(super) fn read(fields: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in fields {
            match (name.as_str(), value.as_str()) {
                ("step", "fill") => typed.sent = Sent::Fill,
                ("step", "send") => typed.sent = Sent::Send,
                ("from", _) => typed.from = value,
                ("until", _) => typed.until = value,
                ("cause", _) => typed.cause = value,
                ("reason", _) => typed.reason = value,
                ("list", _) => typed.list = value,
                _ => {}
            }
        }
        typed
    }

    /// The days, or what is wrong with them.
    pub(super) fn days(&self, today: Date) -> Result<(Date, Date), Vec<FormError>> {
        let wrong = |field: &str, key: &str| {
            let text = Phrase::new(key).with("most", i64::from(OUTAGE_DAYS_MAX));
            vec![FormError { field: field.to_owned(), text }]
        };
        let from = forms::date(&self.from);
        let from = from.ok_or_else(|| wrong("from", "request-mistake-date"))?;
        // One day need not be typed twice.
        let until = match self.until.trim() {
            "" => from,
            text => forms::date(text).ok_or_else(|| wrong("until", "request-mistake-date"))?,
        };
        if until < from {
            return Err(wrong("until", "page-outage-until-first"));
        }
        if until > today {
            let field = if self.until.trim().is_empty() { "from" } else { "until" };
            return Err(wrong(field, "request-mistake-ahead"));
        }
        if (until - from).get_days() >= OUTAGE_DAYS_MAX {
            return Err(wrong("until", "page-outage-too-long"));
        }
        Ok((from, until))
    }

    /// The request, or everything that can be seen to be wrong with it at once.
    pub(super) fn request(
        &self,
        (skpd, today): (&Skpd, Date),
        proofs: Vec<NewProof>,
    ) -> Result<Listed, Vec<FormError>> {
        let days = self.days(today);
        let mut errors = days.as_ref().err().cloned().unwrap_or_default();
        let mut wrong = |field: &str, text: Phrase| {
            errors.push(FormError { field: field.to_owned(), text });
        };
        let cause = Cause::from_code(&self.cause);
        if cause.is_none() {
            wrong("cause", Phrase::new("request-mistake-no-cause"));
        }
        if let Some(fault) = told::reason_fault(&self.reason) {
            wrong("reason", fault);
        }
        if self.sent == Sent::Send && proofs.is_empty() {
            wrong("files", Phrase::new("page-outage-no-photo"));
        } else if let Some(fault) = told::files_fault(proofs.iter()) {
            wrong("files", fault);
        }
        let lines = days.as_ref().ok().map(|days| self.lines(*days));
        if let Some(Err(bad)) = &lines {
            errors.extend(bad.iter().cloned());
        }
        let (Ok((from, until)), Some(cause), Some(Ok(lines)), true) =
            (days, cause, lines, errors.is_empty())
        else {
            return Err(errors);
        };
        let rows = lines.iter().map(|Line { nip, date, times: (came, left), .. }| {
            format!("{nip};{date};{came};{left}\n")
        });
        let list = format!("nip;tanggal;datang;pulang\n{}", rows.collect::<String>());
        let list = NewProof { name: "daftar.csv".to_owned(), bytes: list.into_bytes() };
        let reason = self.reason.clone();
        let request =
            OutageRequest { skpd: skpd.clone(), from, until, cause, reason, list, proofs };
        Ok(Listed { request, numbers: lines.iter().map(|line| line.number).collect() })
    }

    /// The lines of the list, or what is wrong with some.
    fn lines(&self, days: (Date, Date)) -> Result<Vec<Line<'_>>, Vec<FormError>> {
        let (mut lines, mut errors) = (Vec::new(), Vec::new());
        let typed = self.list.lines().enumerate().filter(|(_, text)| !text.trim().is_empty());
        for (place, text) in typed {
            // The headings of a sheet that was pasted.
            if text.trim_start().get(..3).is_some_and(|start| start.eq_ignore_ascii_case("nip")) {
                continue;
            }
            match line(text, place + 1, days) {
                Ok(line) => lines.push(line),
                Err(key) => {
                    let text = Phrase::new(key).with("line", counted(place + 1));
                    errors.push(FormError { field: "list".to_owned(), text });
                }
            }
        }
        if lines.is_empty() && errors.is_empty() {
            let text = Phrase::new("page-outage-list-empty");
            errors.push(FormError { field: "list".to_owned(), text });
        }
        errors.truncate(MISTAKES_MAX);
        if errors.is_empty() { Ok(lines) } else { Err(errors) }
    }
}

impl Listed {
    /// What the office found wrong with rows, at the list.
    pub(super) fn mistakes(&self, bad: &[BadOutageRow]) -> Vec<FormError> {
        let mistake = |bad: &BadOutageRow| {
            // The first line of what the office was given has the headings.
            let row = usize::try_from(bad.row.line).unwrap_or(0).saturating_sub(2);
            let number = self.numbers.get(row).copied().unwrap_or(0);
            FormError { field: "list".to_owned(), text: said(&bad.fault, number) }
        };
        bad.iter().take(MISTAKES_MAX).map(mistake).collect()
    }
}

fn said(fault: &OutageFault, line: usize) -> Phrase {
    let text = Phrase::new(format!("page-outage-fault-{}", fault.code()));
    let text = text.with("line", counted(line));
    match fault {
        OutageFault::OtherDay(date)
        | OutageFault::NotInService { date, .. }
        | OutageFault::NoWorkingDay(date)
        | OutageFault::Twice(date) => text.with("date", Arg::Date(*date)),
        OutageFault::Unreadable(_)
        | OutageFault::NoHours(_)
        | OutageFault::Backwards
        | OutageFault::Ahead
        | OutageFault::Decides => text,
    }
}

fn counted(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A line: Nip, the day where the outage has several, when the person came and left. What comes
/// after them is a name or a note.
fn line(text: &str, number: usize, (from, until): (Date, Date)) -> Result<Line<'_>, &'static str> {
    let divided = [';', '\t'].into_iter().find(|mark| text.contains(*mark));
    let mut cells: Vec<&str> = match divided {
        Some(mark) => text.split(mark).map(str::trim).collect(),
        None => text.split_whitespace().collect(),
    };
    let nip = cells.first().and_then(|cell| cell.parse().ok());
    let nip: Nip = nip.ok_or("page-outage-line-nip")?;
    cells.remove(0);
    let date = match cells.first().and_then(|cell| forms::date(cell)) {
        Some(date) => {
            cells.remove(0);
            date
        }
        None if from == until => from,
        None => return Err("page-outage-line-date"),
    };
    let mut times = cells.into_iter().chain(["", ""]);
    let mut time = || match times.next().unwrap_or_default() {
        "" | "-" => Ok(""),
        text if forms::minute(text).is_some() => Ok(text),
        _ => Err("page-outage-line-time"),
    };
    let times = (time()?, time()?);
    Ok(Line { number, nip, date, times })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const NIP: &str = "198504102010012007";

    #[test]
    fn lines_are_read_as_people_write_them() {
        let day = date(2026, 11, 3);
        let read = |text: &str| {
            let line = line(text, 1, (day, day)).expect("it can be read");
            let (came, left) = line.times;
            (line.nip.to_string(), line.date, came.to_owned(), left.to_owned())
        };
        let there =
            |(came, left): (&str, &str)| (NIP.to_owned(), day, came.to_owned(), left.to_owned());
        assert_eq!(read(&format!("{NIP};07.25;16.00;Siti")), there(("07.25", "16.00")));
        assert_eq!(read(&format!("{NIP} 07.25")), there(("07.25", "")));
        assert_eq!(read(&format!("{NIP}\t3/11/2026\t-\t16.00")), there(("", "16.00")));
        assert_eq!(read("19850410 201001 2 007;;;Siti Rahmawati"), there(("", "")));
        assert_eq!(read(NIP), there(("", "")));
        let wrong = |text: &str, until| line(text, 1, (day, until)).err();
        assert_eq!(wrong("Siti;07.25", day), Some("page-outage-line-nip"));
        assert_eq!(wrong(&format!("{NIP};siang"), day), Some("page-outage-line-time"));
        assert_eq!(
            wrong(&format!("{NIP};07.25"), date(2026, 11, 4)),
            Some("page-outage-line-date")
        );
    }
}
