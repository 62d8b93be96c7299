//! The sanctions that a case can come to: those of the ladder on the days absent, and what stands in
//! their place.

use super::{accept::Accepting, event::StepKind, refusal::Refusal};
use crate::{
    discipline::{Imposable, imposable},
    law::{
        discipline::{InARow, LadderValue, Level, Rung},
        holding,
    },
};

impl<'l> Accepting<'_, 'l> {
    /// Whether the sanction belongs to one of the breaches found, waiting or not.
    pub(super) fn is_of_a_breach(&self, sanction: &str) -> bool {
        self.state.breaches.iter().filter_map(|code| self.sanction(code).ok()).any(|one| {
            one.code() == sanction
                || one.imposable(self).is_ok_and(|imposable| imposable.code == sanction)
        })
    }

    /// The ladder in force on the last day absent.
    pub(super) fn ladder(&self) -> Result<&'l LadderValue, Refusal> {
        let name = &self.state.ladder;
        let date = self.state.absences.iter().max().copied().unwrap_or(self.on);
        let topic = self.procedure.law.ladders.get(name);
        topic
            .and_then(|topic| holding(&topic.values, date, date))
            .ok_or_else(|| Refusal::LawSilent { title: format!("ladder.{name}"), date })
    }

    pub(super) fn sanction(&self, code: &str) -> Result<OfLadder<'l>, Refusal> {
        let ladder = self.ladder()?;
        let rung = ladder.rungs.iter().find(|rung| rung.code == code).map(OfLadder::Rung);
        let row = ladder.in_a_row.as_ref().filter(|row| row.code == code).map(OfLadder::InARow);
        rung.or(row).ok_or_else(|| Refusal::UnknownSanction { code: code.to_owned() })
    }

    /// Level and months of the sanction that an answer to an objection puts in the place of another:
    /// a rung of the ladder, or what stands in the place of one that waits.
    pub(super) fn changed(&self, code: &str) -> Result<(Level, Option<u32>), Refusal> {
        if let Ok(one) = self.sanction(code) {
            let imposable = one.imposable(self)?;
            return if imposable.code == code {
                Ok((imposable.level, imposable.months))
            } else {
                Err(Refusal::CutWaits { instead: imposable.code.to_owned() })
            };
        }
        let mut rungs = self.ladder()?.rungs.iter().map(OfLadder::Rung);
        rungs
            .find_map(|rung| rung.imposable(self).ok().filter(|one| one.code == code))
            .map(|imposable| (imposable.level, imposable.months))
            .ok_or_else(|| Refusal::UnknownSanction { code: code.to_owned() })
    }

    /// The heaviest of the breaches found (PP 94/2021 art. 35 (3)).
    pub(super) fn heaviest(&self) -> Result<OfLadder<'l>, Refusal> {
        let mut heaviest: Option<OfLadder<'l>> = None;
        for code in &self.state.breaches {
            let one = self.sanction(code)?;
            if heaviest.is_none_or(|other| other.weight() < one.weight()) {
                heaviest = Some(one);
            }
        }
        heaviest.ok_or(Refusal::NotNow { stage: self.state.stage, step: StepKind::Decide })
    }
}

/// A sanction that a ladder names.
#[derive(Clone, Copy)]
pub(super) enum OfLadder<'l> {
    Rung(&'l Rung),
    InARow(&'l InARow),
}

impl<'l> OfLadder<'l> {
    pub(super) fn code(self) -> &'l str {
        match self {
            Self::Rung(rung) => &rung.code,
            Self::InARow(row) => &row.code,
        }
    }

    pub(super) fn level(self) -> Level {
        match self {
            Self::Rung(rung) => rung.level,
            Self::InARow(row) => row.level,
        }
    }

    /// Level first, then the place on the ladder.
    fn weight(self) -> (Level, u32) {
        match self {
            Self::Rung(rung) => (rung.level, rung.from),
            Self::InARow(row) => (row.level, u32::MAX),
        }
    }

    pub(super) fn imposable(self, accepting: &Accepting<'_, 'l>) -> Result<Imposable<'l>, Refusal> {
        match self {
            Self::Rung(rung) => {
                imposable(accepting.procedure.law, &accepting.state.ladder, rung, accepting.on)
                    .map_err(|silent| Refusal::LawSilent { title: silent.title, date: silent.date })
            }
            Self::InARow(row) => Ok(Imposable {
                code: &row.code,
                sanction: &row.sanction,
                siasn: None,
                months: None,
                level: row.level,
                waiting: None,
            }),
        }
    }
}
