//! How many people work where, and what hangs on the walls.

use civil::PinGroup;

use super::skpds::{self, Kind};
use crate::{
    chance::{Chance, Stream},
    place::{HungTerminal, MODELS, Organisation, Site, SiteKind, Standing},
};

/// Of a thousand people, those who work for schools. Most of a regency's people are teachers.
const TEACHERS_PERMILLE: usize = 550;
/// Of a thousand people, those who work for health.
const HEALTH_PERMILLE: usize = 200;
/// Of a thousand who work for health, those of the hospital.
const HOSPITAL_PERMILLE: usize = 270;
/// Of a thousand teachers, those of primary schools.
const PRIMARY_PERMILLE: usize = 690;
/// Of a thousand people of offices, those of kecamatan.
const KECAMATAN_PERMILLE: usize = 200;
/// Of a thousand of a sector, those of its office.
const SECTOR_OFFICE_PERMILLE: usize = 25;
/// Usual numbers of people.
const PRIMARY_SIZE: usize = 9;
const SECONDARY_SIZE: usize = 24;
const PUSKESMAS_SIZE: usize = 50;
const PUSKESMAS_MAX: usize = 43;
/// The office of agriculture has so many at least: the example accounts are about it.
const AGRICULTURE_MIN: usize = 4;

/// The group of terminals that number people together, and that of the hospital.
pub(crate) fn groups() -> [PinGroup; 2] {
    ["utama", "rsud"].map(|name| name.parse().expect("well-formed names"))
}

/// The organisations.
pub(super) fn organisations() -> Vec<Organisation> {
    let offices = skpds::KINDS.iter().map(|kind| (kind.code.to_owned(), kind.name.to_owned()));
    let kecamatan = skpds::KECAMATAN
        .iter()
        .enumerate()
        .map(|(index, name)| (kecamatan_code(index), format!("Kecamatan {name}")));
    offices
        .chain(kecamatan)
        .map(|(code, name)| Organisation { code: code.parse().expect("well-formed codes"), name })
        .collect()
}

fn kecamatan_code(index: usize) -> String {
    format!("KEC-{:02}", index + 1)
}

/// Divides `total` by weights, the whole of it: the largest remainders get what is left.
fn share(total: usize, weights: &[u32]) -> Vec<usize> {
    let sum: usize = weights.iter().map(|weight| usize_of(*weight)).sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let mut shares: Vec<usize> =
        weights.iter().map(|weight| total * usize_of(*weight) / sum).collect();
    let mut left = total - shares.iter().sum::<usize>();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    let remainder =
        |place: &usize| weights.get(*place).map_or(0, |weight| total * usize_of(*weight) % sum);
    order.sort_by_key(|place| (std::cmp::Reverse(remainder(place)), *place));
    for place in order {
        if left == 0 {
            break;
        }
        if let Some(share) = shares.get_mut(place) {
            *share += 1;
            left -= 1;
        }
    }
    shares
}

fn usize_of(number: u32) -> usize {
    usize::try_from(number).expect("32 bits fit")
}

/// `total` people in places of about `size`, at most `most` places.
fn in_places(total: usize, size: usize, most: usize) -> Vec<usize> {
    if total == 0 {
        return Vec::new();
    }
    let count = (total / size).clamp(1, most);
    share(total, &vec![1; count])
}

/// The sites of a regency of `people`, without terminals and people yet.
pub(super) fn sites(people: usize) -> Vec<Site> {
    let teachers = people * TEACHERS_PERMILLE / 1_000;
    let health = people * HEALTH_PERMILLE / 1_000;
    let rest = people - teachers - health;
    let education_office = teachers * SECTOR_OFFICE_PERMILLE / 1_000;
    let health_office = health * SECTOR_OFFICE_PERMILLE / 1_000;
    let kecamatan = rest * KECAMATAN_PERMILLE / 1_000;
    let hospital = health * HOSPITAL_PERMILLE / 1_000;
    let mut sites = offices(
        rest - kecamatan,
        &[
            (skpds::EDUCATION, education_office),
            (skpds::HEALTH, health_office),
            (skpds::HOSPITAL, hospital),
        ],
    );
    sites.extend(kecamatan_offices(kecamatan));
    sites.extend(schools(teachers - education_office));
    sites.extend(health_centres(health - health_office - hospital));
    sites.retain(|site| site.size > 0);
    sites
}

fn offices(total: usize, given: &[(&str, usize)]) -> Vec<Site> {
    let first = AGRICULTURE_MIN.min(total);
    let weights: Vec<u32> = skpds::KINDS.iter().map(|kind| kind.weight).collect();
    let shares = share(total - first, &weights);
    skpds::KINDS
        .iter()
        .zip(shares)
        .map(|(kind, share)| {
            let given = given.iter().find(|(code, _)| *code == kind.code).map_or(0, |(_, n)| *n);
            let more = if kind.code == skpds::AGRICULTURE { first } else { 0 };
            office(kind, share + given + more)
        })
        .collect()
}

fn office(kind: &Kind, size: usize) -> Site {
    let [utama, rsud] = groups();
    let (place, group) = match kind.code {
        skpds::HOSPITAL => (SiteKind::Hospital, rsud),
        skpds::ORDER => (SiteKind::Order, utama),
        _ => (SiteKind::Office, utama),
    };
    let units = kind.units.iter().map(|unit| (*unit).to_owned()).collect();
    site(place, kind.code, kind.name.to_owned(), units, kind.head, size, group)
}

fn site(
    kind: SiteKind,
    code: &str,
    name: String,
    units: Vec<String>,
    (head, class): (&str, u8),
    size: usize,
    group: PinGroup,
) -> Site {
    Site {
        kind,
        skpd: code.parse().expect("well-formed codes"),
        name,
        units,
        head: (head.to_owned(), class),
        size,
        group,
        terminals: Vec::new(),
        people: Vec::new(),
    }
}

