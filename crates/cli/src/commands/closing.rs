//! `abdi month …`

use civil::Skpd;
use office::{
    Actor, BadRow, Office, OfficeError,
    allowance::{
        ShadowAsked,
        closing::{Acknowledged, Check, CheckKind, Closed, Closing, Signing, Supplemented, Weight},
    },
};
use serde::Serialize;
use words::Lang;

use super::files;
use crate::{
    args::{ClosingMonth, OfMonth, Shadow, Sign},
    output, text,
};

pub(crate) async fn run(
    office: &Office,
    actor: &Actor,
    command: ClosingMonth,
) -> anyhow::Result<()> {
    match command {
        ClosingMonth::Status(of) => status(office, actor, &of).await,
        ClosingMonth::Close(of) => close(office, actor, &of).await,
        ClosingMonth::Sign(sign) => signed(office, actor, sign).await,
        ClosingMonth::Supplement(of) => supplement(office, actor, &of).await,
        ClosingMonth::Reopen(of) => reopen(office, actor, &of).await,
        ClosingMonth::Shadow(of) => shadow(office, actor, &of).await,
    }
}

/// The organisation that was named, or every one.
async fn organisations(office: &Office, of: &OfMonth) -> anyhow::Result<Vec<Skpd>> {
    if let Some(skpd) = &of.skpd {
        return Ok(vec![skpd.clone()]);
    }
    Ok(office.skpds().await?.into_iter().map(|entry| entry.code).collect())
}

/// A reason for everything that may be acknowledged.
fn acknowledged(of: &OfMonth) -> Vec<Acknowledged> {
    let reason = of.reason.as_deref().unwrap_or_default();
    let kinds = CheckKind::ALL.iter().filter(|kind| kind.weight() == Weight::Acknowledge);
    kinds.map(|code| Acknowledged { code: *code, reason: reason.to_owned() }).collect()
}

async fn status(office: &Office, actor: &Actor, of: &OfMonth) -> anyhow::Result<()> {
    let mut all = Vec::new();
    for skpd in organisations(office, of).await? {
        let status = office.closing_status(actor, &skpd, of.month).await?;
        // Of all organisations those of which nobody's month is are passed over.
        if of.skpd.is_some() || status.people > 0 {
            all.push(status);
        }
    }
    if of.json.json {
        return one_or_all(of, &all);
    }
    let texts: Vec<String> = all
        .iter()
        .map(|status| text::closing_status(status, office.zone(), of.lang.into()))
        .collect();
    output::print(&texts.join("\n"))
}

/// One document: of one organisation an object, of all a list.
fn one_or_all(of: &OfMonth, all: &[impl Serialize]) -> anyhow::Result<()> {
    match (&of.skpd, all) {
        (Some(_), [one]) => output::print_json(one),
        (Some(_) | None, all) => output::print_json(&all),
    }
}

/// What became of one organisation's month.
#[derive(Serialize)]
struct Done {
    skpd: String,
    /// `closed`, `supplemented`, `hindered`, `nothing` or `refused`.
    outcome: &'static str,
    #[serde(flatten)]
    closed: Option<Closed>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    checks: Vec<Check>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    #[serde(skip)]
    text: String,
}

impl Done {
    fn of(skpd: &Skpd, outcome: &'static str, text: String) -> Self {
        let skpd = skpd.to_string();
        Self { skpd, outcome, closed: None, checks: Vec::new(), why: None, text }
    }

    fn hindered(skpd: &Skpd, checks: Vec<Check>, lang: Lang) -> Self {
        let text = text::hindered(skpd, &checks, lang);
        Self { checks, ..Self::of(skpd, "hindered", text) }
    }

    fn is_failure(&self) -> bool {
        matches!(self.outcome, "hindered" | "refused")
    }
}

/// Tells what became of each, and fails if one was not done.
fn tell(of: &OfMonth, all: &[Done]) -> anyhow::Result<()> {
    if of.json.json {
        one_or_all(of, all)?;
    } else {
        output::print(&all.iter().map(|done| done.text.as_str()).collect::<String>())?;
    }
    let failed: Vec<&str> =
        all.iter().filter(|done| done.is_failure()).map(|done| done.skpd.as_str()).collect();
    anyhow::ensure!(
        failed.is_empty(),
        "{} of {} was not done; see what stands in the way: abdi month status --month {}",
        of.month,
        failed.join(", "),
        of.month
    );
    Ok(())
}

