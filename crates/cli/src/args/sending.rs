//! Arguments of `abdi serve`: where to listen, and how digests leave the house.

use clap::Args as ClapArgs;

use super::{Letters, Serve};

/// Where to listen and how to send.
#[derive(Debug, ClapArgs)]
pub(crate) struct ServeAndSend {
    #[command(flatten)]
    pub(crate) serve: Serve,
    #[command(flatten)]
    pub(crate) sending: Sending,
    #[command(flatten)]
    pub(crate) letters: Letters,
}

/// How digests leave the house. Secrets come from the environment only: `ABDI_SMTP_USER`,
/// `ABDI_SMTP_PASSWORD`, `ABDI_WEBHOOK_SECRET`.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct Sending {
    /// Relay that takes e-mail: `smtp://HOST:25`, `smtp://HOST:587?tls=required` or `smtps://HOST`;
    /// its user and password are read from `ABDI_SMTP_USER` and `ABDI_SMTP_PASSWORD`
    #[arg(long, env = "ABDI_SMTP", value_name = "URL", requires = "mail_from")]
    pub(crate) smtp: Option<String>,
    /// Sender of e-mail
    #[arg(long, env = "ABDI_MAIL_FROM", value_name = "ADDRESS")]
    pub(crate) mail_from: Option<String>,
    /// Address that digests are posted to as JSON, signed with `ABDI_WEBHOOK_SECRET`
    #[arg(long, env = "ABDI_WEBHOOK", value_name = "URL")]
    pub(crate) webhook: Option<String>,
    /// Let the webhook be on this machine or in a private network
    #[arg(long)]
    pub(crate) webhook_private: bool,
    /// Address of the pages as people reach them, for the links in digests
    #[arg(long, env = "ABDI_ADDRESS", value_name = "URL", default_value = "")]
    pub(crate) address: String,
}
