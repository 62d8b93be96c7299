//! What is due by each criterion that gives Tpp: beban kerja, prestasi kerja, tempat bertugas …
//! (PP 12/2019 art 58). Each is a share of the class amount, and together they are the Tpp.

use std::sync::Arc;

use civil::{Exact, Rate, Rounding, Rupiah};
use jiff::civil::Date;

use super::{Component, PayState};
use crate::tariff::Tariff;

/// Places in [`Tariff::criteria`] of those that hold on a day.
pub(super) fn holding(tariff: &Tariff, day: Date) -> Vec<usize> {
    let all = tariff.criteria.iter().enumerate();
    all.filter(|(_, criterion)| criterion.days.has(day)).map(|(place, _)| place).collect()
}

/// The amount of a post for a whole month, and what of it each criterion gives.
pub(super) struct OfPost {
    pub(super) amount: Exact,
    by_place: Vec<(usize, Exact)>,
}

/// Adds up what each criterion gives in a month.
pub(super) struct ByCriterion<'t> {
    tariff: &'t Tariff,
    /// By place in [`Tariff::criteria`].
    sums: Vec<Exact>,
}

impl<'t> ByCriterion<'t> {
    pub(super) fn under(tariff: &'t Tariff) -> Self {
        Self { tariff, sums: vec![Exact::ZERO; tariff.criteria.len()] }
    }

    /// What a post of the class amount is due on a day: the class amount itself, or, where the law
    /// has criteria then, the sum of their shares of it.
    pub(super) fn of(&self, class_amount: Rupiah, state: &PayState, day: Date) -> OfPost {
        let holding = holding(self.tariff, day);
        if holding.is_empty() {
            return OfPost { amount: class_amount.into(), by_place: Vec::new() };
        }
        let by_place: Vec<_> = holding
            .into_iter()
            .filter_map(|place| {
                let criterion = self.tariff.criteria.get(place)?;
                let share = criterion.share_of(state.class, state.group.as_deref());
                Some((place, Exact::portion(class_amount, share)))
            })
            .collect();
        let amount = by_place.iter().fold(Exact::ZERO, |sum, (_, part)| sum + *part);
        OfPost { amount, by_place }
    }

    /// Adds a part of the month, of which a share is left.
    pub(super) fn add(&mut self, of_post: &OfPost, (portion, factor): (Rate, Rate)) {
        for (place, part) in &of_post.by_place {
            if let Some(sum) = self.sums.get_mut(*place) {
                *sum = *sum + part.share(portion).share(factor);
            }
        }
    }

    /// What each criterion gives of the whole Tpp, in whole rupiah. Each is what it adds to the
    /// rounded sum of those before it; what the rounding of the whole leaves goes to the largest.
    pub(super) fn components(self, total: Rupiah) -> Arc<[Component<'t>]> {
        let (mut exact, mut whole) = (Exact::ZERO, Rupiah(0));
        let mut components: Vec<Component<'t>> = Vec::new();
        for (criterion, sum) in self.tariff.criteria.iter().zip(&self.sums) {
            exact = exact + *sum;
            let rounded = exact.round(Rounding::HalfUp, 1);
            let amount = rounded - whole;
            whole = rounded;
            // Two values of a criterion inside one month are one component.
            match components.last_mut().filter(|last| *last.name == *criterion.name) {
                Some(last) => last.amount = last.amount + amount,
                None => components.push(Component {
                    name: &criterion.name,
                    title: &criterion.title,
                    amount,
                }),
            }
        }
        components.retain(|component| component.amount != Rupiah(0));
        if let Some(largest) = components.iter_mut().max_by_key(|component| component.amount) {
            largest.amount = largest.amount + (total - whole);
        }
        components.into()
    }
}
