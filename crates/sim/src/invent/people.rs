//! People: name, number, post, habits. What befalls them comes later.

use std::collections::HashSet;

use civil::{Employment, Nip, ScheduleKey};
use jiff::civil::Date;

use super::{
    names,
    posts::{self, Hours, Position, Teaches},
};
use crate::{
    chance::{Chance, Stream},
    habits::{self, Habits},
    person::{Person, Post},
    place::{Site, SiteKind},
};

/// The first number at the terminals of a group.
const PIN_FIRST: usize = 1_001;

/// Of a thousand certified teachers' ranks, how many draw the allowance that excludes Tpp.
const TPG_PERMILLE: usize = 620;
const TPG_PPPK_PERMILLE: usize = 280;
/// Of a thousand people of the hospital, how many are paid out of its own income.
const BLUD_PERMILLE: usize = 350;

/// Who is to be invented.
pub(super) struct Newcomer<'a> {
    pub(super) seed: u64,
    pub(super) index: usize,
    pub(super) site: (usize, &'a Site),
    /// 0 for the head of the site.
    pub(super) rank: usize,
    /// How many of the PIN group came before.
    pub(super) before: usize,
    /// The first day of the regency's records.
    pub(super) from: Date,
}

/// Invents a person. `taken` are the numbers given so far.
pub(super) fn invent(new: &Newcomer<'_>, taken: &mut HashSet<Nip>) -> Person {
    let mut chance = Chance::of(new.seed, Stream::Person, new.index, 0);
    let (site_index, site) = new.site;
    let woman = chance.permille(posts::women_permille(site.kind));
    let name = names::invent(&mut chance, woman);
    let drawn = posts::employment(&mut chance, site.kind);
    let position = position(&mut chance, new);
    let leads = new.rank == 0 || position.class >= 9 && position.teaches == Teaches::No;
    let employment = if leads { Employment::Pns } else { drawn };
    let nip = nip(&mut chance, woman, employment, new.from, taken);
    let unit = if new.rank == 0 {
        site.units.first().cloned().unwrap_or_default()
    } else {
        chance.pick(&site.units).clone()
    };
    let schedule = schedule(&mut chance, new, employment, position.hours);
    let (tpp_eligible, tpp_reason) = tpp(&mut chance, site.kind, employment, position.teaches);
    let title = if new.rank == 0 { site.head.0.as_str() } else { position.title };
    let post = Post {
        site: site_index,
        unit,
        position: title.to_owned(),
        class: (employment != Employment::NonAsn).then_some(position.class),
        employment,
        schedule,
        tpp_eligible,
        tpp_reason,
        in_service: true,
    };
    Person {
        nip,
        name: titled(&name, title, position.degree),
        pin: (PIN_FIRST + new.before).to_string(),
        known: true,
        posts: vec![(new.from, post)],
        excuses: Vec::new(),
        habits: Habits::invent(&mut chance),
    }
}

/// Somebody who punches and whom nobody has enrolled: the PIN belongs to no one.
pub(super) fn stranger(seed: u64, index: usize, like: &Person, from: Date) -> Person {
    let mut chance = Chance::of(seed, Stream::Person, index, 1);
    let post = like.posts.first().map(|(_, post)| post.clone()).into_iter();
    Person {
        pin: "990017".to_owned(),
        known: false,
        posts: post.map(|post| (from, post)).collect(),
        excuses: Vec::new(),
        habits: Habits::invent(&mut chance),
        ..like.clone()
    }
}

/// Makes the person the one whom the example account is about.
pub(super) fn make_interesting(person: &mut Person) {
    person.habits = habits::INTERESTING;
    for (_, post) in &mut person.posts {
        post.schedule = "lima-hari".parse().expect("a well-formed schedule");
        post.tpp_eligible = true;
        post.tpp_reason = None;
    }
}

fn position(chance: &mut Chance, new: &Newcomer<'_>) -> Position {
    let (_, site) = new.site;
    let rank = new.rank.saturating_sub(1);
    let drawn = posts::position_at(chance, site.kind, site.skpd.as_str(), rank);
    if new.rank > 0 {
        return drawn;
    }
    let teaches = match site.kind {
        SiteKind::Primary | SiteKind::Secondary => Teaches::Yes,
        SiteKind::Office
        | SiteKind::Order
        | SiteKind::Kecamatan
        | SiteKind::Puskesmas
        | SiteKind::Hospital => Teaches::No,
    };
    let (class, degree) = (site.head.1, posts::degree_of_head(site.kind));
    Position { class, degree, teaches, hours: Hours::OfSite, ..drawn }
}

