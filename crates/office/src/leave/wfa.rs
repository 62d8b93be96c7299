//! Whether one more person of a unit may work from elsewhere.

use rules::{
    excuse::ExcuseKind,
    leave::{self, Seen, WfaAsked},
};
use storage::{people::PersonState, presence::People};

use super::{LeaveFinding, LeaveRequest, ledger::LeaveLedger};
use crate::{Office, OfficeError, presence::state_on};

impl Office {
    /// What stands in the way of working from elsewhere on each of the days.
    pub(super) async fn wfa_findings(
        &self,
        ledger: &LeaveLedger<'_>,
        state: &PersonState,
        request: &LeaveRequest,
    ) -> Result<Vec<LeaveFinding>, OfficeError> {
        let people = People::Of(state.skpd.clone());
        let facts = self.store.facts(&people).await?;
        let serves = |facts: &&[storage::people::PersonFact]| {
            state_on(facts, request.from).is_some_and(|of| of.in_service && of.skpd == state.skpd)
        };
        let count = facts.chunk_by(|a, b| a.person == b.person).filter(serves).count();
        let names = self.store.skpds().await?;
        let unit = names.iter().find(|entry| entry.code == state.skpd);
        // A week on either side holds every week that the days lie in.
        let week = jiff::Span::new().days(7);
        let (first, last) = (request.from.saturating_sub(week), request.until.saturating_add(week));
        let mut granted = Vec::new();
        for row in self.store.excuses(&people, first, last).await? {
            let of_kind = row.excuse.kind == ExcuseKind::Wfa.code();
            if of_kind {
                let days = row.excuse.from.series(jiff::Span::new().days(1));
                let days = days.take_while(|day| *day <= row.excuse.until);
                granted.extend(days.map(|day| (row.excuse.person, day)));
            }
        }
        let law = self.lawbook.law();
        let seen = Seen { law, as_of: self.today() };
        let days = request.from.series(jiff::Span::new().days(1));
        let mut findings: Vec<LeaveFinding> = Vec::new();
        for date in days.take_while(|date| *date <= request.until) {
            if !ledger.is_working(date) {
                continue;
            }
            let asked = WfaAsked {
                person: ledger.person,
                date,
                unit: unit.map_or("", |entry| entry.name.as_str()),
                people: u32::try_from(count).unwrap_or(u32::MAX),
                granted: &granted,
            };
            let (found, provision) = leave::wfa_quota(seen, &asked)?;
            let article = law.provisions.get(provision).article.clone();
            let source = (law.provisions.cite(provision).to_owned(), article);
            for finding in found {
                let finding = LeaveFinding::of_wfa(finding, source.clone());
                if !findings.contains(&finding) {
                    findings.push(finding);
                }
            }
            granted.push((ledger.person, date));
        }
        Ok(findings)
    }
}
