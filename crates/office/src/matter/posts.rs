//! Who holds which post, and so who is asked.

use std::collections::BTreeMap;

use civil::{Nip, PersonId, Role, Skpd};
use jiff::civil::Date;
use storage::{details::Post, matters::Desk, people::PersonState, timeline::Timeline};

use super::Link;
use crate::{
    Actor, Office, OfficeError, Permission, Scope,
    table::{BadRow, Heading, ImportedRows, Reason, Row, Table, value},
};

/// Longest name of a desk, in characters.
const DESK_CHARS_MAX: usize = 200;

/// Posts and their holders, from which day on.
#[derive(Clone, Debug, Default)]
pub struct Posts {
    lines: BTreeMap<Desk, Timeline<Option<PersonId>>>,
}

impl Posts {
    pub(crate) fn of(posts: Vec<Post>) -> Self {
        let mut lines: BTreeMap<Desk, Timeline<Option<PersonId>>> = BTreeMap::new();
        for Post { desk, valid_from, holder, capacity: _ } in posts {
            lines.entry(desk).or_default().append(valid_from, holder);
        }
        Self { lines }
    }

    /// Who sits at the desk on a day.
    #[must_use]
    pub fn holder(&self, desk: &Desk, day: Date) -> Option<PersonId> {
        self.lines.get(desk)?.on(day).copied().flatten()
    }

    /// The desks a person sits at on a day.
    pub fn held_by(&self, person: PersonId, day: Date) -> impl Iterator<Item = &Desk> {
        self.lines
            .iter()
            .filter(move |(_, line)| line.on(day) == Some(&Some(person)))
            .map(|(desk, _)| desk)
    }

    /// Who decides about a person on a day: the head of the person's unit, else of the
    /// organisation, else the Sekda, else the Bupati, leaving out whoever the person is; the
    /// personnel office where no post is filled.
    #[must_use]
    pub fn superior(&self, person: PersonId, state: &PersonState, day: Date) -> Desk {
        let ladder = [
            Desk::unit_head(&state.skpd, &state.unit),
            Desk::head(&state.skpd),
            Desk::sekda(),
            Desk::bupati(),
        ];
        // Above the highest post that the person holds.
        let own = ladder.iter().rposition(|desk| self.holder(desk, day) == Some(person));
        let above = own.map_or(0, |own| own + 1);
        ladder
            .into_iter()
            .skip(above)
            .find(|desk| self.holder(desk, day).is_some())
            .unwrap_or_else(Desk::bkpsdm)
    }

    /// The chain of desks that positions mean for a person: each once, nobody's own, vacant posts
    /// left out; never empty.
    #[must_use]
    pub fn chain(
        &self,
        person: PersonId,
        state: &PersonState,
        day: Date,
        positions: &[(String, Option<u32>)],
    ) -> Vec<Link> {
        let mut chain: Vec<Link> = Vec::new();
        for (position, days) in positions {
            let desk = match position.as_str() {
                "atasan" => self.superior(person, state, day),
                "kepala-skpd" => Desk::head(&state.skpd),
                "sekda" => Desk::sekda(),
                "bupati" => Desk::bupati(),
                _ => Desk::bkpsdm(),
            };
            let holder = self.holder(&desk, day);
            let fits = desk == Desk::bkpsdm() || holder.is_some_and(|holder| holder != person);
            if fits && !chain.iter().any(|link| link.desk == desk.as_str()) {
                chain.push(Link { desk: desk.as_str().to_owned(), days: *days });
            }
        }
        if chain.is_empty() {
            let desk = self.superior(person, state, day).as_str().to_owned();
            chain.push(Link { desk, days: positions.first().and_then(|(_, days)| *days) });
        }
        chain
    }
}

