//! Who holds which post: heads of organisations and of their units, and the Sekda.

use std::collections::BTreeMap;

use civil::{Nip, Skpd};

use crate::{Regency, person::Person};

/// The organisation whose head is the secretary of the regency.
const OF_SEKDA: &str = "SETDA";

/// A post of the regency from its first day of records on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPost {
    /// The organisation; `None` for the Sekda.
    pub skpd: Option<Skpd>,
    /// The unit inside it; empty for the head of the organisation.
    pub unit: String,
    /// Who.
    pub holder: Nip,
}

impl Regency {
    /// The posts: the head of an organisation is that of its first site, the head of a unit whoever
    /// is of the highest class in it.
    #[must_use]
    pub fn held_posts(&self) -> Vec<HeldPost> {
        let heads = self.heads();
        let mut posts = Vec::new();
        for (skpd, head) in &heads {
            if skpd.as_str() == OF_SEKDA {
                posts.push(HeldPost { skpd: None, unit: String::new(), holder: head.nip });
            }
            let skpd = Some((*skpd).clone());
            posts.push(HeldPost { skpd, unit: String::new(), holder: head.nip });
        }
        let mut units: BTreeMap<(&Skpd, &str), &Person> = BTreeMap::new();
        for person in self.people().iter().filter(|person| person.known) {
            let Some((_, post)) = person.posts.first() else { continue };
            let Some(site) = self.sites().get(post.site) else { continue };
            let is_head = heads.get(&site.skpd).is_some_and(|head| head.nip == person.nip);
            if is_head || post.unit.is_empty() {
                continue;
            }
            let class = |person: &Person| person.posts.first().and_then(|(_, post)| post.class);
            let first = units.entry((&site.skpd, post.unit.as_str())).or_insert(person);
            if class(person) > class(first) {
                *first = person;
            }
        }
        posts.extend(units.into_iter().map(|((skpd, unit), person)| HeldPost {
            skpd: Some(skpd.clone()),
            unit: unit.to_owned(),
            holder: person.nip,
        }));
        posts
    }

    /// Who decides about the example person: the head of the unit, or of the organisation where the
    /// unit has no other.
    #[must_use]
    pub fn superior_of_example(&self) -> Option<&Person> {
        let holder = self.superior_of(self.example(), &self.held_posts())?;
        self.people().iter().find(|person| person.nip == holder)
    }

    /// Who decides about somebody, of those who hold posts.
    pub(crate) fn superior_of(&self, person: &Person, posts: &[HeldPost]) -> Option<Nip> {
        let (_, post) = person.posts.first()?;
        let skpd = &self.sites().get(post.site)?.skpd;
        let of = |unit: &str| {
            posts.iter().find(|held| held.skpd.as_ref() == Some(skpd) && held.unit == unit)
        };
        let others = [of(&post.unit), of("")].into_iter().flatten();
        others.map(|held| held.holder).find(|holder| *holder != person.nip)
    }

    /// Who leads an organisation.
    #[must_use]
    pub fn head_of(&self, skpd: &Skpd) -> Option<Nip> {
        self.heads().get(skpd).map(|head| head.nip)
    }

    /// The head of each organisation.
    fn heads(&self) -> BTreeMap<&Skpd, &Person> {
        let mut heads = BTreeMap::new();
        for site in self.sites() {
            let mut people = site.people.iter().filter_map(|place| self.people().get(*place));
            let head = people.find(|person| {
                let post = person.posts.first().map(|(_, post)| post.position.as_str());
                person.known && post == Some(site.head.0.as_str())
            });
            if let Some(head) = head {
                heads.entry(&site.skpd).or_insert(head);
            }
        }
        heads
    }
}
