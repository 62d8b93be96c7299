//! The head of the invented personnel office vouches for the invented law, so that its months can be
//! closed and paid.

use std::collections::BTreeSet;

use civil::Nip;
use office::{Actor, Office, OfficeError};
use rules::law::Status;

use crate::Regency;

/// The organisation that looks after people.
const PERSONNEL_OFFICE: &str = "BKPSDM";

/// What it says to have read.
const BASIS: &str = "Peragaan: peraturan, pejabat, dan pegawainya rekaan";

impl Regency {
    /// The head of the personnel office, who vouches for the law; in a regency too small for one,
    /// the head of its first organisation.
    #[must_use]
    pub fn head_of_personnel(&self) -> Option<Nip> {
        let codes = || self.organisations().iter().map(|one| &one.code);
        let own = codes().find(|code| code.as_str() == PERSONNEL_OFFICE);
        own.into_iter().chain(codes()).find_map(|code| self.head_of(code))
    }
}

/// Signs off whatever the law holds that is not confirmed by its text.
pub(super) async fn sign_off_law(
    office: &Office,
    actor: &Actor,
    regency: &Regency,
) -> Result<(), OfficeError> {
    let Some(officer) = regency.head_of_personnel() else { return Ok(()) };
    let provisions = &office.lawbook().law().provisions;
    let open = provisions.iter().filter(|(_, value)| value.status != Status::Confirmed);
    let acts: BTreeSet<&str> = open.map(|(_, value)| value.act.as_str()).collect();
    for act in acts {
        office.verify_law(actor, act, officer, BASIS).await?;
    }
    Ok(())
}
