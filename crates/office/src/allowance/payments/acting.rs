//! Posts acted in, as the law on paying out wants them.

use civil::{Month, Rupiah};
use jiff::civil::Date;
use rules::{
    law::{Law, NotInForce},
    payout::{ActingSpan, Level},
    plan::{DayKind, Plan},
    statement::{MonthFacts, PayState, Statement},
    tariff::Tariff,
};
use storage::people::PersonState;

use crate::person::ActingPost;

/// The spans that reach into the month. A post below adds nothing and is left out; a span without
/// an end is taken to the end of the month.
pub(super) fn spans(
    posts: &[ActingPost],
    state: &PersonState,
    tariff: &Tariff,
    (law, as_of): (&Law, Date),
) -> Result<Vec<ActingSpan>, NotInForce> {
    let month = tariff.month;
    let mut spans = Vec::new();
    for acting in posts {
        let until = acting.until.unwrap_or(month.last());
        let Some(level) = acting.level.filter(|_| overlaps(month, acting.from, until)) else {
            continue;
        };
        let plan = Plan::compile(law, &state.schedule, (acting.from, until), as_of)?;
        let working = plan.days.iter().filter(|day| day.kind == DayKind::Work).count();
        let own = whole_month(state, None, tariff)?;
        spans.push(ActingSpan {
            kind: acting.kind,
            from: acting.from,
            until,
            working_days: u32::try_from(working).unwrap_or(u32::MAX),
            level,
            own,
            post: post(acting, level, state, tariff)?,
        });
    }
    Ok(spans)
}

fn overlaps(month: Month, from: Date, until: Date) -> bool {
    from <= month.last() && until >= month.first()
}

/// Tpp of the post acted in; `None` where the law has no amount for its class.
fn post(
    acting: &ActingPost,
    level: Level,
    state: &PersonState,
    tariff: &Tariff,
) -> Result<Option<Rupiah>, NotInForce> {
    match whole_month(state, Some(acting), tariff) {
        Ok(amount) => Ok(Some(amount)),
        // The rule says what it needs of the post, and tells if that is missing.
        Err(_) if level == Level::Same => Ok(None),
        Err(silent) => Err(silent),
    }
}

/// Tpp of a post for a whole month without cuts: the own, or that acted in.
fn whole_month(
    state: &PersonState,
    acting: Option<&ActingPost>,
    tariff: &Tariff,
) -> Result<Rupiah, NotInForce> {
    let places = [state.position.as_str(), state.unit.as_str(), state.skpd.as_str()];
    let own = || places.into_iter().find(|place| tariff.names_group(place));
    let group = match acting {
        Some(acting) => Some(acting.post.as_str()).filter(|post| tariff.names_group(post)),
        None => own(),
    };
    let whole = PayState {
        from: tariff.month.first(),
        until: tariff.month.last(),
        class: acting.map_or(state.class, |acting| Some(acting.class)),
        employment: state.employment,
        eligible: state.tpp_eligible,
        factor: state.tpp_factor,
        reason: state.tpp_reason.clone(),
        group: group.map(str::to_owned),
    };
    let facts = MonthFacts {
        days: &[],
        states: &[whole],
        occurrences: &[],
        productivity_bp: None,
        predikat: None,
    };
    Ok(Statement::of(&facts, tariff)?.gross)
}
