//! What stands around the rows of a report: who reports, whether it may be paid, who signs.

use std::collections::{BTreeMap, BTreeSet};

use civil::{PersonId, Skpd};
use jiff::civil::Date;
use reports::{Frame, Note, Period, Signature};
use sha2::{Digest as _, Sha256};
use storage::{details::Post, matters::Desk, presence::People};
use words::{Arg, Phrase};

use crate::{
    Office, OfficeError,
    allowance::payments::{PaidElsewhere, PayOpen, Payment, UnitPayments},
    hex,
    presence::state_on,
};

/// Most people who are named below a list for what is missing of them.
const NAMED_MAX: usize = 50;

/// Where a name is to be written by hand.
const DOTTED: &str = "................................";

/// Bytes of the digest of a list that are printed.
const DIGEST_BYTES: usize = 16;

/// Whether a list may be paid, and what it was computed from.
#[derive(Default)]
pub(super) struct Standing {
    /// Why not, each with how many people it is about.
    open: BTreeMap<String, (Phrase, i64)>,
    /// Organisations whose closing not everybody has signed.
    unsigned: BTreeSet<Skpd>,
    /// What is missing of people, with their names.
    missing: Vec<Phrase>,
    without_account: i64,
    /// People who owe, and how many rupiah.
    owed: (i64, i64),
    elsewhere: Vec<PaidElsewhere>,
    versions: BTreeSet<String>,
    digest: Sha256,
}

impl Standing {
    pub(super) fn of_unit(&mut self, unit: &UnitPayments) {
        unit.people.iter().for_each(|payment| self.of(payment));
        self.elsewhere.extend(unit.elsewhere.iter().cloned());
    }

    pub(super) fn of(&mut self, payment: &Payment) {
        let statement = &payment.statement;
        for open in &payment.open {
            let said = open.said();
            if let PayOpen::Unsigned(skpd) = open {
                self.unsigned.insert(skpd.clone());
            } else if open.is_of_person() {
                self.missing.push(
                    Phrase::new("payment-note-person")
                        .with("name", &statement.name)
                        .with("nip", &statement.nip)
                        .with("what", said),
                );
            } else {
                let count = &mut self.open.entry(reason(open)).or_insert((said, 0)).1;
                *count += 1;
            }
        }
        let pays = payment.payout.net.0 > 0;
        self.without_account += i64::from(pays && payment.account.is_none());
        if payment.payout.net.0 < 0 {
            self.owed = (self.owed.0 + 1, self.owed.1 - payment.payout.net.0);
        }
        self.versions.insert(statement.law_version.clone());
        for part in [&statement.nip, &statement.law_version, &statement.facts_digest] {
            self.digest.update(part.as_bytes());
            self.digest.update(b"\n");
        }
        self.digest.update(payment.payout.net.0.to_le_bytes());
    }

    /// Whether something keeps the list from being paid.
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty() || !self.missing.is_empty()
    }

    pub(super) fn notes(self) -> Vec<Note> {
        let mut notes = Vec::new();
        if self.is_open() {
            notes.push(Note::Simulation);
        }
        if !self.unsigned.is_empty() {
            let units = self.unsigned.iter().map(ToString::to_string);
            notes.push(Note::Unsigned(units.collect()));
        }
        let reasons = self.open.into_values().map(|(what, people)| {
            Phrase::new("payment-note-reason").with("what", what).with("people", people)
        });
        notes.extend(reasons.map(Note::Words));
        let more = self.missing.len().saturating_sub(NAMED_MAX);
        notes.extend(self.missing.into_iter().take(NAMED_MAX).map(Note::Words));
        if more > 0 {
            let more = i64::try_from(more).unwrap_or(i64::MAX);
            notes.push(Note::Words(Phrase::new("payment-note-more").with("people", more)));
        }
        if self.without_account > 0 {
            let said = Phrase::new("payment-note-no-account").with("people", self.without_account);
            notes.push(Note::Words(said));
        }
        if let (people @ 1.., amount) = self.owed {
            let said = Phrase::new("payment-note-owed").with("people", people);
            notes.push(Note::Words(said.with("amount", Arg::Rupiah(amount))));
        }
        notes.extend(self.elsewhere.into_iter().map(|person| {
            Note::Words(
                Phrase::new("payment-note-elsewhere")
                    .with("name", person.name)
                    .with("nip", person.nip)
                    .with("skpd", person.skpd.to_string()),
            )
        }));
        notes.extend(self.versions.into_iter().map(Note::LawVersion));
        notes.push(Note::Digest(hex::of_first(&self.digest.finalize(), DIGEST_BYTES)));
        notes
    }
}

