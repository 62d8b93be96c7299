//! The law folder reads without a fault, and a bad file is refused with its line.

mod common;

use jiff::civil::date;
use rules::law::{Law, LawFile, Layer, Status};

#[test]
fn every_composition_reads_without_a_fault() {
    let compositions = common::compositions();
    assert!(compositions.len() >= 20, "{compositions:?}");
    for composition in compositions {
        if let Err(faults) = common::read(&common::texts(&composition)) {
            let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
            panic!("{composition}:\n{}", faults.join("\n"));
        }
    }
}

/// Nobody has read the official text of an act yet. Whoever does, names where, and changes this.
#[test]
fn nothing_is_confirmed_that_nobody_has_read() {
    for composition in common::compositions() {
        let law = common::read(&common::texts(&composition)).expect("every composition reads");
        let confirmed: Vec<_> = law
            .provisions
            .iter()
            .filter(|(_, provision)| provision.status == Status::Confirmed)
            .map(|(_, provision)| provision.id.as_str())
            .collect();
        assert!(confirmed.is_empty(), "{composition}: {confirmed:?}");
    }
}

#[test]
fn the_invented_regency_says_so_and_is_complete() {
    let law = common::read(&common::texts("contoh")).expect("contoh reads");
    let own: Vec<_> =
        law.provisions.iter().filter(|(_, provision)| provision.layer == Layer::Regency).collect();
    assert!(own.len() > 60, "{}", own.len());
    for (_, provision) in own {
        let act = &law.provisions.acts[&provision.act];
        assert!(act.invented, "{} cites {}, which is not invented", provision.id, act.cite);
        assert_eq!(provision.status, Status::Assumed, "{}", provision.id);
    }
    let lacks: Vec<_> = law.lacks.iter().filter(|lack| lack.file.starts_with("regency")).collect();
    assert!(lacks.is_empty(), "{lacks:?}");
}

#[test]
fn lebak_shows_its_conflict_and_lists_what_is_missing() {
    let law = common::read(&common::texts("lebak")).expect("lebak reads");
    let (_, hours) = law
        .schedule_value("lima-hari", date(2026, 2, 20), date(2026, 11, 24))
        .expect("Ramadan 2026 is known");
    assert_eq!(hours.week_minutes(), Some(34 * 60 + 30));
    let conflicts = law.provisions.iter().filter(|(_, provision)| {
        provision.note.as_deref().is_some_and(|note| note.starts_with("BERSELISIH"))
    });
    assert_eq!(conflicts.count(), 1);
    for topic in ["class-amounts", "rule", "rule.apel", "scans", "minutes", "schedule.lima-hari"] {
        assert!(law.lacks.iter().any(|lack| lack.topic == topic), "{topic} is not listed");
    }
    assert!(law.rules.is_empty() && law.class_amounts.is_empty() && law.scans.is_empty());
}

/// The week of each schedule adds up to what the Perpres orders.
#[test]
fn the_weeks_of_the_invented_regency_are_those_of_the_nation() {
    let law = common::read(&common::texts("contoh")).expect("contoh reads");
    let today = date(2026, 11, 24);
    for pattern in ["lima-hari", "enam-hari", "sekolah-enam-hari", "puskesmas-loket"] {
        for (day, minutes) in [(date(2026, 10, 5), 2250), (date(2026, 3, 2), 1950)] {
            let (_, value) = law.schedule_value(pattern, day, today).expect("it is in force");
            assert_eq!(value.week_minutes(), Some(minutes), "{pattern} on {day}");
        }
    }
}

#[test]
fn the_extra_day_of_august_2025_became_known_on_the_seventh() {
    let law = common::read(&common::texts("contoh")).expect("contoh reads");
    let day = date(2025, 8, 18);
    assert!(law.holiday(day, date(2025, 8, 6)).is_none());
    let holiday = law.holiday(day, date(2025, 8, 7)).expect("known on 7 August");
    assert_eq!(law.provisions.cite(holiday.provision()), "SKB 933/2025, 1/2025, 3/2025");
    assert_eq!(law.holidays.len(), 108);
}

/// What every bad file below stands on.
const ACTS: &str = "title = \"acts\"\n[act.a]\ncite = \"A 1/2025\"\ntitle = \"A\"\n";

/// A value's head, so that the faults stand out.
const HEAD: &str = "status = \"assumed\"\nsource = { act = \"a\", article = \"1\" }";

