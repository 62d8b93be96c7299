//! `abdi law …`

use std::fmt::Write as _;

use office::{
    Actor, Lawbook, Office,
    law::{LawInForce, ShownProvision},
};
use rules::law::BadLaw;
use words::Words;

use crate::{
    args::{Args, Json, Law},
    law_folder, output,
};

pub(crate) async fn run(office: &Office, actor: &Actor, command: Law) -> anyhow::Result<()> {
    match command {
        Law::Check(_) => Ok(()),
        Law::Show { on, json, lang } => {
            let law = office.law_in_force(on.unwrap_or_else(|| office.today())).await?;
            if json.json {
                output::print_json(&law)
            } else {
                output::print(&text(&law, lang.into()))
            }
        }
        Law::Verify { id, by, basis } => {
            let verified = office.verify_law(actor, &id, by, &basis).await?;
            let officer = if let Some(name) = &verified.officer {
                format!("{name}, {by}")
            } else {
                output::progress(&format!(
                    "nobody in service here carries NIP {by}; the sign-off is recorded as it was given\n"
                ));
                by.to_string()
            };
            let mut text = format!("signed off by {officer}:\n");
            for value in verified.values {
                let _ = writeln!(text, "  {value}");
            }
            output::print(&text)
        }
    }
}

/// Checks every regency and example of the law folder.
pub(crate) fn check(args: &Args, json: Json) -> anyhow::Result<()> {
    let texts = law_folder::read(args.law.as_deref())?;
    let mut faults = Vec::new();
    let (mut counts, mut notes) = (Vec::new(), Vec::new());
    for name in law_folder::regencies(&texts) {
        let regency = name.parse()?;
        match Lawbook::read(&texts, &regency) {
            Ok(book) => {
                counts.push((name, book.law().provisions.iter().count()));
                notes.extend(book.law().gaps());
            }
            Err(found) => faults.extend(found),
        }
    }
    for list in [&mut faults, &mut notes] {
        list.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        list.dedup();
    }
    if json.json {
        let told = |list: &[BadLaw]| -> Vec<_> {
            list.iter()
                .map(|told| {
                    serde_json::json!({ "file": told.file, "line": told.line, "message": told.message })
                })
                .collect()
        };
        let (faults, notes) = (told(&faults), told(&notes));
        let laws: Vec<_> = counts
            .iter()
            .map(|(name, values)| serde_json::json!({ "regency": name, "values": values }))
            .collect();
        output::print_json(&serde_json::json!({ "laws": laws, "faults": faults, "notes": notes }))?;
    } else {
        let place = args.law.as_ref().map_or_else(
            || "the law built into this program; --law FOLDER checks another".to_owned(),
            |folder| format!("the law folder {}", folder.display()),
        );
        output::print(&format!("{place}\n"))?;
        for (name, values) in &counts {
            output::print(&format!("{name}: {values} values in order\n"))?;
        }
        for note in &notes {
            output::print(&format!("note {note}\n"))?;
        }
        for fault in &faults {
            output::print(&format!("{fault}\n"))?;
        }
    }
    anyhow::ensure!(!counts.is_empty() || !faults.is_empty(), "the law folder names no regency");
    anyhow::ensure!(
        faults.is_empty(),
        "the law has {} faults; mend them and check again",
        faults.len()
    );
    Ok(())
}

fn text(law: &LawInForce, lang: words::Lang) -> String {
    let say = |key: &str| Words::get(lang, key);
    let mut text = format!(
        "{} {} · {} · {} {}\n",
        say("law-show-title"),
        words::format::date(lang, law.on),
        law.regency,
        say("law-show-version"),
        law.version,
    );
    let mut topic = "";
    for provision in &law.provisions {
        if provision.topic != topic {
            topic = &provision.topic;
            let _ = writeln!(text, "\n{} ({topic})", provision.title);
        }
        provision_text(&mut text, provision, lang);
    }
    if !law.missing.is_empty() {
        let _ = writeln!(text, "\n{}", say("law-show-missing"));
        for missing in &law.missing {
            let _ = writeln!(text, "  {}: {} [{}]", missing.topic, missing.what, missing.file);
        }
    }
    text
}

fn provision_text(text: &mut String, provision: &ShownProvision, lang: words::Lang) {
    let say = |key: &str| Words::get(lang, key);
    let until = provision
        .until
        .map_or_else(String::new, |until| format!(" {} {until}", say("law-show-until")));
    let status = say(&format!("law-status-{}", provision.status));
    let signed = provision
        .signed_off_by
        .as_ref()
        .map_or_else(String::new, |by| format!(", {} {by}", say("law-show-signed")));
    let invented =
        if provision.invented { format!(", {}", say("law-show-invented")) } else { String::new() };
    let _ = writeln!(text, "  {}", provision.value);
    let _ = writeln!(
        text,
        "    {} {}{until} · {}, {} · {status}{signed}{invented}",
        say("law-show-from"),
        provision.from,
        provision.act,
        provision.article,
    );
    let _ = writeln!(text, "    {} · {}", provision.id, provision.place);
    if let Some(note) = &provision.note {
        let _ = writeln!(text, "    {}: {note}", say("law-show-note"));
    }
}
