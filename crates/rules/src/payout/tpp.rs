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

/// What a statement leaves of each criterion. A cut is one of the Tpp and not of a criterion, so it
/// lessens all in the same proportion; each gets what it adds to the rounded sum of those before
/// it, so that they add up to the net of the statement exactly.
#[must_use]
pub fn earned(statement: &Statement<'_>) -> Vec<Earned> {
    let provision = statement.parts.iter().find_map(|part| part.provision);
    if statement.criteria.is_empty() || statement.gross == Rupiah(0) {
        let amount = statement.net;
        return vec![Earned { name: "tpp".to_owned(), title: None, amount, provision }];
    }
    let (gross, net) = (i128::from(statement.gross.0), i128::from(statement.net.0));
    let (mut sum, mut whole) = (0_i128, 0_i128);
    statement
        .criteria
        .iter()
        .map(|criterion| {
            sum += i128::from(criterion.amount.0);
            let rounded = (2 * net * sum + gross) / (2 * gross);
            let amount = i64::try_from(rounded - whole).expect("no part is more than the whole");
            whole = rounded;
            Earned {
                name: criterion.name.to_owned(),
                title: Some(criterion.title.to_owned()),
                amount: Rupiah(amount),
                provision,
            }
        })
        .collect()
}
