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

#[cfg(test)]
mod tests {
    use civil::{Employment, Rupiah};

    use super::super::{MonthFacts, PayState, Statement};
    use crate::{
        payout::earned,
        tariff::Tariff,
        testing::{HOURS, MINUTES, PAY, SCANS, day, law, march, state},
    };

    fn criterion(name: &str, values: &[(&str, &str)]) -> String {
        let value = |(from, fields): &(&str, &str)| {
            format!("[[criterion.{name}.value]]\n@{from}\n{fields}\n")
        };
        let values: String = values.iter().map(value).collect();
        format!("[criterion.{name}]\ntitle = \"{name}\"\n{values}")
    }

    /// Gross, criteria, and what is earned of each if so much is cut.
    fn due(
        more: &str,
        pay: &str,
        state: PayState,
        cut: i64,
    ) -> (i64, Vec<(String, i64)>, Vec<i64>) {
        let law = law(&[HOURS, SCANS, MINUTES, pay, more]);
        let tariff = Tariff::compile(&law, march(), day(31));
        let states = [state];
        let facts = MonthFacts {
            days: &[],
            states: &states,
            occurrences: &[],
            productivity_bp: None,
            predikat: None,
        };
        let mut statement = Statement::of(&facts, &tariff).unwrap();
        let criteria: Vec<_> =
            statement.criteria.iter().map(|part| (part.name.to_owned(), part.amount.0)).collect();
        statement.net = statement.net - Rupiah(cut);
        let earned = earned(&statement).iter().map(|part| part.amount.0).collect();
        (statement.gross.0, criteria, earned)
    }

    fn pns() -> PayState {
        state(1, 31, Employment::Pns)
    }

    fn parts(parts: &[(&str, i64)]) -> Vec<(String, i64)> {
        parts.iter().map(|(name, amount)| ((*name).to_owned(), *amount)).collect()
    }

    #[test]
    fn without_criteria_the_class_amount_is_all_of_it() {
        assert_eq!(due("", PAY, pns(), 1), (1_000_000, vec![], vec![999_999]));
    }

    #[test]
    fn a_group_comes_before_a_class_before_everyone() {
        let more = criterion(
            "a",
            &[("", "share = \"60%\"\nclasses = { 2 = \"70%\" }\ngroups = { \"far\" = \"80%\" }")],
        );
        let of = |class: u8, group: Option<&str>| {
            let group = group.map(str::to_owned);
            due(&more, PAY, PayState { class: Some(class), group, ..pns() }, 0).0
        };
        assert_eq!(of(1, None), 600_000);
        assert_eq!(of(2, None), 1_400_000);
        assert_eq!(of(2, Some("far")), 1_600_000);
        assert_eq!(of(1, Some("near")), 600_000);
    }

    #[test]
    fn a_criterion_that_changes_inside_the_month_is_divided_by_days() {
        let more = criterion("a", &[("", "share = \"60%\"")])
            + &criterion("b", &[("", "share = \"40%\""), ("2026-03-17", "share = \"71%\"")]);
        // 600,000; 400,000 × 16/31 + 710,000 × 15/31 = 206,451.61 + 343,548.39 = 550,000.
        let (gross, criteria, _) = due(&more, PAY, pns(), 0);
        assert_eq!((gross, criteria), (1_150_000, parts(&[("a", 600_000), ("b", 550_000)])));
    }

    #[test]
    fn before_the_first_criterion_the_class_amount_is_undivided() {
        let more = criterion("a", &[("2026-04-01", "share = \"60%\"")]);
        assert_eq!(due(&more, PAY, pns(), 0), (1_000_000, vec![], vec![1_000_000]));
    }

    /// What rounding leaves goes to the largest, and cuts lessen all in proportion: together they
    /// are the whole and the net.
    #[test]
    fn criteria_add_up_to_the_gross_and_what_is_earned_to_the_net() {
        let pay = PAY.replacen("how = \"half-up\"", "how = \"half-up\"\nto = 1000", 1);
        let more = criterion("a", &[("", "share = \"1/3\"")])
            + &criterion("b", &[("", "share = \"1/3\"")])
            + &criterion("c", &[("", "share = \"2/7\"")]);
        // 952,380.95 is rounded to 952,000: 333,333 + 333,334 + 285,714, less 381 of the largest.
        let (gross, criteria, earned) = due(&more, &pay, pns(), 100_001);
        assert_eq!(gross, 952_000);
        assert_eq!(criteria, parts(&[("a", 333_333), ("b", 332_953), ("c", 285_714)]));
        // 851,999 / 952,000 of 333,333, of 666,286 and of the whole: 298,318.68; 596,297.27; 851,999.
        assert_eq!(earned, [298_319, 297_978, 255_702]);
    }

    #[test]
    fn amounts_times_indices_are_the_allowance_of_the_class() {
        let pay = PAY.replace(
            "amounts = { \"1\" = 1000000, \"2\" = 2000000 }",
            "amounts = { \"1\" = 1000001 }\nindices = { ikfd = \"90%\", ikk = \"110%\" }\nhow = \"down\"\nto = 100",
        );
        // 1,000,001 × 0.9 × 1.1 = 990,000.99.
        assert_eq!(due("", &pay, pns(), 0).0, 990_000);
    }
}