fn kecamatan_offices(total: usize) -> impl Iterator<Item = Site> {
    let shares = share(total, &[1; skpds::KECAMATAN.len()]);
    skpds::KECAMATAN.iter().zip(shares).enumerate().map(|(index, (name, size))| {
        let units = skpds::KECAMATAN_UNITS.iter().map(|unit| (*unit).to_owned()).collect();
        let [utama, _] = groups();
        let name = format!("Kecamatan {name}");
        let code = kecamatan_code(index);
        site(SiteKind::Kecamatan, &code, name, units, skpds::CAMAT, size, utama)
    })
}

/// The kecamatan of the `index`th of several places, and its number there.
fn nth(index: usize) -> (&'static str, usize) {
    let count = skpds::KECAMATAN.len();
    let place = skpds::KECAMATAN.get(index % count).expect("a remainder lies within the list");
    (place, index / count + 1)
}

fn schools(total: usize) -> Vec<Site> {
    let primary = total * PRIMARY_PERMILLE / 1_000;
    let [utama, _] = groups();
    let school = |kind, word: &str, index: usize, size| {
        let (place, number) = nth(index);
        let name = format!("{word} Negeri {number} {place}");
        let units = vec![name.clone()];
        site(kind, skpds::EDUCATION, name, units, ("Kepala Sekolah", 10), size, utama.clone())
    };
    let primaries = in_places(primary, PRIMARY_SIZE, usize::MAX);
    let secondaries = in_places(total - primary, SECONDARY_SIZE, usize::MAX);
    let primaries = primaries
        .into_iter()
        .enumerate()
        .map(|(index, size)| school(SiteKind::Primary, "SD", index, size));
    let secondaries = secondaries
        .into_iter()
        .enumerate()
        .map(|(index, size)| school(SiteKind::Secondary, "SMP", index, size));
    primaries.chain(secondaries).collect()
}

fn health_centres(total: usize) -> Vec<Site> {
    let [utama, _] = groups();
    in_places(total, PUSKESMAS_SIZE, PUSKESMAS_MAX)
        .into_iter()
        .enumerate()
        .map(|(index, size)| {
            let (place, number) = nth(index);
            let name = match number {
                1 => format!("Puskesmas {place}"),
                _ => format!("Puskesmas {place} {number}"),
            };
            let units = vec![name.clone()];
            let head = ("Kepala Puskesmas", 11);
            let kind = SiteKind::Puskesmas;
            site(kind, skpds::HEALTH, name, units, head, size, utama.clone())
        })
        .collect()
}

/// Hangs terminals: one at a small site, one more for each hundred people or so.
pub(super) fn hang(seed: u64, sites: &mut [Site]) -> Vec<HungTerminal> {
    let mut terminals = Vec::new();
    for (index, site) in sites.iter_mut().enumerate() {
        let mut chance = Chance::of(seed, Stream::Places, index, 0);
        let count = (site.size / 110 + 1).min(8);
        for number in 1..=count {
            site.terminals.push(terminals.len());
            let name = match count {
                1 => site.name.clone(),
                _ => format!("{} {number}", site.name),
            };
            let model = *chance.weighted(MODELS);
            terminals.push(terminal(terminals.len(), name, index, model, Standing::Approved));
        }
    }
    terminals
}

/// A terminal whose serial number says that it is an example.
pub(super) fn terminal(
    index: usize,
    name: String,
    site: usize,
    model: crate::place::Model,
    standing: Standing,
) -> HungTerminal {
    let serial = format!("CONTOH{:06}", 240_000 + index + 1);
    let serial = serial.parse().expect("a well-formed serial");
    HungTerminal { serial, name, site, model, standing, mishap: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people_of(sites: &[Site], kinds: &[SiteKind]) -> usize {
        sites.iter().filter(|site| kinds.contains(&site.kind)).map(|site| site.size).sum()
    }

    #[test]
    fn everybody_has_a_place_and_most_are_teachers_and_health_workers() {
        for people in [30, 50, 137, 1_000, 16_000] {
            let sites = sites(people);
            let total: usize = sites.iter().map(|site| site.size).sum();
            assert_eq!(total, people);
            let schools = people_of(&sites, &[SiteKind::Primary, SiteKind::Secondary]);
            assert!(schools * 100 / people >= 50, "{people}: {schools}");
            assert!(people_of(&sites, &[SiteKind::Puskesmas, SiteKind::Hospital]) > 0);
            let farm = sites.iter().find(|site| site.skpd.as_str() == "DISTAN").unwrap();
            assert!(farm.size >= 4);
        }
    }

    #[test]
    fn a_regency_of_16_000_has_the_places_of_one() {
        let mut sites = sites(16_000);
        let count = |kind| sites.iter().filter(|site| site.kind == kind).count();
        assert!((600..750).contains(&count(SiteKind::Primary)), "{}", count(SiteKind::Primary));
        assert!((90..130).contains(&count(SiteKind::Secondary)), "{}", count(SiteKind::Secondary));
        assert!((40..=43).contains(&count(SiteKind::Puskesmas)), "{}", count(SiteKind::Puskesmas));
        assert_eq!((count(SiteKind::Kecamatan), count(SiteKind::Hospital)), (28, 1));
        let terminals = hang(1, &mut sites);
        assert!((850..1_100).contains(&terminals.len()), "{}", terminals.len());
        assert!(sites.iter().all(|site| !site.terminals.is_empty()));
    }

    #[test]
    fn shares_add_up() {
        assert_eq!(share(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(share(5, &[0, 0]), [0, 0]);
        assert_eq!(share(7, &[5, 2, 0]), [5, 2, 0]);
    }
}
