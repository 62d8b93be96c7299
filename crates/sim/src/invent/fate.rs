//! What befalls people: leave and duty, moves, joining and retiring.

use civil::Employment;
use jiff::civil::Date;
use rules::excuse::ExcuseKind;

use crate::{
    calendar::{days_between, later},
    chance::{Chance, Stream},
    person::{Excuse, Person, Post},
    place::{Site, SiteKind},
};

/// How often in a thousand people something happens in three months.
const JOINS_PERMILLE: usize = 8;
const RETIRES_PERMILLE: usize = 8;
const MOVES_PERMILLE: usize = 14;

/// The days of the regency's records.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) from: Date,
    pub(super) until: Date,
}

impl Span {
    /// A day of it, not among the first.
    fn day(self, chance: &mut Chance) -> Date {
        let days = days_between(self.from, self.until);
        later(self.from, chance.between((days / 8).max(1).min(days), days))
    }
}

/// A kind of excuse: how often in a thousand people, and days at least and at most.
struct Often {
    kind: ExcuseKind,
    permille: usize,
    days: (i64, i64),
    letter: &'static str,
}

const fn often(kind: ExcuseKind, permille: usize, days: (i64, i64), letter: &'static str) -> Often {
    Often { kind, permille, days, letter }
}

const ANYBODY: &[Often] = &[
    often(ExcuseKind::CutiTahunan, 260, (1, 5), "Surat izin cuti tahunan"),
    often(ExcuseKind::CutiSakit, 110, (1, 4), "Surat keterangan dokter"),
    often(ExcuseKind::CutiSakitRawatInap, 12, (3, 8), "Surat rawat inap"),
    often(ExcuseKind::CutiAlasanPenting, 20, (1, 4), "Surat izin cuti alasan penting"),
    often(ExcuseKind::CutiBesar, 3, (14, 40), "Surat izin cuti besar"),
    often(ExcuseKind::Diklat, 40, (2, 6), "Surat tugas diklat"),
];

const OF_OFFICES: &[Often] = &[
    often(ExcuseKind::DinasLuar, 420, (1, 3), "Surat tugas dinas luar"),
    often(ExcuseKind::DinasDalam, 160, (1, 1), "Surat tugas dinas dalam"),
    often(ExcuseKind::Wfa, 90, (1, 2), "Surat izin bekerja dari lokasi lain"),
];

const OF_OTHERS: &[Often] = &[
    often(ExcuseKind::DinasLuar, 90, (1, 2), "Surat tugas dinas luar"),
    often(ExcuseKind::DinasDalam, 120, (1, 1), "Surat tugas dinas dalam"),
];

/// Invents what somebody decided about a person's days. No two excuses share a day.
pub(super) fn excuses(seed: u64, index: usize, person: &mut Person, kind: SiteKind, span: Span) {
    let mut chance = Chance::of(seed, Stream::Fate, index, 0);
    let more = match kind {
        SiteKind::Office | SiteKind::Order | SiteKind::Kecamatan => OF_OFFICES,
        SiteKind::Primary | SiteKind::Secondary | SiteKind::Puskesmas | SiteKind::Hospital => {
            OF_OTHERS
        }
    };
    let woman = person.nip.as_str().as_bytes().get(14) == Some(&b'2');
    if woman && chance.permille(14) {
        let from = span.day(&mut chance);
        add(
            &mut chance,
            person,
            ExcuseKind::CutiMelahirkan,
            (from, 90),
            "Surat izin cuti melahirkan",
        );
    }
    for often in ANYBODY.iter().chain(more) {
        if chance.permille(often.permille) {
            let from = span.day(&mut chance);
            let days = chance.between(often.days.0, often.days.1);
            add(&mut chance, person, often.kind, (from, days), often.letter);
        }
    }
    permissions(&mut chance, person, span);
}

/// Permissions to come late or to go early, on a part of a day.
fn permissions(chance: &mut Chance, person: &mut Person, span: Span) {
    for (kind, permille, minutes) in
        [(ExcuseKind::IzinTerlambat, 60, (420, 600)), (ExcuseKind::IzinPulangCepat, 60, (780, 990))]
    {
        if chance.permille(permille) {
            let from = span.day(chance);
            add(chance, person, kind, (from, 1), "Surat izin atasan");
            if let Some(excuse) = person.excuses.last_mut().filter(|excuse| excuse.kind == kind) {
                excuse.minutes = Some(minutes);
            }
        }
    }
}

/// One of the person's own, always: for the example account.
pub(super) fn of_example(seed: u64, person: &mut Person, days: &[(ExcuseKind, Date)]) {
    let mut chance = Chance::of(seed, Stream::Fate, 0, 9);
    person.excuses.clear();
    for (kind, day) in days {
        add(&mut chance, person, *kind, (*day, 1), "Surat contoh");
    }
}

fn add(
    chance: &mut Chance,
    person: &mut Person,
    kind: ExcuseKind,
    (from, days): (Date, i64),
    letter: &str,
) {
    let until = later(from, days - 1);
    let meets = |excuse: &Excuse| excuse.from <= until && from <= excuse.until;
    if person.excuses.iter().any(meets) {
        return;
    }
    let letter = format!("{letter} 800/{}/{}", chance.between(1, 980), from.year());
    person.excuses.push(Excuse { kind, from, until, minutes: None, letter });
}

/// Joining, retiring, or moving to another site, seldom.
pub(super) fn career(seed: u64, index: usize, person: &mut Person, sites: &[Site], span: Span) {
    let mut chance = Chance::of(seed, Stream::Fate, index, 1);
    let day = span.day(&mut chance);
    let joins = chance.permille(JOINS_PERMILLE);
    let retires = chance.permille(RETIRES_PERMILLE);
    let moves = chance.permille(MOVES_PERMILLE);
    let place = chance.below(sites.len());
    let Some((from, post)) = person.posts.first().cloned() else { return };
    let leads = sites.get(post.site).is_some_and(|site| site.head.0 == post.position);
    if leads {
        return;
    }
    // On the first day of the records there is nothing before it to end.
    let changes = day > from;
    if joins {
        person.posts = vec![(day, post)];
    } else if changes && retires && post.employment == Employment::Pns {
        person.posts.push((day, Post { in_service: false, ..post }));
    } else if changes && moves {
        // Only within a kind: then position and hours go on to make sense.
        let kind = sites.get(post.site).map(|site| (site.kind, site.group.clone()));
        let alike = |(_, site): &(usize, &Site)| Some((site.kind, site.group.clone())) == kind;
        let start = sites.iter().enumerate().cycle().skip(place).take(sites.len());
        let other = start.filter(alike).find(|(other, _)| *other != post.site);
        if let Some((other, site)) = other {
            let unit = chance.pick(&site.units).clone();
            person.posts.push((day, Post { site: other, unit, ..post }));
        }
    }
}
