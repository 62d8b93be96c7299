//! Why two systems hand a person another sum: the Tpp after cuts, and what comes between it and the
//! person. What of that the file names is held against its own counterpart; of the rest it is tried
//! whether the old system leaves parts out altogether.

use super::{
    Ours, ShadowCause, ShadowReason, Theirs,
    causes::{is_rounding, known},
};
use crate::allowance::payments::Between;

/// What would come between if the Tpp after cuts were another.
pub(super) type Otherwise<'p> = dyn FnMut(i64) -> Option<Between> + 'p;

/// A part of what comes between.
struct Part {
    reason: ShadowReason,
    /// In rupiah here; what is taken is negative.
    ours: i64,
    /// In rupiah there, where the file says it.
    theirs: Option<i64>,
}

/// Why what is handed out is another. What both say differs by `difference`.
pub(super) fn of_received(
    (received, difference): (i64, i64),
    theirs: &Theirs,
    ours: &Ours,
    otherwise: &mut Otherwise<'_>,
) -> Vec<ShadowCause> {
    let (mut causes, change) = before(theirs, ours);
    let own = ours.handed.between;
    // Tax and premium of the Tpp as the old system has it, by the law as it is here.
    let tpp_net = ours.doc.tpp_net;
    let expected = match (change, otherwise(tpp_net), otherwise(tpp_net + change)) {
        (0, _, _) | (_, None, _) | (_, _, None) => own,
        (_, Some(from), Some(to)) => own.changed(from, to),
    };
    let follows = expected.sum() - own.sum();
    if follows != 0 {
        causes.push(ShadowCause::of(ShadowReason::DeductionsFollow, Some(follows)));
    }
    let parts = parts(theirs, expected);
    let mut rest = difference - change - follows;
    for part in &parts {
        let Some(said) = part.theirs.filter(|said| *said != part.ours) else { continue };
        causes.push(cause(part, said));
        rest -= said - part.ours;
    }
    let open: Vec<&Part> =
        parts.iter().filter(|part| part.theirs.is_none() && part.ours != 0).collect();
    if rest != 0 && !is_rounding(received, rest, &ours.doc) {
        let left_out = left_out(&open, |sum| {
            let after = rest + sum;
            after == 0 || is_rounding(received, after, &ours.doc)
        });
        for part in left_out {
            causes.push(cause(part, 0));
            rest += part.ours;
        }
    }
    settle(&mut causes, rest, is_rounding(received, rest, &ours.doc));
    causes
}

/// What the Tpp after cuts explains, and by how much it is another there: as the file says it, or
/// else as its class, days and minutes tell.
fn before(theirs: &Theirs, ours: &Ours) -> (Vec<ShadowCause>, i64) {
    let Some(after_cuts) = theirs.after_cuts else {
        let causes = known(theirs, ours);
        let change = causes.iter().filter_map(|cause| cause.amount).sum();
        return (causes, change);
    };
    let change = after_cuts - ours.doc.tpp_net;
    if change == 0 {
        return (Vec::new(), 0);
    }
    let cause = ShadowCause {
        theirs: Some(after_cuts),
        ours: Some(ours.doc.tpp_net),
        ..ShadowCause::of(ShadowReason::AfterCuts, Some(change))
    };
    (vec![cause], change)
}

fn parts(theirs: &Theirs, ours: Between) -> [Part; 5] {
    let taken = |amount: Option<i64>| amount.map(|amount| -amount);
    let part = |reason, ours, theirs| Part { reason, ours, theirs };
    [
        part(ShadowReason::Tax, ours.tax, taken(theirs.tax)),
        part(ShadowReason::Premium, ours.premium, taken(theirs.premium)),
        part(ShadowReason::Agreed, ours.agreed, taken(theirs.agreed)),
        part(ShadowReason::Repayment, ours.repayment, taken(theirs.repayment)),
        part(ShadowReason::Added, ours.added, None),
    ]
}

fn cause(part: &Part, theirs: i64) -> ShadowCause {
    ShadowCause {
        theirs: Some(theirs),
        ours: Some(part.ours),
        ..ShadowCause::of(part.reason, Some(theirs - part.ours))
    }
}

/// The fewest parts whose sum, left out there, explains what is left.
fn left_out<'p>(open: &[&'p Part], explains: impl Fn(i64) -> bool) -> Vec<&'p Part> {
    let chosen = |mask: u32| {
        let places = open.iter().enumerate();
        places.filter(move |(place, _)| mask & (1 << place) != 0).map(|(_, part)| *part)
    };
    let of = |mask: u32| chosen(mask).map(|part| part.ours).sum::<i64>();
    let found = (1..1_u32 << open.len()).filter(|mask| explains(of(*mask)));
    let fewest = found.min_by_key(|mask| mask.count_ones());
    fewest.map(|mask| chosen(mask).collect()).unwrap_or_default()
}