/// Somebody takes a post, or leaves it vacant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPost {
    /// The desk.
    pub desk: Desk,
    /// Who; `None` leaves it vacant.
    pub holder: Option<Nip>,
    /// From which day.
    pub from: Date,
    /// As what: `definitif`, `plt`, `plh`.
    pub capacity: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Skpd,
    Unit,
    Desk,
    Nip,
    From,
    Capacity,
}

impl Heading for Column {
    const ALL: &'static [Self] =
        &[Self::Skpd, Self::Unit, Self::Desk, Self::Nip, Self::From, Self::Capacity];

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Skpd => &["skpd", "kodeskpd", "opd", "kodeopd"],
            Self::Unit => &["unit", "unitkerja", "bidang"],
            Self::Desk => &["desk", "kedudukan", "jabatanpimpinan"],
            Self::Nip => &["nip", "nippejabat", "nomorindukpegawai"],
            Self::From => &["from", "mulai", "tmt", "berlakusejak"],
            Self::Capacity => &["capacity", "sebagai", "statusjabatan"],
        }
    }

    fn required(self) -> bool {
        match self {
            Self::Nip | Self::From => true,
            Self::Skpd | Self::Unit | Self::Desk | Self::Capacity => false,
        }
    }
}

impl Office {
    /// The posts and who holds them.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub(crate) async fn posts(&self) -> Result<Posts, OfficeError> {
        Ok(Posts::of(self.store.posts().await?))
    }

    /// The desks at which the actor sits today.
    pub(crate) fn desks_of(&self, actor: &Actor, posts: &Posts) -> Vec<Desk> {
        let today = self.today();
        let mut desks = Vec::new();
        if let Some(person) = actor.person() {
            desks.push(Desk::person(person));
            desks.extend(posts.held_by(person, today).cloned());
        }
        match (actor.role(), actor.skpd()) {
            (Some(Role::Bkpsdm), None) => desks.push(Desk::bkpsdm()),
            (Some(Role::Operator), Some(skpd)) => desks.push(Desk::operator(skpd)),
            _ => {}
        }
        desks
    }

    /// Imports who holds which post: `skpd` and `unit` (the head of the organisation where the unit
    /// is empty) or `kedudukan` (`sekda`, `bupati`, of an organisation `bendahara`), `nip` (empty leaves it vacant), `mulai`,
    /// `sebagai` (`definitif` if empty, `plt`, `plh`).
    ///
    /// # Errors
    ///
    /// [`OfficeError::Forbidden`]; [`OfficeError::BadInput`] if the file as a whole is of no use.
    pub async fn import_posts(
        &self,
        actor: &Actor,
        file_name: &str,
        bytes: &[u8],
        dry_run: bool,
    ) -> Result<ImportedRows, OfficeError> {
        actor.require(Permission::KeepPosts, Scope::Regency)?;
        let table = Table::<Column>::read(bytes)
            .map_err(|error| OfficeError::bad_table(file_name, error))?;
        let ledger = self.ledger().await?;
        let (mut imported, posts) = ImportedRows::read(&table, dry_run, |row| {
            let holder = row.get_if_given(Column::Nip, |text| ledger.person(text))?;
            post(row, holder)
        });
        let good = posts.len();
        let mut new = 0;
        if !dry_run && good > 0 {
            let detail = format!("posts={good}");
            let audit = self.audit(actor, "organisation.import_posts", file_name, detail);
            new = self.store.fill_posts(&posts, audit).await?;
            self.inboxes.forget();
        }
        imported.count(good, usize::try_from(new).unwrap_or(good));
        Ok(imported)
    }
}

