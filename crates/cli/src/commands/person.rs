//! `abdi person …`

use office::{
    Actor, Office,
    person::{PeopleFilter, PeopleImport},
};

use super::files::{self, BadRow};
use crate::{args::Person, output};

pub(crate) async fn run(office: &Office, actor: &Actor, command: Person) -> anyhow::Result<()> {
    match command {
        Person::Import { file, pin_group, import } => {
            let (name, bytes) = files::read(&file)?;
            let options = PeopleImport { dry_run: import.dry_run, pin_group };
            let done = office.import_people(actor, &name, &bytes, options).await?;
            if import.json.json {
                return output::print_json(&done);
            }
            let bad: Vec<BadRow> = done.bad.into_iter().map(files::bad_row).collect();
            let totals = [
                ("rows", done.rows.into()),
                ("loaded", done.loaded.into()),
                ("known", done.known.into()),
                ("new people", done.people_new.into()),
                ("pins", done.pins.into()),
                ("bad", bad.len() as u64),
            ];
            output::print(&files::summary(&name, &totals, &bad, import.dry_run))
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