/// Says what the last rupiah are, so that the causes add up.
fn settle(causes: &mut Vec<ShadowCause>, rest: i64, rounding: bool) {
    let unknown = causes.iter().position(|cause| cause.amount.is_none());
    let told = rest != 0 && !rounding;
    if let Some(first) = unknown.filter(|_| told).and_then(|place| causes.get_mut(place)) {
        first.amount = Some(rest);
        return;
    }
    // Causes whose rupiah nobody knows explain nothing that is left.
    causes.retain(|cause| cause.amount.is_some());
    if rest != 0 {
        let last = if rounding { ShadowReason::Rounding } else { ShadowReason::Unexplained };
        causes.push(ShadowCause::of(last, Some(rest)));
    }
}

#[cfg(test)]
mod tests {
    use super::{super::read::silent, *};
    use crate::allowance::{
        closing::testing::{doc, line},
        payments::Handed,
    };

    /// 966,000 after cuts; of it 15 % tax (144,900), 1 % premium (9,660), 25,000 zakat.
    fn between(tpp_net: i64) -> Between {
        let (tax, premium) = (-tpp_net * 15 / 100, -tpp_net / 100);
        Between { tax, premium, agreed: -25_000, ..Between::default() }
    }

    fn ours() -> Ours {
        let own = between(966_000);
        let handed = Handed { net: 966_000 + own.sum(), between: own, silent: false };
        Ours { doc: doc(1_000_000, vec![line(4, "TK", -34_000)]), records: Vec::new(), handed }
    }

    fn theirs(after_cuts: Option<i64>) -> Theirs {
        Theirs { after_cuts, ..silent() }
    }

    fn causes(received: i64, theirs: &Theirs) -> Vec<(ShadowReason, i64)> {
        let ours = ours();
        let difference = received - ours.handed.net;
        let found =
            of_received((received, difference), theirs, &ours, &mut |net| Some(between(net)));
        let sum: i64 = found.iter().filter_map(|cause| cause.amount).sum();
        assert_eq!(sum, difference, "{found:?}");
        found.iter().map(|cause| (cause.cause, cause.amount.unwrap_or(0))).collect()
    }

    #[test]
    fn what_the_old_system_does_not_take_is_found_out() {
        // Here 966,000 - 144,900 - 9,660 - 25,000 = 786,440.
        assert_eq!(ours().handed.net, 786_440);
        let same = theirs(Some(966_000));
        assert_eq!(causes(931_340, &same), [(ShadowReason::Tax, 144_900)]);
        assert_eq!(causes(811_440, &same), [(ShadowReason::Agreed, 25_000)]);
        let all = [
            (ShadowReason::Tax, 144_900),
            (ShadowReason::Premium, 9_660),
            (ShadowReason::Agreed, 25_000),
        ];
        assert_eq!(causes(966_000, &same), all);
        assert_eq!(causes(700_001, &same), [(ShadowReason::Unexplained, -86_439)]);
        assert_eq!(causes(786_441, &same), [(ShadowReason::Rounding, 1)]);
    }

    #[test]
    fn what_the_file_names_is_held_against_its_own_counterpart() {
        // 5 % tax in place of 15 %: 48,300, and one rupiah less of premium.
        let named = Theirs { tax: Some(48_300), premium: Some(9_659), ..theirs(Some(966_000)) };
        let found = causes(883_041, &named);
        assert_eq!(found, [(ShadowReason::Tax, 96_600), (ShadowReason::Premium, 1)]);
    }

    #[test]
    fn tax_and_premium_follow_another_tpp_after_cuts() {
        // Without the cut: 1,000,000 - 150,000 - 10,000 - 25,000 = 815,000.
        let found = causes(815_000, &theirs(Some(1_000_000)));
        let both = [(ShadowReason::AfterCuts, 34_000), (ShadowReason::DeductionsFollow, -5_440)];
        assert_eq!(found, both);
        // The same, where the file has only the Tpp before cuts, twice as large: 1,932,000 left.
        let twice = Theirs { gross: Some(2_000_000), ..theirs(None) };
        let found = causes(1_932_000 - 289_800 - 19_320 - 25_000, &twice);
        let both =
            [(ShadowReason::ClassAmount, 966_000), (ShadowReason::DeductionsFollow, -154_560)];
        assert_eq!(found, both);
    }
}
