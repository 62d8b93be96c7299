//! Which sanction may be imposed on a day, which one waits, and what a sanction does to the Tpp.

use jiff::civil::Date;

use crate::law::{
    Dated as _, Law, NotInForce, ProvisionId,
    discipline::{Level, Rung, Transition},
    holding,
    pay::Measure,
};

/// The sanction that may be imposed for a rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imposable<'l> {
    /// Its code in stored cases.
    pub code: &'l str,
    /// In the words of the act.
    pub sanction: &'l str,
    /// Number at BKN.
    pub siasn: Option<&'l str>,
    /// Months it runs.
    pub months: Option<u32>,
    /// How heavy.
    pub level: Level,
    /// The sanction of the rung, if it waits and another stands in its place.
    pub waiting: Option<Waiting<'l>>,
}

/// A sanction that waits for another act (PP 94/2021 art. 42).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting<'l> {
    /// Code of the rung.
    pub code: &'l str,
    /// What would be imposed.
    pub sanction: &'l str,
    /// The act that is waited for.
    pub waits_for: Option<&'l str>,
    /// The provision that makes it wait.
    pub provision: ProvisionId,
}

/// What may be imposed on `date` for a rung of `ladder`.
///
/// Source: PP 94/2021 art. 8 and 42.
///
/// # Errors
///
/// [`NotInForce`] if the rung may wait and nothing says on that day whether it does.
pub fn imposable<'l>(
    law: &'l Law,
    ladder: &str,
    rung: &'l Rung,
    date: Date,
) -> Result<Imposable<'l>, NotInForce> {
    let own = Imposable {
        code: &rung.code,
        sanction: &rung.sanction,
        siasn: rung.siasn.as_deref(),
        months: rung.months,
        level: rung.level,
        waiting: None,
    };
    if !rung.waits {
        return Ok(own);
    }
    let topic = law.discipline.transitions.get(ladder);
    let transition: &Transition = topic
        .and_then(|topic| holding(&topic.values, date, date))
        .ok_or_else(|| NotInForce { title: format!("discipline.transition.{ladder}"), date })?;
    let Some(instead) = transition.replaces.iter().find(|one| one.waits == rung.code) else {
        return Ok(own);
    };
    Ok(Imposable {
        code: &instead.code,
        sanction: &instead.sanction,
        siasn: instead.siasn.as_deref(),
        months: instead.months,
        level: rung.level,
        waiting: Some(Waiting {
            code: &rung.code,
            sanction: &rung.sanction,
            waits_for: transition.waits_for.as_deref(),
            provision: transition.head().provision,
        }),
    })
}

/// What a sanction does to the Tpp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayEffect {
    /// A rule of the regency charges it, once the occurrence is recorded by a person.
    ByRegency(ProvisionId),
    /// It waits for another act; the system does not cut by itself.
    Waits(ProvisionId),
    /// No rule is in force; the system does not cut by itself.
    NoRule,
}

impl PayEffect {
    /// The word for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ByRegency(_) => "by-regency",
            Self::Waits(_) => "waits",
            Self::NoRule => "no-rule",
        }
    }
}

/// What the sanction `code` does to the Tpp when it takes effect on `date`.
#[must_use]
pub fn pay_effect(law: &Law, code: &str, date: Date) -> PayEffect {
    let transitions = law.discipline.transitions.values();
    let waits = transitions
        .filter_map(|topic| holding(&topic.values, date, date))
        .find(|value| value.replaces.iter().any(|one| one.waits == code));
    if let Some(waits) = waits {
        return PayEffect::Waits(waits.head().provision);
    }
    law.rules
        .values()
        .filter(|rule| rule.measure == Measure::Sanction)
        .filter(|rule| rule.kinds.is_empty() || rule.kinds.iter().any(|kind| kind == code))
        .find_map(|rule| holding(&rule.values, date, date))
        .map_or(PayEffect::NoRule, |value| PayEffect::ByRegency(value.head().provision))
}

/// The occurrence that tells a statement of a sanction: `sanction:teguran-lisan`.
#[must_use]
pub fn occurrence_code(sanction: &str) -> String {
    format!("sanction:{sanction}")
}