fn post(row: &Row<'_, Column>, holder: Option<PersonId>) -> Result<Post, BadRow> {
    let words = |text: &str| value::words_given(text, DESK_CHARS_MAX);
    let skpd = row.get_if_given(Column::Skpd, str::parse::<Skpd>)?;
    let unit = row.get_if_given(Column::Unit, words)?;
    let desk = row.get_if_given(Column::Desk, words)?;
    let desk = match (desk.as_deref(), skpd, unit) {
        (Some("sekda"), None, None) => Desk::sekda(),
        (Some("bupati"), None, None) => Desk::bupati(),
        (Some("bendahara"), Some(skpd), None) => Desk::treasurer(&skpd),
        (None, Some(skpd), None) => Desk::head(&skpd),
        (None, Some(skpd), Some(unit)) => Desk::unit_head(&skpd, &unit),
        _ => {
            return Err(row.bad(Column::Skpd, Reason::new("import-desk")));
        }
    };
    let valid_from = row.get(Column::From, value::date)?;
    let capacity = row.get_if_given(Column::Capacity, capacity)?;
    let capacity = capacity.unwrap_or_else(|| "definitif".to_owned());
    Ok(Post { desk, valid_from, holder, capacity })
}

fn capacity(text: &str) -> Result<String, Reason> {
    let plain = text.trim().trim_end_matches('.').to_lowercase();
    match plain.as_str() {
        "definitif" | "plt" | "plh" => Ok(plain),
        _ => Err(Reason::new("import-capacity").with("text", text)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn state(unit: &str) -> PersonState {
        PersonState {
            nip: "198001012010011001".parse().unwrap(),
            name: "Siti".to_owned(),
            skpd: "DISTAN".parse().unwrap(),
            unit: unit.to_owned(),
            position: String::new(),
            class: None,
            employment: civil::Employment::Pns,
            schedule: "lima-hari".parse().unwrap(),
            tpp_eligible: true,
            tpp_factor: None,
            tpp_reason: None,
            in_service: true,
        }
    }

    fn posts(filled: &[(Desk, i64)]) -> Posts {
        let post = |(desk, holder): &(Desk, i64)| Post {
            desk: desk.clone(),
            valid_from: date(2026, 1, 1),
            holder: (*holder > 0).then_some(PersonId(*holder)),
            capacity: "definitif".to_owned(),
        };
        Posts::of(filled.iter().map(post).collect())
    }

    #[test]
    fn nobody_decides_on_himself_and_a_head_goes_to_the_sekda() {
        let skpd: Skpd = "DISTAN".parse().unwrap();
        let (unit, head) = (Desk::unit_head(&skpd, "Bidang A"), Desk::head(&skpd));
        let filled = [(unit.clone(), 2), (head.clone(), 3), (Desk::sekda(), 4)];
        let posts = posts(&filled);
        let (day, of) = (date(2026, 10, 5), state("Bidang A"));
        let superior = |person| posts.superior(PersonId(person), &of, day);
        assert_eq!([1, 2, 3, 4].map(superior), [unit, head, Desk::sekda(), Desk::bkpsdm()]);
    }

    #[test]
    fn a_vacant_post_is_passed_over_and_no_post_at_all_means_the_personnel_office() {
        let skpd: Skpd = "DISTAN".parse().unwrap();
        let day = date(2026, 10, 5);
        let vacant = posts(&[(Desk::unit_head(&skpd, "Bidang A"), 0), (Desk::head(&skpd), 3)]);
        assert_eq!(vacant.superior(PersonId(1), &state("Bidang A"), day), Desk::head(&skpd));
        let before = date(2025, 12, 31);
        assert_eq!(vacant.superior(PersonId(1), &state("Bidang A"), before), Desk::bkpsdm());
        let positions = [("atasan".to_owned(), Some(3)), ("kepala-skpd".to_owned(), Some(2))];
        let chain = vacant.chain(PersonId(1), &state("Bidang A"), day, &positions);
        let head = Link { desk: Desk::head(&skpd).as_str().to_owned(), days: Some(3) };
        assert_eq!(chain, [head], "the same desk is asked once");
        let chain = vacant.chain(PersonId(3), &state("Bidang A"), day, &positions);
        assert_eq!(chain, [Link { desk: "bkpsdm".to_owned(), days: Some(3) }]);
    }
}