async fn close(office: &Office, actor: &Actor, of: &OfMonth) -> anyhow::Result<()> {
    let mut all = Vec::new();
    for skpd in organisations(office, of).await? {
        match office.close_month(actor, &skpd, of.month, &acknowledged(of)).await {
            Ok(Closing::Closed(closed)) => {
                let text = text::closed(&skpd, &closed, of.lang.into());
                all.push(Done { closed: Some(closed), ..Done::of(&skpd, "closed", text) });
            }
            Ok(Closing::Hindered(checks)) => {
                all.push(Done::hindered(&skpd, checks, of.lang.into()));
            }
            // One of many that is closed or empty hinders no other.
            Err(OfficeError::BadInput(_)) if of.skpd.is_none() => {}
            Err(error) => return Err(error.into()),
        }
    }
    tell(of, &all)
}

async fn supplement(office: &Office, actor: &Actor, of: &OfMonth) -> anyhow::Result<()> {
    let mut all = Vec::new();
    for skpd in organisations(office, of).await? {
        match office.supplement_month(actor, &skpd, of.month, &acknowledged(of)).await {
            Ok(Supplemented::Frozen(done)) => {
                let text = text::supplemented(&skpd, &done, of.lang.into());
                let closed = Some(done.closing);
                all.push(Done { closed, ..Done::of(&skpd, "supplemented", text) });
            }
            Ok(Supplemented::Nothing) => {
                let text = text::nothing(&skpd, of.lang.into());
                all.push(Done::of(&skpd, "nothing", text));
            }
            Ok(Supplemented::Hindered(checks)) => {
                all.push(Done::hindered(&skpd, checks, of.lang.into()));
            }
            // One of many that is not closed hinders no other.
            Err(OfficeError::NotFound { .. }) if of.skpd.is_none() => {}
            Err(error) => return Err(error.into()),
        }
    }
    tell(of, &all)
}

async fn signed(office: &Office, actor: &Actor, of: Sign) -> anyhow::Result<()> {
    let Sign { month, skpd, by, digest, number, json, lang } = of;
    let signing = Signing { skpd, month, number, digest, signer: Some(by) };
    let done = office.sign_closing(actor, &signing).await?;
    if json.json {
        return output::print_json(&done);
    }
    output::print(&text::signed(&done, lang.into()))
}

async fn reopen(office: &Office, actor: &Actor, of: &OfMonth) -> anyhow::Result<()> {
    let skpd = of.skpd.as_ref();
    let skpd =
        skpd.ok_or_else(|| anyhow::anyhow!("name the organisation to reopen with --skpd"))?;
    let reason = of.reason.as_deref().unwrap_or_default();
    let number = office.reopen_month(actor, skpd, of.month, reason).await?;
    if of.json.json {
        return output::print_json(
            &serde_json::json!({ "skpd": skpd.as_str(), "reopened": number }),
        );
    }
    output::print(&text::reopened(skpd, number, reason, of.lang.into()))
}

async fn shadow(office: &Office, actor: &Actor, of: &Shadow) -> anyhow::Result<()> {
    let (name, bytes) = files::read(&of.file)?;
    let asked =
        ShadowAsked { month: of.month, skpd: of.skpd.as_ref(), file_name: &name, bytes: &bytes };
    let told = match office.import_shadow(actor, asked).await {
        Ok(told) => told,
        Err(OfficeError::Table { name, why }) => {
            anyhow::bail!("{name}: {}", words::Words::say(of.lang.into(), &why.said()))
        }
        Err(refused) => return Err(refused.into()),
    };
    if of.json.json {
        output::print_json(&told)?;
    } else {
        output::print(&text::shadow(&told, of.lang.into()))?;
    }
    let bad: Vec<BadRow> = told.bad.into_iter().map(|bad| bad.row).collect();
    files::something_taken(&name, u32::try_from(told.rows).unwrap_or(u32::MAX), &bad)
}
