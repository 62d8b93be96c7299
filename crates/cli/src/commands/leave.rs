//! `abdi leave …`

use office::{Actor, Office};

use web::letter::RequestPaper;

use super::{files, report};
use crate::{args::Leave, output, text};

pub(crate) async fn run(office: &Office, actor: &Actor, command: Leave) -> anyhow::Result<()> {
    match command {
        Leave::Import { file, import } => {
            let (name, bytes) = files::read(&file)?;
            let done = office.import_excuses(actor, &name, &bytes, import.dry_run).await?;
            files::report(&name, &done, import)
        }
        Leave::Opening { file, import } => {
            let (name, bytes) = files::read(&file)?;
            let done = office.import_leave_openings(actor, &name, &bytes, import.dry_run).await?;
            files::report(&name, &done, import)
        }
        Leave::Balance { nip, on, lang, json } => {
            let on = on.unwrap_or_else(|| office.today());
            let balance = office.leave_balance(actor, &nip, on).await?;
            if json.json {
                return output::print_json(&balance);
            }
            output::print(&text::leave_balance(&balance, lang.into()))
        }
        Leave::Letter { request, decision, output, letters } => {
            let press = letters.press()?;
            let which = if decision { RequestPaper::Decision } else { RequestPaper::Request };
            let draft = web::letter::of_request(office, actor, request, which).await?;
            report::write_letter(draft, &press, &output)
        }
    }
}
