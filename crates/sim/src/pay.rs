//! What the paying of people rests on beside their posts: golongan, family, salary list, account,
//! deductions they agreed to. All of it invented; salaries only look like salaries.

use civil::{Employment, Nip, Skpd};

use crate::{
    Regency,
    chance::{Chance, Stream},
    person::Person,
};

/// Of a thousand people, how many agreed to zakat by their salary.
const ZAKAT_PERMILLE: usize = 300;

/// Of a hundred rupiah of salary, what premium of the health insurance comes to, of the person and
/// of the employer, so that the invented lists look like real ones. Not a value of the law.
const PREMIUMS: (i64, i64) = (1, 4);

/// A line of the salary list with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PaidPerson {
    pub(crate) nip: Nip,
    pub(crate) golongan: &'static str,
    /// Unmarried or married and with how many dependants, as the tax office writes it.
    pub(crate) family: &'static str,
    pub(crate) pay: i64,
    pub(crate) family_pay: i64,
    pub(crate) position_pay: i64,
    pub(crate) premium: i64,
    pub(crate) employer_premium: i64,
    pub(crate) account: String,
    /// Codes of what is deducted because the person agreed, and how much: empty is what the
    /// regency's rule says.
    pub(crate) agreed: Vec<(&'static str, &'static str)>,
}

impl Regency {
    /// The salary list of those whom the personnel office knows, as it holds from the first month.
    pub(crate) fn salary_list(&self) -> Vec<PaidPerson> {
        let people = self.people().iter().enumerate().filter(|(_, person)| person.known);
        people.filter_map(|(place, person)| paid(self.recipe().seed, place, person)).collect()
    }

    /// Somebody who keeps the papers of an organisation: its last person in service who leads
    /// nothing.
    pub(crate) fn operator_of(&self, skpd: &Skpd) -> Option<Nip> {
        let posts = self.held_posts();
        let today = self.recipe().now.date();
        let works = |person: &&Person| {
            let site = person.post_on(today).and_then(|post| self.sites().get(post.site));
            person.known && site.is_some_and(|site| site.skpd == *skpd)
        };
        let leads = |person: &&Person| posts.iter().any(|held| held.holder == person.nip);
        let example = self.example().nip;
        let mut others = self.people().iter().rev().filter(works).filter(|one| !leads(one));
        others.find(|person| person.nip != example).map(|person| person.nip)
    }
}

fn paid(seed: u64, place: usize, person: &Person) -> Option<PaidPerson> {
    let (_, post) = person.posts.first()?;
    let mut chance = Chance::of(seed, Stream::Pay, place, 0);
    let (golongan, pay) = rank(post.employment, post.class.unwrap_or_default());
    let family =
        *chance.weighted(&[(20, "TK/0"), (10, "K/0"), (20, "K/1"), (35, "K/2"), (15, "K/3")]);
    let pay = pay + 50_000 * chance.between(0, 20);
    let family_pay = if family == "TK/0" { 0 } else { pay * chance.between(10, 14) / 100 };
    let position_pay = if post.class >= Some(9) { 540_000 } else { 185_000 };
    let salary = pay + family_pay + position_pay;
    let zakat = chance.permille(ZAKAT_PERMILLE).then_some(("zakat", "usulan"));
    let korpri = (post.employment == Employment::Pns).then_some(("korpri", "usulan"));
    Some(PaidPerson {
        nip: person.nip,
        golongan,
        family,
        pay,
        family_pay,
        position_pay,
        premium: salary * PREMIUMS.0 / 100,
        employer_premium: salary * PREMIUMS.1 / 100,
        account: format!("41{:0>8}", person.pin),
        agreed: korpri.into_iter().chain(zakat).collect(),
    })
}

/// Golongan and the salary it begins with, by kind of employment and class of the post.
fn rank(employment: Employment, class: u8) -> (&'static str, i64) {
    match (employment, class) {
        (Employment::Pns | Employment::Cpns, 14..) => ("IV/c", 3_600_000),
        (Employment::Pns | Employment::Cpns, 11..) => ("IV/a", 3_300_000),
        (Employment::Pns | Employment::Cpns, 9..) => ("III/d", 3_200_000),
        (Employment::Pns | Employment::Cpns, 7..) => ("III/b", 2_900_000),
        (Employment::Pns | Employment::Cpns, 5..) => ("II/c", 2_400_000),
        (Employment::Pns | Employment::Cpns, _) => ("II/a", 2_200_000),
        (_, 8..) => ("IX", 3_200_000),
        (_, _) => ("V", 2_500_000),
    }
}
