//! What must hold of every payout, supplement and instalment plan, whatever the facts.

#[expect(dead_code, reason = "the folder is read with more law beside it")]
mod common;

use std::sync::LazyLock;

use civil::{Employment, Rupiah};
use jiff::civil::date;
use proptest::prelude::*;
use rules::{
    law::{Law, LawFile, Layer},
    payout::{
        Agreement, Earned, Finding, Much, Payout, PayoutFacts, Salary, Section,
        instalment::{Debt, Receipt, Wish, plan},
        payout,
        supplement::supplement,
    },
};

const TER: &str = r#"
title = "ter for everyone"
[payout.tax-method]
title = "T"
[[payout.tax-method.value]]
from = "2026-01-01"
status = "assumed"
source = { act = "perbup-contoh-12-2024", article = "Pasal 20" }
method = "ter"
income = ["tpp"]
how = "down"
"#;

fn law(more: &[&str]) -> Law {
    let texts = common::texts("contoh");
    let own =
        texts.iter().map(|text| LawFile { path: &text.path, text: &text.body, layer: text.layer });
    let more = more.iter().map(|text| LawFile { path: "more", text, layer: Layer::Regency });
    Law::read(&own.chain(more).collect::<Vec<_>>()).expect("it reads")
}

static FINAL: LazyLock<Law> = LazyLock::new(|| law(&[]));
static BY_INCOME: LazyLock<Law> = LazyLock::new(|| law(&[TER]));

/// Facts of a person: amounts in rupiah, and what of the rest is known.
#[derive(Clone, Debug)]
struct Person {
    tpp: Vec<i64>,
    salary: Option<Salary>,
    golongan: Option<&'static str>,
    family: Option<&'static str>,
    agreed: Vec<i64>,
    repayment: i64,
}

fn person() -> impl Strategy<Value = Person> {
    let salary =
        (0_i64..15_000_000, 0_i64..130_000, 0_i64..500_000).prop_map(|(pay, premium, employer)| {
            Salary {
                pay: Rupiah(pay),
                premium: Rupiah(premium),
                employer_premium: Rupiah(employer),
                ..Salary::default()
            }
        });
    (
        prop::collection::vec(0_i64..20_000_000, 0..4),
        prop::option::of(salary),
        prop::option::of(prop::sample::select(vec!["I/a", "II/d", "III/a", "IV/e", "IX"])),
        prop::option::of(prop::sample::select(vec!["TK/0", "K/1", "K/3", "X"])),
        prop::collection::vec(0_i64..10_000_000, 0..3),
        prop_oneof![Just(0_i64), 0_i64..10_000_000],
    )
        .prop_map(|(tpp, salary, golongan, family, agreed, repayment)| Person {
            tpp,
            salary,
            golongan,
            family,
            agreed,
            repayment,
        })
}

fn paid(person: &Person, law: &Law) -> Payout {
    let earned = |(place, amount): (usize, &i64)| Earned {
        name: format!("part-{place}"),
        title: None,
        amount: Rupiah(*amount),
        provision: None,
    };
    let tpp: Vec<_> = person.tpp.iter().enumerate().map(earned).collect();
    let agreements: Vec<_> = person
        .agreed
        .iter()
        .map(|amount| Agreement {
            kind: "koperasi",
            much: Much::Amount(Rupiah(*amount)),
            from: date(2026, 1, 1),
            until: None,
        })
        .collect();
    let facts = PayoutFacts {
        month: "2026-09".parse().expect("it is a month"),
        paid_on: date(2026, 10, 1),
        as_of: date(2027, 12, 31),
        employment: Employment::Pns,
        golongan: person.golongan,
        family: person.family,
        tpp: &tpp,
        salary: person.salary,
        acting: &[],
        beside: rules::payout::Beside::default(),
        extras: &[],
        agreements: &agreements,
        repayment: Rupiah(person.repayment),
        year_end_tax: None,
    };
    payout(&facts, law).expect("contoh is complete")
}

fn sum(paid: &Payout, counts: impl Fn(Section) -> bool) -> i64 {
    paid.lines.iter().filter(|line| counts(line.section)).map(|line| line.amount.0).sum()
}

