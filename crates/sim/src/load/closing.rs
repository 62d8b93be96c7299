//! The first month, over for long: closed by its organisations and signed, as the treasurer finds it.

use civil::{Month, Nip, Skpd};
use office::{
    Actor, Office, OfficeError,
    allowance::closing::{Acknowledged, Closing, ClosingMistake, ClosingState, Signing, Weight},
};

use crate::Regency;

/// Why a month may be closed with what was found.
const REASON: &str = "Sudah diperiksa bersama subbagian kepegawaian";

/// What became of the first month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClosedMonths {
    /// Organisations that closed it.
    pub closed: usize,
    /// Organisations whose month something stands in the way of.
    pub hindered: usize,
}

impl Regency {
    /// The month that the organisations have closed: the first, unless it is the one before the
    /// running month, which is left to whoever looks on.
    #[must_use]
    pub fn closed_month(&self) -> Option<Month> {
        let first = *self.months().first()?;
        (first < self.last_whole_month()?).then_some(first)
    }
}

/// Closes the first month of every organisation where nothing stands in the way, and has it signed.
/// A second time nothing happens.
///
/// # Errors
///
/// As the office's verbs.
pub async fn close_first_month(
    office: &Office,
    actor: &Actor,
    regency: &Regency,
) -> Result<ClosedMonths, OfficeError> {
    let mut done = ClosedMonths::default();
    let (Some(month), Some(personnel)) = (regency.closed_month(), regency.head_of_personnel())
    else {
        return Ok(done);
    };
    for organisation in regency.organisations() {
        let skpd = &organisation.code;
        let status = office.closing_status(actor, skpd, month).await?;
        let ClosingState::Open { checks } = status.state else {
            done.closed += 1;
            continue;
        };
        let acknowledged: Vec<Acknowledged> = checks
            .iter()
            .filter(|check| check.weight == Weight::Acknowledge)
            .map(|check| Acknowledged { code: check.code, reason: REASON.to_owned() })
            .collect();
        match office.close_month(actor, skpd, month, &acknowledged).await {
            Ok(Closing::Closed(closed)) => {
                done.closed += 1;
                for signer in signers(regency, skpd, personnel) {
                    let signing = Signing {
                        skpd: skpd.clone(),
                        month,
                        number: Some(closed.number),
                        digest: closed.digest.clone(),
                        signer: Some(signer),
                    };
                    office.sign_closing(actor, &signing).await?;
                }
            }
            // Nobody works there, or its work is of another kind: the list of closings says so.
            Ok(Closing::Hindered(_))
            | Err(OfficeError::BadInput(_) | OfficeError::Closing(ClosingMistake::Nobody { .. })) =>
            {
                done.hindered += 1;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(done)
}

/// Who signs: somebody of the organisation, its head, the personnel office. Where they are not three
/// people the closing waits for a signature.
fn signers(regency: &Regency, skpd: &Skpd, personnel: Nip) -> Vec<Nip> {
    let Some(head) = regency.head_of(skpd) else { return Vec::new() };
    let operator = regency.operator_of(skpd).filter(|nip| *nip != head && *nip != personnel);
    let Some(operator) = operator else { return Vec::new() };
    if head == personnel { vec![operator, head] } else { vec![operator, head, personnel] }
}
