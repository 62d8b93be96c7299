//! The Tpp after cuts, by the criteria that give it.

use civil::Rupiah;

use crate::{law::ProvisionId, statement::Statement};

/// A component of the Tpp after cuts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earned {
    /// Name of the criterion, or `tpp` where the law gives the class amount undivided.
    pub name: String,
    /// How the law calls it; `None` for `tpp`, which has words of its own.
    pub title: Option<String>,
    /// What is left of it, in whole rupiah.
    pub amount: Rupiah,
    /// The provision on the class amount.
    pub provision: Option<ProvisionId>,
}

/// A month's Tpp before and after cuts, in whole rupiah.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Before cuts.
    pub gross: Rupiah,
    /// After cuts.
    pub net: Rupiah,
    /// The provision on the class amount, where it is known.
    pub provision: Option<ProvisionId>,
}

/// What a statement leaves of each criterion.
#[must_use]
pub fn earned(statement: &Statement<'_>) -> Vec<Earned> {
    let provision = statement.parts.iter().find_map(|part| part.provision);
    let cut = Cut { gross: statement.gross, net: statement.net, provision };
    let criteria = statement.criteria.iter();
    left_of(cut, criteria.map(|criterion| (criterion.name, criterion.title, criterion.amount)))
}

/// What cuts leave of each criterion: name, title and amount before cuts. A cut is one of the Tpp
/// and not of a criterion, so it lessens all in the same proportion; each gets what it adds to the
/// rounded sum of those before it, so that they add up to the net exactly.
#[must_use]
pub fn left_of<'c>(
    cut: Cut,
    criteria: impl Iterator<Item = (&'c str, &'c str, Rupiah)>,
) -> Vec<Earned> {
    let Cut { gross, net, provision } = cut;
    let whole = || Earned { name: "tpp".to_owned(), title: None, amount: net, provision };
    if gross == Rupiah(0) {
        return vec![whole()];
    }
    let (gross, wide_net) = (i128::from(gross.0), i128::from(net.0));
    let (mut sum, mut before) = (0_i128, 0_i128);
    let mut left: Vec<Earned> = criteria
        .map(|(name, title, amount)| {
            sum += i128::from(amount.0);
            let rounded = (2 * wide_net * sum + gross) / (2 * gross);
            let amount = i64::try_from(rounded - before).expect("no part is more than the whole");
            before = rounded;
            Earned {
                name: name.to_owned(),
                title: Some(title.to_owned()),
                amount: Rupiah(amount),
                provision,
            }
        })
        .collect();
    if left.is_empty() {
        left.push(whole());
    }
    left
}
