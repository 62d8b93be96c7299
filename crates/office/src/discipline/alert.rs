//! Where a person stands in a year, in values of its own: what `rules` borrows from the law is
//! written out, so that it can be shown when the law has gone out of sight.

use jiff::civil::Date;
use rules::{
    discipline::{Alert, Imposable, YearStanding},
    law::discipline::{InARow, LadderValue, Level, Rung},
};
use serde::Serialize;

use crate::allowance::SilentLaw;

/// A sanction as the law says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SanctionSaid {
    /// Its code in stored cases.
    pub code: String,
    /// In the words of the act.
    pub words: String,
    /// How heavy.
    pub level: Level,
    /// Months it runs, if it ends.
    pub months: Option<u32>,
}

/// A cut that waits for another act (PP 94/2021 art. 42): nothing is cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CutWaiting {
    /// What would be imposed, in the words of the act.
    pub words: String,
    /// The act that is waited for, in words.
    pub waits_for: Option<String>,
}

/// A rung and the day that reached it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReachedRung {
    /// The ladder.
    pub ladder: String,
    /// First day absent of the rung.
    pub from: u32,
    /// Its sanction.
    pub sanction: SanctionSaid,
    /// Article.
    pub article: String,
    /// The day.
    pub on: Date,
}

/// The next rung.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NextRung {
    /// Days absent still missing.
    pub days: u32,
    /// Its sanction.
    pub sanction: SanctionSaid,
}

/// What somebody should be told. None of it is done by the system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "alert", rename_all = "kebab-case")]
pub enum DisciplineAlert {
    /// A rung is reached.
    Rung {
        /// Days absent of the ladder.
        days: u32,
        /// The rung.
        reached: ReachedRung,
        /// What may be imposed for it now.
        imposable: SanctionSaid,
    },
    /// The sanction of the rung waits; the system does not cut by itself.
    CutWaits {
        /// What waits.
        waiting: CutWaiting,
        /// What may be imposed in its place.
        imposable: SanctionSaid,
    },
    /// The next rung is near.
    Soon(NextRung),
    /// Days in a row are full.
    InARow {
        /// How many.
        days: u32,
        /// The day on which they were.
        on: Date,
        /// What the law says of it.
        sanction: SanctionSaid,
        /// Article.
        article: String,
    },
    /// An officer is to stop the salary.
    SalaryStop {
        /// From which day.
        from: Date,
        /// What the law says, in words.
        what: String,
        /// Article.
        article: String,
    },
    /// So many days missing to the days in a row.
    SoonInARow {
        /// How many.
        days: u32,
    },
    /// A run began before the year and is so long with those days.
    RunCrossesYear {
        /// How long.
        days: u32,
    },
    /// Days not known.
    UnknownDays {
        /// How many.
        days: u32,
    },
    /// Days absent only by minutes, not counted.
    AbsentByMinutes {
        /// How many.
        days: u32,
    },
}

/// What a year comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearCounted {
    /// Days absent without a reason, in order.
    pub absences: Vec<Date>,
    /// The longest run within the year.
    pub in_a_row: u32,
    /// Days absent only by minutes; they do not count.
    pub by_minutes: Vec<Date>,
    /// Days in service by which nothing is known.
    pub unknown: Vec<Date>,
    /// Rungs reached, in order.
    pub reached: Vec<ReachedRung>,
    /// The next one.
    pub next: Option<NextRung>,
    /// What to tell, the gravest first.
    pub alerts: Vec<DisciplineAlert>,
    /// What the law is silent about, if that stopped the comparison; then only days are counted.
    pub silent: Option<SilentLaw>,
}

impl SanctionSaid {
    pub(super) fn of_rung(rung: &Rung) -> Self {
        let Rung { code, sanction, level, months, .. } = rung;
        Self { code: code.clone(), words: sanction.clone(), level: *level, months: *months }
    }

    pub(super) fn of_row(row: &InARow) -> Self {
        let InARow { code, sanction, level, .. } = row;
        Self { code: code.clone(), words: sanction.clone(), level: *level, months: None }
    }

    pub(super) fn of(imposable: &Imposable<'_>) -> Self {
        Self {
            code: imposable.code.to_owned(),
            words: imposable.sanction.to_owned(),
            level: imposable.level,
            months: imposable.months,
        }
    }
}

/// Sanctions of a ladder, the one for days in a row last unless a rung has it too.
pub(super) fn sanctions(ladder: &LadderValue) -> Vec<SanctionSaid> {
    let mut sanctions: Vec<_> = ladder.rungs.iter().map(SanctionSaid::of_rung).collect();
    if let Some(row) = &ladder.in_a_row
        && sanctions.iter().all(|known| known.code != row.code)
    {
        sanctions.push(SanctionSaid::of_row(row));
    }
    sanctions
}

