//! What takes digests out of the house: e-mail and a webhook.

mod letter;
mod mail;
mod webhook;

use std::sync::Arc;

use anyhow::Context as _;
use office::message::Carrier;

use self::{letter::Links, mail::Mail, webhook::Webhook};
use crate::{args::Sending, real::SystemClock};

/// Fewest bytes of the secret that signs calls: less can be guessed.
const SECRET_BYTES_MIN: usize = 16;

/// The carriers that the arguments ask for.
pub(crate) fn carriers(sending: &Sending) -> anyhow::Result<Vec<Arc<dyn Carrier>>> {
    let links = Links::new(&sending.address);
    let mut carriers: Vec<Arc<dyn Carrier>> = Vec::new();
    if let Some(url) = &sending.smtp {
        let from = sending.mail_from.as_deref().context("name the sender with --mail-from")?;
        let login = secret("ABDI_SMTP_USER").zip(secret("ABDI_SMTP_PASSWORD"));
        carriers.push(Arc::new(Mail::new(url, from, login, links.clone())?));
    }
    if let Some(url) = &sending.webhook {
        let secret = secret("ABDI_WEBHOOK_SECRET").unwrap_or_default().into_bytes();
        anyhow::ensure!(
            secret.len() >= SECRET_BYTES_MIN,
            "--webhook needs a secret of at least {SECRET_BYTES_MIN} bytes in ABDI_WEBHOOK_SECRET, \
             by which the receiver knows that a call is ours"
        );
        let near =
            if sending.webhook_private { webhook::Near::Allowed } else { webhook::Near::Refused };
        carriers.push(Arc::new(Webhook::new(url, secret, near, links, Arc::new(SystemClock))?));
    }
    Ok(carriers)
}

fn secret(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

#[cfg(test)]
pub(crate) mod testing {
    use civil::Month;
    use jiff::civil::date;
    use office::message::{Digest, Message, Told};
    use words::Lang;

    /// A digest of two months that are over.
    pub(crate) fn digest(language: Lang) -> Digest {
        let month_over = |month: &str| Message {
            at: "2026-11-01T17:00:00Z".parse().expect("an instant"),
            told: Told::MonthOver {
                skpd: "DISTAN".parse().expect("a code"),
                month: month.parse::<Month>().expect("a month"),
            },
        };
        Digest {
            id: "email-7-1793580000".to_owned(),
            username: "199001012015032001".to_owned(),
            address: Some("siti@contoh.go.id".to_owned()),
            day: date(2026, 11, 3),
            language,
            messages: vec![month_over("2026-09"), month_over("2026-10")],
        }
    }
}
