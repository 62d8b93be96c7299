//! Looking at a request again before it is granted: what was asked weeks ago may meet leave that was
//! recorded since.

use rules::leave::{self, Request, Seen, Surroundings, Taken, What};
use storage::matters::Matter;

use super::{NotedFinding, ledger::kind_named};
use crate::{Office, OfficeError, matter::LeaveAsked};

impl Office {
    /// What stands in the way of granting a request now and did not when it was asked for: other
    /// leave for the same days, or a balance that was used otherwise.
    pub(crate) async fn recheck_leave(
        &self,
        matter: &Matter,
        asked: &LeaveAsked,
    ) -> Result<Vec<NotedFinding>, OfficeError> {
        let Some(person) = matter.opened.person else { return Ok(Vec::new()) };
        let states = self.states_today(vec![person]).await?;
        let Some(state) = states.get(&person) else { return Ok(Vec::new()) };
        let ledger = self.leave_ledger(&state.nip, Some(matter.id)).await?;
        let seen = Seen { law: self.lawbook.law(), as_of: self.today() };
        let LeaveAsked { kind, counts_as, from, until, minutes, .. } = asked;
        let seconds = minutes.map(|(from, until)| (i32::from(from) * 60, i32::from(until) * 60));
        let asked = Taken {
            kind: kind_named(counts_as)?,
            local: (kind != counts_as).then_some(kind),
            from: *from,
            until: *until,
            seconds,
            travel_days: 0,
        };
        let found = ledger.with_facts(*from, |facts| {
            let request = Request { asked, proofs: &[], reason: None, child: None, place: None };
            leave::check(seen, facts, &request, Surroundings::default())
        });
        let came_between = found.iter().filter(|finding| {
            matches!(
                finding.what,
                What::Overlaps { .. }
                    | What::BalanceExceeded { .. }
                    | What::AnnualClosed(_)
                    | What::AnnualOverdrawn { .. }
            )
        });
        Ok(came_between.map(|finding| NotedFinding::of(&finding.what)).collect())
    }
}
