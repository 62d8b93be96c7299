//! The table `[discipline]` of a law file, and where its topics go.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Reading, listed, named};
use crate::law::{
    dated::Topic,
    discipline::{Authority, Conversion, DisciplineLaw, Notice, Team, TimeLimits, Transition},
    provision::Provisions,
};

/// The table `[discipline]` of a law file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct DisciplineTables {
    #[serde(default)]
    conversion: BTreeMap<String, Topic<Conversion>>,
    #[serde(default)]
    transition: BTreeMap<String, Topic<Transition>>,
    limits: Option<Topic<TimeLimits>>,
    #[serde(default)]
    authority: BTreeMap<String, Topic<Authority>>,
    team: Option<Topic<Team>>,
    notice: Option<Topic<Notice>>,
}

/// Settles its values and puts them beside those already read.
pub(super) fn merge(
    law: &mut DisciplineLaw,
    tables: DisciplineTables,
    provisions: &mut Provisions,
    reading: &mut Reading<'_>,
) {
    let conversion = tables.conversion;
    named(&mut law.conversions, conversion, "discipline.conversion", provisions, reading);
    let transition = tables.transition;
    named(&mut law.transitions, transition, "discipline.transition", provisions, reading);
    listed(&mut law.limits, tables.limits, "discipline.limits", provisions, reading);
    let authority = tables.authority;
    named(&mut law.authorities, authority, "discipline.authority", provisions, reading);
    listed(&mut law.team, tables.team, "discipline.team", provisions, reading);
    listed(&mut law.notice, tables.notice, "discipline.notice", provisions, reading);
}