impl CutWaiting {
    pub(super) fn of(imposable: &Imposable<'_>) -> Option<Self> {
        let waiting = imposable.waiting.as_ref()?;
        let (words, waits_for) = (waiting.sanction.to_owned(), waiting.waits_for);
        Some(Self { words, waits_for: waits_for.map(str::to_owned) })
    }
}

impl YearCounted {
    /// Writes a standing out. `serves` tells whether the person was in service on a day: of other
    /// days nobody needs to know anything.
    pub(super) fn of(standing: &YearStanding<'_>, serves: impl Fn(Date) -> bool) -> Self {
        let mut unknown = standing.count.unknown.clone();
        unknown.retain(|day| serves(*day));
        let reached: Vec<ReachedRung> = standing
            .ladders
            .iter()
            .flat_map(|ladder| {
                ladder
                    .reached
                    .iter()
                    .map(|reached| ReachedRung::of(ladder.ladder, reached.rung, reached.on))
            })
            .collect();
        let next = standing.ladders.last().and_then(|ladder| ladder.next.as_ref());
        let mut alerts: Vec<DisciplineAlert> =
            standing.alerts.iter().filter_map(|alert| said(alert, standing)).collect();
        alerts.retain(|alert| !matches!(alert, DisciplineAlert::UnknownDays { .. }));
        if !unknown.is_empty() {
            let days = u32::try_from(unknown.len()).unwrap_or(u32::MAX);
            alerts.push(DisciplineAlert::UnknownDays { days });
        }
        Self {
            absences: standing.count.absences.clone(),
            in_a_row: standing.count.in_a_row(),
            by_minutes: standing.count.by_minutes.clone(),
            unknown,
            reached,
            next: next.map(|next| NextRung {
                days: next.days,
                sanction: SanctionSaid::of_rung(next.rung),
            }),
            alerts,
            silent: None,
        }
    }

    /// How grave it is, for the order of lists: days in a row first, then the level of the highest
    /// rung, then the days.
    pub(super) fn gravity(&self) -> (bool, Option<Level>, usize) {
        let in_a_row =
            self.alerts.iter().any(|alert| matches!(alert, DisciplineAlert::InARow { .. }));
        let level = self.reached.iter().map(|reached| reached.sanction.level).max();
        (in_a_row, level, self.absences.len())
    }
}

impl ReachedRung {
    fn of(ladder: &str, rung: &Rung, on: Date) -> Self {
        let sanction = SanctionSaid::of_rung(rung);
        let (ladder, article) = (ladder.to_owned(), rung.article.clone());
        Self { ladder, from: rung.from, sanction, article, on }
    }
}

fn said(alert: &Alert<'_>, standing: &YearStanding<'_>) -> Option<DisciplineAlert> {
    Some(match alert {
        Alert::Rung { reached, imposable } => {
            let mut of = standing.ladders.iter();
            let ladder = of.find(|ladder| ladder.reached.last() == Some(reached))?;
            DisciplineAlert::Rung {
                days: ladder.days,
                reached: ReachedRung::of(ladder.ladder, reached.rung, reached.on),
                imposable: SanctionSaid::of(imposable),
            }
        }
        Alert::CutWaits(imposable) => DisciplineAlert::CutWaits {
            waiting: CutWaiting::of(imposable)?,
            imposable: SanctionSaid::of(imposable),
        },
        Alert::Soon(next) => DisciplineAlert::Soon(NextRung {
            days: next.days,
            sanction: SanctionSaid::of_rung(next.rung),
        }),
        Alert::InARow(row) => DisciplineAlert::InARow {
            days: row.row.days,
            on: row.on,
            sanction: SanctionSaid::of_row(row.row),
            article: row.row.article.clone(),
        },
        Alert::SalaryStop(from) => {
            let mut rows = standing.in_a_row.iter();
            let row = rows.find(|row| row.salary_stops == Some(*from))?;
            let salary = row.row.salary.as_ref()?;
            let (what, article) = (salary.what.clone(), salary.article.clone());
            DisciplineAlert::SalaryStop { from: *from, what, article }
        }
        Alert::SoonInARow(days) => DisciplineAlert::SoonInARow { days: *days },
        Alert::RunCrossesYear(days) => DisciplineAlert::RunCrossesYear { days: *days },
        Alert::UnknownDays(days) => DisciplineAlert::UnknownDays { days: *days },
        Alert::AbsentByMinutes(days) => DisciplineAlert::AbsentByMinutes { days: *days },
    })
}
