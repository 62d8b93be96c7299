//! The law in force.

use jiff::civil::{Date, date};
use words::{Lang, Phrase};

use super::{Eyes, Sample, at, render};
use crate::{
    Area,
    pages::{
        Source, SourceStatus,
        law::{LawInForce, LawState, MissingValue, OtherValue, Provision, Topic, TopicName},
    },
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "law", render: |lang| render(&law(lang)) },
    Sample { name: "law-payable", render: |lang| render(&payable(lang)) },
];

fn source(act: &str, article: &str, status: SourceStatus) -> Source {
    Source { act: act.to_owned(), article: article.to_owned(), status, href: None }
}

fn provision(id: &str, title: &str, value: &str, from: Date, source: Source) -> Provision {
    Provision {
        id: id.to_owned(),
        title: title.to_owned(),
        value: value.to_owned(),
        from,
        until: None,
        known: None,
        source,
        signed_off_by: None,
        remark: None,
        others: Vec::new(),
    }
}

fn law(lang: Lang) -> LawInForce {
    let perbup = |article: &str| source("Perbup CONTOH 4/2026", article, SourceStatus::Assumed);
    let mut ramadan = provision(
        "hours.ramadan",
        "Jam kerja Ramadan",
        "06.30–14.00, Jumat 06.30–14.30",
        date(2026, 2, 18),
        source("SE CONTOH 12/2026", "angka 2", SourceStatus::Secondary),
    );
    ramadan.until = Some(date(2026, 3, 19));
    ramadan.remark = Some("34 jam 30 menit, bukan 32 jam 30 menit".to_owned());
    let mut late = provision(
        "cut.late.tier_2",
        "Terlambat 31–60 menit (TL2)",
        "1 %",
        date(2026, 3, 1),
        perbup("Pasal 12 ayat (2) huruf b"),
    );
    late.others = vec![OtherValue { value: "1,25 %".to_owned(), from: date(2025, 1, 1) }];
    let mut holiday = provision(
        "holiday.2025-08-18",
        "Hari libur setelah HUT RI",
        "18 Agustus 2025",
        date(2025, 8, 18),
        source("SKB 3 Menteri (perubahan)", "lampiran", SourceStatus::Secondary),
    );
    holiday.known = Some(date(2025, 8, 7));
    LawInForce {
        frame: at(lang, Eyes::Bkpsdm, Area::Law, "law"),
        on: date(2026, 10, 5),
        typed: "05-10-2026".to_owned(),
        date_error: None,
        state: LawState::Unconfirmed(3),
        missing: vec![MissingValue {
            what: "besaran TPP menurut kelas jabatan".to_owned(),
            topic: TopicName::Tpp,
        }],
        topics: vec![
            Topic {
                name: TopicName::Hours,
                provisions: vec![
                    provision(
                        "hours.week",
                        "Jam kerja seminggu",
                        "37 jam 30 menit",
                        date(2023, 4, 12),
                        source("Perpres 21/2023", "Pasal 4 ayat (1)", SourceStatus::Confirmed),
                    ),
                    ramadan,
                ],
            },
            Topic { name: TopicName::Holidays, provisions: vec![holiday] },
            Topic { name: TopicName::Deductions, provisions: vec![late] },
        ],
        what_if: Some("/samples/what-if".to_owned()),
        version: "0f3a9c2e-11aa22bb".to_owned(),
    }
}

fn payable(lang: Lang) -> LawInForce {
    let mut page = law(lang);
    "/samples/law-payable?on=x".clone_into(&mut page.frame.path);
    page.state = LawState::Payable;
    "5 Oktbr".clone_into(&mut page.typed);
    page.date_error = Some(Phrase::new("page-law-date-bad"));
    page.missing.clear();
    for topic in &mut page.topics {
        for provision in &mut topic.provisions {
            provision.source.status = SourceStatus::Verified;
            provision.signed_off_by = Some("198001012005011001".to_owned());
        }
    }
    page
}
