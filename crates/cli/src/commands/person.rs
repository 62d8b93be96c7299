//! `abdi person …`

use office::{
    Actor, Office,
    person::{PeopleFilter, PeopleImport},
};

use super::files;
use crate::{args::Person, output};

pub(crate) async fn run(office: &Office, actor: &Actor, command: Person) -> anyhow::Result<()> {
    match command {
        Person::Import { file, pin_group, import } => {
            let (name, bytes) = files::read(&file)?;
            let options = PeopleImport { dry_run: import.dry_run, pin_group };
            let done = office.import_people(actor, &name, &bytes, options).await?;
            if import.json.json {
                output::print_json(&done)?;
            } else {
                let bad = u32::try_from(done.bad.len())?;
                let totals = [
                    ("rows", done.rows),
                    ("loaded", done.loaded),
                    ("known", done.known),
                    ("new people", done.people_new),
                    ("pins", done.pins),
                    ("bad", bad),
                ];
                let beside = [
                    ("organisations not known before", done.skpds_new.as_slice()),
                    (files::COLUMNS_IGNORED, done.ignored_columns.as_slice()),
                ];
                output::print(&files::summary(&name, &totals, &beside, &done.bad, import.dry_run))?;
            }
            files::something_taken(&name, done.loaded + done.known + done.pins, &done.bad)
        }
        Person::Details { file, import } => {
            let (name, bytes) = files::read(&file)?;
            let done = office.import_details(actor, &name, &bytes, import.dry_run).await?;
            files::report(&name, &done, import)
        }
        Person::List { skpd, search, json } => {
            let filter = PeopleFilter { skpd, search, on: office.today() };
            let people = office.list_people(actor, &filter).await?;
            if json.json {
                return output::print_json(&people);
            }
            let head = ["NIP", "NAME", "SKPD", "EMPLOYMENT", "CLASS", "SCHEDULE"];
            let mut cells = vec![head.map(str::to_owned).to_vec()];
            cells.extend(people.iter().map(|person| {
                vec![
                    person.nip.clone(),
                    person.name.clone(),
                    person.skpd.clone(),
                    person.employment.to_owned(),
                    person.class.map_or_else(|| "-".to_owned(), |class| class.to_string()),
                    person.schedule.clone(),
                ]
            }));
            output::print(&output::columns(&cells, &[4]))
        }
        Person::Show { nip, json } => {
            let person = office.show_person(actor, &nip).await?;
            if json.json {
                return output::print_json(&person);
            }
            output::print(&crate::text::person(&person))
        }
    }
}