/// What tells one reason from another.
fn reason(open: &PayOpen) -> String {
    match open {
        PayOpen::NotClosed => "0".to_owned(),
        PayOpen::Unsigned(skpd) => format!("0 {skpd}"),
        PayOpen::Statement(code) => format!("1 {code}"),
        PayOpen::LawUnverified => "2".to_owned(),
        PayOpen::Silent(silent) => format!("3 {} {}", silent.what, silent.on),
        PayOpen::Finding(finding) => format!("4 {}", finding.code()),
    }
}

impl Office {
    /// The frame of a list of money, signed by treasurer and head, of the regency by the Sekda.
    pub(super) async fn signed_frame(
        &self,
        about: Option<String>,
        skpd: Option<&Skpd>,
        period: Period,
        notes: Vec<Note>,
    ) -> Result<Frame, OfficeError> {
        let signatures = self.signatures(skpd).await?;
        Ok(Frame { office: self.office_name(), about, period, notes, signatures })
    }

    /// The frame of a list that nobody signs.
    pub(super) fn plain_frame(&self, about: Option<String>, period: Period) -> Frame {
        let (notes, signatures) = (Vec::new(), Vec::new());
        Frame { office: self.office_name(), about, period, notes, signatures }
    }

    /// The regency as it stands in the head of a list or letter.
    #[must_use]
    pub fn office_name(&self) -> String {
        let regency = self.regency.as_str();
        let example = regency.strip_prefix("examples/");
        let name = example.unwrap_or(regency);
        let words: Vec<String> = name
            .split('-')
            .map(|word| {
                let mut letters = word.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                first.chain(letters).collect()
            })
            .collect();
        let name = words.join(" ");
        if example.is_some() { name } else { format!("Pemerintah Kabupaten {name}") }
    }

    /// Who signs for the money of an organisation, treasurer first and head last; of the regency
    /// the personnel office and the Sekda. A post that nobody holds has dots for its name.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`].
    pub async fn signatures(&self, skpd: Option<&Skpd>) -> Result<Vec<Signature>, OfficeError> {
        let desks = match skpd {
            Some(skpd) => [
                (Desk::treasurer(skpd), "report-sign-treasurer"),
                (Desk::head(skpd), "report-sign-head"),
            ],
            None => {
                [(Desk::bkpsdm(), "payment-sign-bkpsdm"), (Desk::sekda(), "payment-sign-sekda")]
            }
        };
        let today = self.today();
        let posts = self.store.posts().await?;
        let held: Vec<(Option<&Post>, &str)> =
            desks.iter().map(|(desk, title)| (holding(&posts, desk, today), *title)).collect();
        let holders = held.iter().filter_map(|(post, _)| post.and_then(|post| post.holder));
        let facts = self.store.facts(&People::These(holders.collect())).await?;
        let named = |person: PersonId| {
            let own: Vec<_> = facts.iter().filter(|fact| fact.person == person).cloned().collect();
            state_on(&own, today).map(|state| (state.name.clone(), Some(state.nip.to_string())))
        };
        let signature = |(post, title): &(Option<&Post>, &str)| {
            let title = Phrase::new(*title);
            let title = match post.map(|post| post.capacity.as_str()) {
                Some("plt") => Phrase::new("payment-sign-plt").with("post", title),
                Some("plh") => Phrase::new("payment-sign-plh").with("post", title),
                _ => title,
            };
            let (name, nip) = post
                .and_then(|post| named(post.holder?))
                .unwrap_or_else(|| (DOTTED.to_owned(), None));
            Signature { place: None, title, name, nip }
        };
        Ok(held.iter().map(signature).collect())
    }
}

/// Who sits at a desk on a day, if anybody does.
fn holding<'p>(posts: &'p [Post], desk: &Desk, day: Date) -> Option<&'p Post> {
    let of_desk = posts.iter().filter(|post| post.desk == *desk && post.valid_from <= day);
    of_desk.max_by_key(|post| post.valid_from).filter(|post| post.holder.is_some())
}

/// A count as a value of a sentence.
pub(super) fn count(number: usize) -> Arg {
    Arg::Count(i64::try_from(number).unwrap_or(i64::MAX))
}
