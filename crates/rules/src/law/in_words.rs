//! A value of the law in words an officer reads, found by the number of its provision.

mod discipline;
mod hours;
mod leave;
mod pay;
mod payout;
mod performance;
mod presence;
mod roster;
mod rule;
#[cfg(test)]
mod tests;
mod text;

use super::{
    Law, ProvisionId,
    calendar::Season,
    dated::{Dated, Topic},
};

impl Law {
    /// The value of a provision in words, in Indonesian as the law itself: hours, minutes, shares
    /// and amounts with their units, names by their titles. It says nothing the value does not
    /// hold; that of a holiday is its name.
    ///
    /// # Panics
    ///
    /// Panics if the number is of another law.
    #[must_use]
    pub fn in_words(&self, id: ProvisionId) -> String {
        self.of_hours(id)
            .or_else(|| self.of_presence(id))
            .or_else(|| self.of_pay(id))
            .or_else(|| self.of_rules(id))
            .or_else(|| self.of_payout(id))
            .or_else(|| self.of_leave(id))
            .or_else(|| self.of_discipline(id))
            .or_else(|| self.of_roster(id))
            .unwrap_or_else(|| self.provisions.get(id).title.clone())
    }

    fn of_hours(&self, id: ProvisionId) -> Option<String> {
        let week = || of(&self.week, id).map(|week| hours::week(week, self));
        let schedule = || {
            let values = self.schedules.values().flat_map(|schedule| &schedule.values);
            of(values, id).map(|value| hours::schedule(value, self))
        };
        in_topics(&self.seasons, id).map(season).or_else(week).or_else(schedule)
    }

    fn of_presence(&self, id: ProvisionId) -> Option<String> {
        let scans = || of(&self.scans, id).map(|scans| presence::scans(scans, self));
        let minutes = || of(&self.minutes, id).map(presence::minutes);
        let wfa = || of(&self.wfa, id).map(presence::wfa);
        let quadrant = || of(&self.predikat, id).map(performance::quadrant);
        scans().or_else(minutes).or_else(wfa).or_else(quadrant)
    }

    fn of_pay(&self, id: ProvisionId) -> Option<String> {
        let amounts = || of(&self.class_amounts, id).map(pay::class_amounts);
        let base = || in_topics(&self.bases, id).map(pay::base);
        let factor = || {
            in_topics(&self.employment_factors, id)
                .or_else(|| in_topics(&self.reason_factors, id))
                .map(pay::factor)
        };
        let proration = || of(&self.proration, id).map(pay::proration);
        let cap = || in_topics(&self.caps, id).map(|cap| pay::cap(cap, self));
        let rounding = || {
            let both = self.rounding.iter().chain(&self.gross_rounding);
            of(both, id).map(pay::rounding)
        };
        amounts().or_else(base).or_else(factor).or_else(proration).or_else(cap).or_else(rounding)
    }

    fn of_leave(&self, id: ProvisionId) -> Option<String> {
        let kind = || in_topics(&self.leave.kinds, id).map(leave::kind);
        let chain = || in_topics(&self.leave.chains, id).map(leave::chain);
        let local = || in_topics(&self.leave.locals, id).map(leave::local);
        kind().or_else(chain).or_else(local)
    }

    fn of_discipline(&self, id: ProvisionId) -> Option<String> {
        let law = &self.discipline;
        let ladder = || in_topics(&self.ladders, id).map(discipline::ladder);
        let conversion = || in_topics(&law.conversions, id).map(discipline::conversion);
        let transition =
            || in_topics(&law.transitions, id).map(|it| discipline::transition(it, self));
        let limits = || of(&law.limits, id).map(discipline::limits);
        let authority = || in_topics(&law.authorities, id).map(discipline::authority);
        let team = || of(&law.team, id).map(discipline::team);
        let notice = || of(&law.notice, id).map(discipline::notice);
        ladder()
            .or_else(conversion)
            .or_else(transition)
            .or_else(limits)
            .or_else(authority)
            .or_else(team)
            .or_else(notice)
    }

    fn of_roster(&self, id: ProvisionId) -> Option<String> {
        let rest = || of(&self.roster.rest, id).map(|rest| roster::rest(rest, self));
        let staffing =
            || in_topics(&self.roster.staffing, id).map(|value| roster::staffing(value, self));
        let on_duty = || of(&self.roster.on_duty, id).map(roster::on_duty);
        rest().or_else(staffing).or_else(on_duty)
    }

    /// The bands of a rule's value are provisions one after another.
    fn of_rules(&self, id: ProvisionId) -> Option<String> {
        self.rules.values().find_map(|rule| {
            rule.values.iter().find_map(|value| {
                let place = id.0.checked_sub(value.head().provision.0)?;
                let band = value.bands.get(usize::from(place))?;
                Some(rule::band(band, value, rule, self))
            })
        })
    }

    /// How people call a base: its title, and what stands for itself.
    pub(super) fn base_title(&self, name: &str) -> String {
        match (name, self.bases.get(name)) {
            ("tpp", _) => "TPP".to_owned(),
            ("class", _) => "besaran kelas jabatan".to_owned(),
            (_, Some(base)) => text::inside(base.title.get_ref()),
            (_, None) => text::key(name),
        }
    }

    /// How people call a rule, inside a sentence.
    pub(super) fn rule_title(&self, name: &str) -> String {
        self.rules
            .get(name)
            .map_or_else(|| text::key(name), |rule| text::inside(rule.title.get_ref()))
    }

    /// How people call a schedule.
    pub(super) fn schedule_title(&self, name: &str) -> String {
        self.schedules
            .get(name)
            .map_or_else(|| text::key(name), |schedule| schedule.title.get_ref().clone())
    }

    /// How people call a season.
    pub(super) fn season_title(&self, name: &str) -> String {
        self.seasons
            .get(name)
            .map_or_else(|| text::key(name), |season| season.title.get_ref().clone())
    }
}

fn of<'v, T: Dated>(values: impl IntoIterator<Item = &'v T>, id: ProvisionId) -> Option<&'v T> {
    values.into_iter().find(|value| value.head().provision == id)
}

fn in_topics<T: Dated>(
    topics: &std::collections::BTreeMap<String, Topic<T>>,
    id: ProvisionId,
) -> Option<&T> {
    of(topics.values().flat_map(|topic| &topic.values), id)
}

fn season(season: &Season) -> String {
    let head = season.head();
    let from = text::date(head.from);
    match head.until {
        Some(until) if until == head.from => from,
        Some(until) => format!("{from} sampai {}", text::date(until)),
        None => format!("mulai {from}"),
    }
}
