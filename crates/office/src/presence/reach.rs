//! Which months can be computed.

use civil::Month;

use crate::{Office, OfficeError};

/// The year before which there is no civil service to compute anything of.
const YEAR_MIN: i16 = 1945;

impl Office {
    /// Whether anything of the month may be computed and kept: from 1945 to the month after the
    /// running one. Else whoever leafs through months would fill the store with what nobody knows
    /// yet.
    pub(crate) fn reaches(&self, month: Month) -> bool {
        month.year() >= YEAR_MIN && month <= Month::of(self.today()).next()
    }

    /// Refuses a month that is out of reach.
    ///
    /// # Errors
    ///
    /// [`OfficeError::BadInput`], with the months that can be asked for.
    pub(crate) fn require_reach(&self, month: Month) -> Result<(), OfficeError> {
        if self.reaches(month) {
            return Ok(());
        }
        let last = Month::of(self.today()).next();
        Err(OfficeError::BadInput(format!(
            "{month} cannot be computed; months from {YEAR_MIN}-01 to {last} can"
        )))
    }
}
