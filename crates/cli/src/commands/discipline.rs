//! `abdi discipline …`

use office::{Actor, Office, discipline::DisciplineFilter};

use super::report;
use crate::{
    args::{Discipline, PersonOrCase},
    output, text,
};

pub(crate) async fn run(office: &Office, actor: &Actor, command: Discipline) -> anyhow::Result<()> {
    let this_year = office.today().year();
    match command {
        Discipline::List { skpd, year, json, lang } => {
            let filter = DisciplineFilter {
                skpd,
                year: year.unwrap_or(this_year),
                page: 1,
                rows_a_page: usize::MAX,
            };
            let list = office.discipline_list(actor, &filter).await?;
            if json.json {
                return output::print_json(&list);
            }
            output::print(&text::discipline_list(&list, lang.into()))
        }
        Discipline::Letter { case, kind, output, letters } => {
            let press = letters.press()?;
            let draft = web::letter::of_case(office, actor, case, kind).await?;
            report::write_letter(draft, &press, &output)
        }
        Discipline::Show { what: PersonOrCase::Person(nip), year, json, lang } => {
            let year = office.discipline_year(actor, &nip, year.unwrap_or(this_year)).await?;
            if json.json {
                return output::print_json(&year);
            }
            output::print(&text::discipline_year(&year, lang.into()))
        }
        Discipline::Show { what: PersonOrCase::Case(id), json, lang, .. } => {
            let case = office.show_case(actor, id).await?;
            if json.json {
                return output::print_json(&case);
            }
            output::print(&text::discipline_case(&case, lang.into()))
        }
    }
}