proptest! {
    #[test]
    fn lines_add_up_and_nothing_is_negative(person in person()) {
        for law in [&*FINAL, &*BY_INCOME] {
            let paid = paid(&person, law);
            prop_assert_eq!(paid.gross.0, person.tpp.iter().sum::<i64>());
            prop_assert_eq!(sum(&paid, Section::is_gross), paid.gross.0);
            prop_assert_eq!(sum(&paid, |section| section == Section::Deduction), paid.deduction.0);
            prop_assert_eq!(sum(&paid, |section| section == Section::Employer), paid.employer.0);
            prop_assert_eq!(paid.gross + paid.deduction, paid.net);
            prop_assert!(paid.net >= Rupiah(0));
            for line in &paid.lines {
                prop_assert_eq!(line.section == Section::Deduction, line.amount < Rupiah(0));
            }
        }
    }

    #[test]
    fn what_is_missing_is_told_and_never_taxed(person in person()) {
        let paid_final = paid(&person, &FINAL);
        let taxed = |paid: &Payout| paid.lines.iter().any(|line| line.code.starts_with("pph21"));
        let due = paid_final.gross > Rupiah(0);
        let told = paid_final.findings.contains(&Finding::GolonganMissing);
        prop_assert_eq!(told, due && person.golongan.is_none());
        prop_assert!(!told || !taxed(&paid_final));
        let paid_ter = paid(&person, &BY_INCOME);
        let told = paid_ter.findings.contains(&Finding::FamilyMissing);
        prop_assert_eq!(told, due && person.family.is_none());
        prop_assert!(!told || !taxed(&paid_ter));
        if due && person.salary.is_none() {
            prop_assert!(!paid_final.is_complete());
        }
    }

    /// Four rupiah more are more than what the rounding of premium and tax can take of them.
    #[test]
    fn more_within_a_row_is_never_less(tpp in 1_i64..19_000_000, more in 4_i64..400_000) {
        let of = |tpp: i64| {
            let salary = Some(Salary { pay: Rupiah(4_000_000), ..Salary::default() });
            let person = Person {
                tpp: vec![tpp], salary, golongan: Some("III/a"), family: Some("K/3"),
                agreed: vec![], repayment: 0,
            };
            (paid(&person, &FINAL), paid(&person, &BY_INCOME))
        };
        let ((less_final, less_ter), (more_final, more_ter)) = (of(tpp), of(tpp + more));
        prop_assert!(more_final.net >= less_final.net);
        let rate = |paid: &Payout| {
            paid.lines.iter().find(|line| line.code == "pph21-ter").and_then(|line| line.rate)
        };
        if rate(&less_ter) == rate(&more_ter) {
            prop_assert!(more_ter.net >= less_ter.net);
        }
    }

    #[test]
    fn a_supplement_and_what_was_before_are_what_is_after(before in person(), after in person()) {
        for (law_before, law_after) in [(&*FINAL, &*FINAL), (&*FINAL, &*BY_INCOME)] {
            let (before, after) = (paid(&before, law_before), paid(&after, law_after));
            let more = supplement(&before, &after).expect("it is one month");
            prop_assert_eq!(before.gross + more.gross, after.gross);
            prop_assert_eq!(before.deduction + more.deduction, after.deduction);
            prop_assert_eq!(before.employer + more.employer, after.employer);
            prop_assert_eq!(before.net + more.net, after.net);
            let of = |paid: &Payout, section: Section, code: &str| -> Rupiah {
                let lines = paid.section(section).filter(|line| line.code == code);
                lines.map(|line| line.amount).sum()
            };
            for line in &more.lines {
                let was = of(&before, line.section, &line.code);
                prop_assert_eq!(was + line.amount(), of(&after, line.section, &line.code));
            }
            let net: Rupiah = more.lines.iter()
                .filter(|line| line.section != Section::Employer)
                .map(rules::payout::supplement::Difference::amount).sum();
            prop_assert_eq!(net, more.net);
        }
    }

    #[test]
    fn instalments_add_up_and_never_pass_the_cap(
        total in 1_i64..50_000_000,
        number in 1_u32..40,
        net in 0_i64..20_000_000,
        receipts in prop::collection::vec(0_i64..20_000_000, 0..4),
    ) {
        let receipts: Vec<_> = receipts.into_iter()
            .map(|amount| Receipt { on: date(2027, 1, 5), amount: Rupiah(amount) }).collect();
        let came: i64 = receipts.iter().map(|receipt| receipt.amount.0).sum();
        let debt = Debt {
            total: Rupiah(total), wish: Wish::Number(number), net: Rupiah(net),
            first: "2027-01".parse().expect("it is a month"), receipts: &receipts,
        };
        let Ok(plan) = plan(&debt, &FINAL, date(2027, 12, 31)) else { return Ok(()) };
        let due: i64 = plan.parts.iter().map(|part| part.due.0).sum();
        let open: i64 = plan.parts.iter().map(|part| part.open().0).sum();
        prop_assert_eq!(due, total);
        prop_assert_eq!(open, plan.open.0);
        prop_assert_eq!(plan.open.0, (total - came).max(0));
        prop_assert_eq!(plan.beyond.0, (came - total).max(0));
        let (last, before) = plan.parts.split_last().expect("a debt has a part");
        prop_assert!(last.due > Rupiah(0) && last.due <= plan.monthly);
        prop_assert!(before.iter().all(|part| part.due == plan.monthly));
        prop_assert!(plan.parts.iter().all(|part| part.open() >= Rupiah(0)));
        prop_assert!(plan.monthly.0 * 4 <= net);
    }
}