fn schedule(
    chance: &mut Chance,
    new: &Newcomer<'_>,
    employment: Employment,
    hours: Hours,
) -> ScheduleKey {
    let (site_index, site) = new.site;
    let key = match (employment, hours) {
        // Part of the week, whatever the site does.
        (Employment::PppkParuhWaktu, _) => "pppk-paruh-waktu".to_owned(),
        (_, Hours::Rotating(pattern, cycle)) => {
            format!("{pattern}:{}", chance.between(0, cycle - 1))
        }
        (_, Hours::OfSite) => {
            let mut of_site = Chance::of(new.seed, Stream::Places, site_index, 1);
            posts::hours_of_site(&mut of_site, site.kind).to_owned()
        }
    };
    key.parse().expect("patterns are well formed")
}

fn tpp(
    chance: &mut Chance,
    kind: SiteKind,
    employment: Employment,
    teaches: Teaches,
) -> (bool, Option<&'static str>) {
    let permille = match (employment, teaches) {
        (Employment::NonAsn, _) => return (false, None),
        (Employment::Pns, Teaches::Yes) => TPG_PERMILLE,
        (Employment::Pppk, Teaches::Yes) => TPG_PPPK_PERMILLE,
        (Employment::Cpns | Employment::PppkParuhWaktu, Teaches::Yes) | (_, Teaches::No) => 0,
    };
    if chance.permille(permille) {
        return (false, Some("tpg"));
    }
    if kind == SiteKind::Hospital && chance.permille(BLUD_PERMILLE) {
        return (false, Some("blud"));
    }
    (true, None)
}

fn titled(name: &str, position: &str, degree: &str) -> String {
    let before = if position.starts_with("Dokter Gigi") {
        "drg. "
    } else if position.starts_with("Dokter") || position == "Direktur" {
        "dr. "
    } else {
        ""
    };
    match degree {
        "" => format!("{before}{name}"),
        _ => format!("{before}{name}, {degree}"),
    }
}

/// A well-formed number that nobody has: birth, appointment, sex, and a sequence.
fn nip(
    chance: &mut Chance,
    woman: bool,
    employment: Employment,
    from: Date,
    taken: &mut HashSet<Nip>,
) -> Nip {
    let year = i64::from(from.year());
    let (age, served, months) = match employment {
        Employment::Pns => {
            let age = chance.between(26, 56);
            (age, chance.between(2, (age - 20).min(30)), 12)
        }
        Employment::Cpns => (chance.between(22, 33), 0, 6),
        Employment::Pppk => (chance.between(24, 55), chance.between(1, 4), 0),
        Employment::PppkParuhWaktu => (chance.between(22, 54), 1, 0),
        Employment::NonAsn => (chance.between(20, 50), chance.between(0, 1), 0),
    };
    let (birth_month, birth_day) = (chance.between(1, 12), chance.between(1, 28));
    let month = match employment {
        Employment::Pns => chance.between(1, months),
        Employment::Cpns => chance.between(1, i64::from(from.month()).min(months)),
        // The month digits of these are no month.
        Employment::Pppk | Employment::PppkParuhWaktu => 21,
        Employment::NonAsn => 99,
    };
    let sex = if woman { 2 } else { 1 };
    let (born, appointed) = (year - age, year - served);
    let mut sequence = chance.between(1, 9);
    loop {
        let text = format!(
            "{born:04}{birth_month:02}{birth_day:02}{appointed:04}{month:02}{sex}{sequence:03}"
        );
        let nip: Nip = text.parse().expect("an invented number keeps to the rules of the Nip");
        if taken.insert(nip) {
            return nip;
        }
        sequence += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_well_formed_and_each_is_given_once() {
        let mut taken = HashSet::new();
        let mut chance = Chance::of(3, Stream::Person, 0, 0);
        let from = jiff::civil::date(2026, 9, 1);
        for round in 0..400 {
            for employment in Employment::ALL {
                let woman = round % 2 == 0;
                let nip = nip(&mut chance, woman, *employment, from, &mut taken);
                assert_eq!(nip.as_str().chars().nth(14), Some(if woman { '2' } else { '1' }));
            }
        }
        assert_eq!(taken.len(), 400 * Employment::ALL.len());
    }
}
