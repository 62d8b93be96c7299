//! The regency as the tables that an office would hand in.

use std::fmt::Write as _;

use civil::Month;

use crate::{Regency, person::Person};

/// Where the invented accounts are.
const BANK: &str = "Bank Contoh";

/// Separates cells: names hold commas.
const SEPARATOR: char = ';';

/// Tables of people, one a group of terminals.
pub(super) fn people(regency: &Regency, group: &str) -> String {
    let mut table = String::from(
        "nip;nama;skpd;unit;jabatan;kelas;jenis pegawai;pola kerja;tpp;alasan;pin;aktif;berlaku sejak\n",
    );
    for (_, person) in known(regency) {
        for (from, post) in &person.posts {
            let Some(site) = regency.sites().get(post.site) else { continue };
            if site.group.as_str() != group {
                continue;
            }
            let class = post.class.map_or_else(String::new, |class| class.to_string());
            let cells = [
                person.nip.as_str(),
                &person.name,
                site.skpd.as_str(),
                &post.unit,
                &post.position,
                &class,
                post.employment.code(),
                post.schedule.as_str(),
                yes_no(post.tpp_eligible),
                post.tpp_reason.unwrap_or_default(),
                &person.pin,
                yes_no(post.in_service),
                &from.to_string(),
            ];
            row(&mut table, &cells);
        }
    }
    table
}

/// Who holds which post.
pub(super) fn posts(regency: &Regency) -> String {
    let mut table = String::from("skpd;unit;kedudukan;nip;mulai\n");
    let Some(first) = regency.months().first() else { return table };
    for held in regency.held_posts() {
        let skpd = held.skpd.as_ref().map_or("", civil::Skpd::as_str);
        let desk = if held.skpd.is_none() { "sekda" } else { "" };
        let cells = [skpd, &held.unit, desk, held.holder.as_str(), &first.first().to_string()];
        row(&mut table, &cells);
    }
    table
}

/// What somebody decided about days.
pub(super) fn excuses(regency: &Regency) -> String {
    let mut table = String::from("nip;jenis;mulai;sampai;jam mulai;jam selesai;surat\n");
    for (_, person) in known(regency) {
        for excuse in &person.excuses {
            let time = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
            let (starts, ends) = excuse
                .minutes
                .map_or_else(Default::default, |(from, until)| (time(from), time(until)));
            let cells = [
                person.nip.as_str(),
                excuse.kind.code(),
                &excuse.from.to_string(),
                &excuse.until.to_string(),
                &starts,
                &ends,
                &excuse.letter,
            ];
            row(&mut table, &cells);
        }
    }
    table
}

/// The salary list with golongan, family and account of each, as it holds from the first month.
pub(super) fn details(regency: &Regency) -> String {
    let mut table = String::from(
        "nip;mulai;golongan;status keluarga;gaji pokok;tunjangan keluarga;tunjangan jabatan;\
         bpjs pegawai;bpjs pemberi kerja;pph gaji;bank;nomor rekening\n",
    );
    let Some(first) = regency.months().first().map(|month| month.first().to_string()) else {
        return table;
    };
    for paid in regency.salary_list() {
        let amounts = [
            paid.pay,
            paid.family_pay,
            paid.position_pay,
            paid.premium,
            paid.employer_premium,
            // Salaries of the example stay below what is taxed.
            0,
        ];
        let [pay, family, position, premium, employer, tax] = amounts.map(|one| one.to_string());
        let cells = [
            paid.nip.as_str(),
            &first,
            paid.golongan,
            paid.family,
            &pay,
            &family,
            &position,
            &premium,
            &employer,
            &tax,
            BANK,
            &paid.account,
        ];
        row(&mut table, &cells);
    }
    table
}

/// Deductions that people agreed to.
pub(super) fn agreed(regency: &Regency) -> String {
    let mut table = String::from("nip;mulai;jenis potongan;besar potongan\n");
    let Some(first) = regency.months().first().map(|month| month.first().to_string()) else {
        return table;
    };
    for paid in regency.salary_list() {
        for (code, much) in &paid.agreed {
            row(&mut table, &[paid.nip.as_str(), &first, code, much]);
        }
    }
    table
}

/// Results of work of a month.
pub(super) fn performance(regency: &Regency, month: Month) -> String {
    let mut table = String::from("nip;produktivitas\n");
    for result in regency.productivity().filter(|result| result.month == month) {
        if let Some(person) = regency.people().get(result.person) {
            let percent = format!("{}.{:02}%", result.reached_bp / 100, result.reached_bp % 100);
            row(&mut table, &[person.nip.as_str(), &percent]);
        }
    }
    table
}

/// Missed apel and sanctions.
pub(super) fn occurrences(regency: &Regency) -> String {
    let mut table = String::from("nip;tanggal;kode;alasan\n");
    for occurrence in regency.occurrences() {
        if let Some(person) = regency.people().get(occurrence.person) {
            let date = occurrence.date.to_string();
            row(&mut table, &[person.nip.as_str(), &date, occurrence.code, &occurrence.reason]);
        }
    }
    table
}

fn known(regency: &Regency) -> impl Iterator<Item = (usize, &Person)> {
    regency.people().iter().enumerate().filter(|(_, person)| person.known)
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "ya" } else { "tidak" }
}

fn row(table: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            table.push(SEPARATOR);
        }
        write!(table, "{cell}").expect("writing to a String cannot fail");
    }
    table.push('\n');
}