fn faults(text: &str) -> Vec<String> {
    let text = format!("title = \"bad\"\n{}", text.replace("HEAD", HEAD));
    let files = [
        LawFile { path: "acts.toml", text: ACTS, layer: Layer::National },
        LawFile { path: "bad.toml", text: &text, layer: Layer::Regency },
    ];
    Law::read(&files).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

fn rule(bands: &str) -> String {
    format!(
        "[rule.late]\ntitle = \"T\"\nmeasure = \"late\"\n[[rule.late.value]]\nfrom = \"2025-01-01\"\nHEAD\nper = \"day\"\nbase = \"tpp\"\nbands = [{bands}]\n"
    )
}

fn weeks(values: &[(&str, &str)]) -> String {
    let value = |(from, rest): &(&str, &str)| {
        format!("[[week.value]]\nfrom = \"{from}\"\n{rest}\nHEAD\nminutes = 2250\n")
    };
    format!("[week]\ntitle = \"W\"\n{}", values.iter().map(value).collect::<String>())
}

fn schedule(rest: &str) -> String {
    format!(
        "[schedule.x]\ntitle = \"X\"\n[[schedule.x.value]]\nfrom = \"2025-01-01\"\nHEAD\n{rest}\n"
    )
}

/// A name, the bad file, and what must be said of it.
type Bad = (&'static str, String, &'static str);

#[test]
fn bad_files_are_refused_with_file_and_line() {
    let good = rule(r#"{ code = "TL1", from = 1, rate = "1%" }"#);
    assert_eq!(faults(&good), Vec::<String>::new(), "the good one reads");
    let all =
        [bad_heads(), bad_bands(), bad_names(&good), bad_topics(), bad_leave(), bad_payouts()]
            .concat();
    assert!(all.len() > 30, "{}", all.len());
    let wrong: Vec<String> = all
        .iter()
        .filter_map(|(name, text, expected)| {
            let faults = faults(text);
            let found = faults.iter().any(|fault| fault.starts_with(expected));
            (!found).then(|| format!("{name}:\n  wanted {expected}\n  got    {faults:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn bad_heads() -> Vec<Bad> {
    vec![
        (
            "a pair of expectations without a predikat",
            "[predikat]\ntitle = \"P\"\n[[predikat.value]]\nfrom = \"2025-01-01\"\nHEAD\nrows = []\n".into(),
            "bad.toml:5: names hasil di-atas with perilaku di-atas 0 times",
        ),
        (
            "no source",
            "[week]\ntitle = \"W\"\n[[week.value]]\nfrom = \"2025-01-01\"\nstatus = \"assumed\"\nminutes = 1\n".into(),
            "bad.toml:4: missing field `source`",
        ),
        (
            "an empty article",
            "[week]\ntitle = \"W\"\n[[week.value]]\nfrom = \"2025-01-01\"\nstatus = \"assumed\"\nsource = { act = \"a\", article = \" \" }\nminutes = 1\n".into(),
            "bad.toml:5: has a source without act or article; name both",
        ),
        (
            "no date",
            "[week]\ntitle = \"W\"\n[[week.value]]\nHEAD\nminutes = 1\n".into(),
            "bad.toml:4: missing field `from`",
        ),
        (
            "no status",
            "[week]\ntitle = \"W\"\n[[week.value]]\nfrom = \"2025-01-01\"\nsource = { act = \"a\", article = \"1\" }\nminutes = 1\n".into(),
            "bad.toml:4: missing field `status`",
        ),
        (
            "ends before it begins",
            weeks(&[("2025-02-01", "until = \"2025-01-01\"")]),
            "bad.toml:5: ends before it begins; check from and until",
        ),
        (
            "overlapping",
            weeks(&[("2025-01-01", "until = \"2025-06-30\""), ("2025-06-30", "")]),
            "bad.toml:11: begins on 2025-06-30 but overlaps the value of 2025-01-01; end that one before",
        ),
        (
            "the newest first",
            weeks(&[("2026-01-01", ""), ("2025-01-01", "")]),
            "bad.toml:11: begins on 2025-01-01 but stands after the value of 2026-01-01; put the oldest first",
        ),
        (
            "the same day twice",
            weeks(&[("2026-01-01", ""), ("2026-01-01", "")]),
            "bad.toml:11: begins on 2026-01-01 but stands after the value of 2026-01-01; put the oldest first",
        ),
        ("a date that does not exist", weeks(&[("2025-02-30", "")]), "bad.toml:5: "),
    ]
}

fn bad_bands() -> Vec<Bad> {
    let base = |name: &str, share: &str| {
        format!(
            "[base.{name}]\ntitle = \"B\"\n[[base.{name}.value]]\nfrom = \"2025-01-01\"\nHEAD\nof = \"tpp\"\nshare = \"{share}\"\ncomponent = true\n"
        )
    };
    vec![
        (
            "a last band with an end",
            rule(r#"{ code = "TL1", from = 1, to = 240, rate = "1%" }"#),
            "bad.toml:6: ends with TL1 at 240, so more costs nothing",
        ),
        (
            "components of more than there is",
            base("d", "41%") + &base("p", "60%"),
            "bad.toml:5: makes the components of the Tpp more than 100% from 2025-01-01 on",
        ),
        (
            "two bands of one code",
            rule(
                r#"{ code = "TL1", from = 1, to = 30, rate = "1%" }, { code = "TL1", from = 31, rate = "2%" }"#,
            ),
            "bad.toml:6: has two bands TL1; give each its own code",
        ),
        (
            "a rate that takes more than there is",
            rule(r#"{ code = "TL1", from = 1, rate = "700%" }"#),
            "bad.toml:6: band TL1 cuts more than 100%; check the comma",
        ),
        (
            "a gap between bands",
            rule(
                r#"{ code = "TL1", from = 1, to = 30, rate = "1%" }, { code = "TL2", from = 32, rate = "2%" }"#,
            ),
            "bad.toml:6: leaves a gap between TL1 (30) and TL2 (32); where the source is silent, add a band with unknown = true",
        ),
        (
            "a band inside another",
            rule(
                r#"{ code = "TL1", from = 1, to = 30, rate = "1%" }, { code = "TL2", from = 30, rate = "2%" }"#,
            ),
            "bad.toml:6: band TL2 begins at 30 inside TL1 (to 30)",
        ),
        (
            "an open band in the middle",
            rule(
                r#"{ code = "TL1", from = 1, rate = "1%" }, { code = "TL2", from = 31, rate = "2%" }"#,
            ),
            "bad.toml:6: band TL1 is open, but TL2 follows; give it an end",
        ),
        (
            "no rate and not unknown",
            rule(r#"{ code = "TL1", from = 1 }"#),
            "bad.toml:6: band TL1 needs either a rate or unknown = true",
        ),
        (
            "a rate and unknown",
            rule(r#"{ code = "TL1", from = 1, rate = "1%", unknown = true }"#),
            "bad.toml:6: band TL1 needs either a rate or unknown = true",
        ),
        (
            "a band from zero",
            rule(r#"{ code = "TL1", from = 0, rate = "1%" }"#),
            "bad.toml:6: band TL1 must run from 1 or more to its end",
        ),
        (
            "a share that is none",
            rule(r#"{ code = "TL1", from = 1, rate = "0.5" }"#),
            "bad.toml:11: \"0.5\" is not a share; write it as 0.5% (at most 4 decimals) or 1/22",
        ),
    ]
}

fn bad_names(good: &str) -> Vec<Bad> {
    vec![
        (
            "an unknown key",
            weeks(&[("2025-01-01", "minuets = 5")]),
            "bad.toml:6: unknown field `minuets`, expected one of",
        ),
        ("an unknown table", "[overtime]\n".into(), "bad.toml:2: unknown field `overtime`, expected one of"),
        (
            "an unknown act",
            "[week]\ntitle = \"W\"\n[[week.value]]\nfrom = \"2025-01-01\"\nstatus = \"assumed\"\nsource = { act = \"b\", article = \"1\" }\nminutes = 1\n".into(),
            "bad.toml:5: cites act \"b\", which no file declares; add [act.b]",
        ),
        (
            "confirmed by nobody",
            "[week]\ntitle = \"W\"\n[[week.value]]\nfrom = \"2025-01-01\"\nstatus = \"confirmed\"\nsource = { act = \"a\", article = \"1\" }\nminutes = 1\n".into(),
            "bad.toml:5: is confirmed, but act \"a\" does not say where its text was read; add read_at",
        ),
        (
            "an unknown base",
            rule(r#"{ code = "TL1", from = 1, rate = "1%", base = "tukin" }"#),
            "bad.toml:6: names base \"tukin\", which does not exist; add [base.tukin]",
        ),
        (
            "an unknown rule replaced",
            format!("{good}replaces = [\"absent\"]\n"),
            "bad.toml:6: replaces rule \"absent\", which does not exist",
        ),
        (
            "an unknown season of a rule",
            format!("{good}season = \"ramadan\"\n"),
            "bad.toml:6: holds in season \"ramadan\", which does not exist; add [season.ramadan]",
        ),
        (
            "a cap on an unknown rule",
            "[cap.c]\ntitle = \"C\"\n[[cap.c.value]]\nfrom = \"2025-01-01\"\nHEAD\nper = \"month\"\nmax = \"100%\"\nbase = \"tpp\"\nrules = [\"late\"]\n".into(),
            "bad.toml:5: caps rule \"late\", which does not exist",
        ),
    ]
}

fn bad_topics() -> Vec<Bad> {
    vec![
        (
            "a season without end",
            "[season.s]\ntitle = \"S\"\n[[season.s.value]]\nfrom = \"2025-01-01\"\nHEAD\n".into(),
            "bad.toml:5: a season needs until",
        ),
        ("a topic without values", "[week]\ntitle = \"W\"\n".into(), "bad.toml:3: has no dated value; add one, or name it under [[lacks]]"),
        (
            "a cycle without anchor",
            schedule("cycle = \"P -\"\nshifts.P = { in = \"07:00\", out = \"14:00\" }"),
            "bad.toml:5: has a cycle without anchor; name a day on which it begins",
        ),
        (
            "a letter without times",
            schedule("cycle = \"P S -\"\nanchor = \"2025-01-01\"\nshifts.P = { in = \"07:00\", out = \"14:00\" }"),
            "bad.toml:5: cycle names shift S, which has no times",
        ),
        ("neither week nor cycle", schedule(""), "bad.toml:5: has neither week nor cycle"),
        (
            "no weekday",
            schedule("week.senin = [{ in = \"07:00\", out = \"14:00\" }]"),
            "bad.toml:5: \"senin\" is no weekday; write mon, or mon-thu",
        ),
        (
            "a shift that runs backwards",
            schedule("week.mon = [{ in = \"21:00\", out = \"07:00\" }]"),
            "bad.toml:5: a shift ends at 07.00 before it starts at 21.00; write the next day's time as 07:00+1",
        ),
        (
            "shifts that overlap",
            schedule("week.mon = [{ in = \"07:00\", out = \"14:00\" }, { in = \"13:00\", out = \"19:00\" }]"),
            "bad.toml:5: shifts of mon overlap at 13.00",
        ),
        (
            "a time that is none",
            schedule("week.mon = [{ in = \"7:00\", out = \"14:00\" }]"),
            "bad.toml:8: \"7:00\" is not a time; write 07:30, or 07:00+1 for the next day",
        ),
        (
            "a rung out of order",
            "[ladder.l]\ntitle = \"L\"\n[[ladder.l.value]]\nfrom = \"2025-01-01\"\nHEAD\nrungs = [{ from = 3, to = 3, level = \"ringan\", code = \"s\", sanction = \"s\", article = \"1\" }, { from = 5, level = \"ringan\", code = \"t\", sanction = \"s\", article = \"1\" }]\n".into(),
            "bad.toml:5: rung from 5 does not follow the rung from 3",
        ),
    ]
}

fn bad_leave() -> Vec<Bad> {
    let kind = |name: &str, rest: &str| {
        format!(
            "[leave.kind.{name}]\ntitle = \"K\"\n[[leave.kind.{name}.value]]\nfrom = \"2025-01-01\"\nHEAD\n{rest}\n"
        )
    };
    let pns = "employment = [\"pns\"]";
    let chain = |name: &str, last: &str| {
        format!(
            "[leave.chain.{name}]\ntitle = \"C\"\n[[leave.chain.{name}.value]]\nfrom = \"2025-01-01\"\nHEAD\nsteps = [{last}]\n"
        )
    };
    let sekda = "{ by = \"sekda\", working-days = 3 }";
    let annual = |total: u16| {
        format!(
            "{pns}\nannual = {{ days = 12, one-year-total-max = {total}, two-years-total-max = 24, two-years-unused = \"days-left\", postponed-total-max = 24 }}"
        )
    };
    let second = "[[leave.kind.cltn.value]]\nfrom = \"2026-01-01\"\nHEAD\nemployment = [\"pns\", \"cpns\"]\n";
    vec![
        ("an unknown kind", kind("panen", pns), "bad.toml:3: \"panen\" is no kind of leave or duty; use one of"),
        ("a kind for nobody", kind("cltn", "employment = []"), "bad.toml:5: is for nobody; name the kinds of employment"),
        (
            "closed, but with a length",
            kind("cltn", &format!("{pns}\nclosed = true\nlongest = {{ years = 3 }}")),
            "bad.toml:5: is closed, so it has no length, grant or proof; take them out",
        ),
        (
            "proofs with a gap",
            kind("cuti-sakit", &format!("{pns}\nproofs = [{{ from = 1, to = 1, proof = \"surat-atasan\" }}, {{ from = 3, proof = \"surat-dokter\" }}]")),
            "bad.toml:5: proof from 3 days does not follow the one before; begin at 1, leave no gap",
        ),
        (
            "proofs that end",
            kind("cuti-sakit", &format!("{pns}\nproofs = [{{ from = 1, to = 14, proof = \"surat-dokter\" }}]")),
            "bad.toml:5: asks for no proof of the longest leave; leave the last end open",
        ),
        ("a total below the grant", kind("cuti-tahunan", &annual(11)), "bad.toml:5: carries over to fewer days than a year grants; check the totals"),
        ("a reason that is none", kind("cltn", &format!("{pns}\nneeds-reason = true")), "bad.toml:5: needs a reason but names none; list them under reasons"),
        (
            "the same people twice",
            kind("cltn", pns) + second,
            "bad.toml:10: is for people whom the value of 2025-01-01 is for too; give each their own, or end that one",
        ),
        ("a chain without steps", chain("default", ""), "bad.toml:5: has no step; add at least one"),
        (
            "a chain that delegates what may not be",
            kind("cltn", &format!("{pns}\nnot-delegable = true")) + &chain("cltn", sekda),
            "bad.toml:13: lets another than the Bupati grant cltn, which may not be delegated; end [leave.chain.cltn] at bupati for pegawai",
        ),
        (
            "a default that delegates what may not be",
            kind("cltn", &format!("{pns}\nnot-delegable = true")) + &chain("default", sekda),
            "bad.toml:13: lets another than the Bupati grant cltn, which may not be delegated; end [leave.chain.cltn] at bupati for pegawai",
        ),
        (
            "a local kind that counts as nothing",
            "[leave.local.x]\ntitle = \"X\"\n[[leave.local.x.value]]\nfrom = \"2025-01-01\"\nHEAD\ncounts-as = \"panen\"\n".into(),
            "bad.toml:8: \"panen\" is no kind of leave or duty; use one of",
        ),
    ]
}

fn bad_payouts() -> Vec<Bad> {
    let value = |topic: &str, rest: &str| {
        format!(
            "[{topic}]\ntitle = \"T\"\n[[{topic}.value]]\nfrom = \"2025-01-01\"\nHEAD\n{rest}\n"
        )
    };
    vec![
        (
            "effective rates that end",
            value("payout.ter.a", r#"rows = [{ to = 100, rate = "1%" }]"#),
            "bad.toml:5: needs a last row without an end; more income has a rate too",
        ),
        (
            "effective rates open in the middle",
            value("payout.ter.a", r#"rows = [{ rate = "1%" }, { rate = "2%" }]"#),
            "bad.toml:5: has an open row before the last; give it an end",
        ),
        (
            "effective rates that run backwards",
            value(
                "payout.ter.a",
                r#"rows = [{ to = 200, rate = "1%" }, { to = 100, rate = "2%" }, { rate = "3%" }]"#,
            ),
            "bad.toml:5: has a row to 100 after the one to 200; put the least income first",
        ),
        (
            "a tax of more than the income",
            value("payout.ter.a", r#"rows = [{ rate = "340%" }]"#),
            "bad.toml:5: taxes 340% of the income; check the comma",
        ),
        (
            "a category without a table",
            value("payout.ter-category", r#"categories = { "K/0" = "d" }"#),
            "bad.toml:5: puts K/0 in category \"d\", which does not exist; add [payout.ter.d]",
        ),
        (
            "effective rates of nothing",
            value("payout.tax-method", "method = \"ter\"\nhow = \"down\""),
            "bad.toml:5: uses ter without income; say what makes the income",
        ),
        (
            "an agreed share and amount",
            value("payout.agreed.x", "share = \"1%\"\namount = 5\nhow = \"down\""),
            "bad.toml:5: has a share and an amount; keep one of them",
        ),
        (
            "a month that is none",
            value(
                "payout.extra.thr",
                "share = \"100%\"\nof = \"received\"\nemployment = [\"pns\"]\nrests-on-month = 13\nhow = \"down\"",
            ),
            "bad.toml:5: rests on a month outside 1 to 12",
        ),
        (
            "a month of payment that is none",
            value(
                "payout.extra.thr",
                "share = \"100%\"\nof = \"received\"\nemployment = [\"pns\"]\nrests-on-month = 2\npays-in-month = 0\nhow = \"down\"",
            ),
            "bad.toml:5: is paid in a month outside 1 to 12",
        ),
        (
            "an allowance of a criterion that is none",
            value(
                "payout.extra.thr",
                "share = \"100%\"\nof = \"received\"\nemployment = [\"pns\"]\nrests-on-month = 2\ncomponents = [\"x\"]\nhow = \"down\"",
            ),
            "bad.toml:5: counts \"x\" towards thr, which does not exist; add [criterion.x]",
        ),
        (
            "a December without a day",
            value("payout.december", "rest = \"full-presence\""),
            "bad.toml:5: needs counts-until-day from 1 to 31 with full-presence, and none with january",
        ),
        (
            "indices without rounding",
            value("class-amounts", "amounts = { \"1\" = 100 }\nindices = { ikk = \"90%\" }"),
            "bad.toml:5: has indices without how; say how fractions end",
        ),
    ]
}

#[test]
fn what_waits_and_what_replaces_must_fit() {
    let ladder = |waits: &str| {
        format!(
            "[ladder.l]\ntitle = \"L\"\n[[ladder.l.value]]\nfrom = \"2025-01-01\"\nHEAD\nrungs = [{{ from = 3, level = \"ringan\", code = \"a\", sanction = \"s\", article = \"1\"{waits} }}]\n"
        )
    };
    let transition = |code: &str| {
        format!(
            "[discipline.transition.l]\ntitle = \"T\"\n[[discipline.transition.l.value]]\nfrom = \"2025-01-01\"\nHEAD\nreplaces = [{{ waits = \"{code}\", code = \"i\", sanction = \"s\" }}]\n"
        )
    };
    let waiting = ladder(", waits = true");
    assert_eq!(faults(&format!("{waiting}{}", transition("a"))), Vec::<String>::new());
    assert_eq!(
        faults(&waiting),
        [
            "bad.toml:5: has a rung that waits, but nothing says what stands in its place; add [discipline.transition.l]"
        ]
    );
    for (ladder, code) in [(&waiting, "b"), (&ladder(""), "a")] {
        assert_eq!(
            faults(&format!("{ladder}{}", transition(code))).last().map(String::as_str),
            Some(&*format!(
                "bad.toml:12: replaces \"{code}\", which is no waiting rung of ladder l; check the code"
            ))
        );
    }
    let minutes = "[discipline.conversion.l]\ntitle = \"M\"\n[[discipline.conversion.l.value]]\nfrom = \"2025-01-01\"\nHEAD\nminutes-a-day = 0\n";
    assert_eq!(
        faults(minutes),
        ["bad.toml:5: makes a day of 0 minutes in ladder l; use 1 or more"]
    );
}

#[test]
fn a_rule_without_bands_is_refused() {
    assert_eq!(faults(&rule("")), ["bad.toml:6: has no band; add at least one"]);
}

#[test]
fn all_faults_of_all_files_come_at_once_in_order() {
    let files = [
        LawFile { path: "a.toml", text: "title = \"a\"\nx = 1\n", layer: Layer::National },
        LawFile {
            path: "b.toml",
            text: "title = \"b\"\n[week]\ntitle = \"W\"\n",
            layer: Layer::Regency,
        },
        LawFile { path: "c.toml", text: "", layer: Layer::Regency },
    ];
    let faults = Law::read(&files).unwrap_err();
    let places: Vec<_> = faults.iter().map(|fault| (fault.file.as_str(), fault.line)).collect();
    assert_eq!(places, [("a.toml", 2), ("b.toml", 3), ("c.toml", 1)]);
}
