//! Digests by e-mail, through a relay.

use std::time::Duration;

use anyhow::Context as _;
use async_trait::async_trait;
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp::authentication::Credentials,
};
use office::message::{Carrier, Channel, Digest, Undelivered};

use super::letter::{self, Links};

/// How long the relay may take for anything.
const RELAY_TIMEOUT: Duration = Duration::from_secs(20);

/// Sends letters.
pub(super) struct Mail {
    relay: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    links: Links,
}

impl Mail {
    /// Through the relay at `url`, from `from`, signed in with name and password if they are
    /// given.
    pub(super) fn new(
        url: &str,
        from: &str,
        login: Option<(String, String)>,
        links: Links,
    ) -> anyhow::Result<Self> {
        // What is wrong with the URL is not repeated: somebody may have put a password in.
        anyhow::ensure!(
            !url.contains('@'),
            "leave user and password out of --smtp; they are read from ABDI_SMTP_USER and \
             ABDI_SMTP_PASSWORD"
        );
        let covered = url.starts_with("smtps://") || url.contains("tls=required");
        anyhow::ensure!(
            login.is_none() || covered,
            "a password may not go to the relay in the open; use smtps:// or ?tls=required"
        );
        let relay = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| {
            anyhow::anyhow!("--smtp is no address of a relay; write smtp://HOST:25 or smtps://HOST")
        })?;
        let relay = relay.timeout(Some(RELAY_TIMEOUT));
        let relay = match login {
            Some((user, password)) => relay.credentials(Credentials::new(user, password)),
            None => relay,
        };
        let from = from.parse().context("--mail-from is no address of e-mail")?;
        Ok(Self { relay: relay.build(), from, links })
    }

    fn letter(&self, digest: &Digest) -> Result<Message, Undelivered> {
        let refused = |why: &str| Undelivered::Refused(why.to_owned());
        let to = digest.address.as_deref().ok_or_else(|| refused("no address is recorded"))?;
        let to = to.parse().map_err(|_| refused("the recorded address is none"))?;
        let domain = self.from.email.domain();
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter::subject(digest))
            .message_id(Some(format!("<{}@{domain}>", digest.id)))
            .header(ContentType::TEXT_PLAIN)
            .body(letter::text(digest, &self.links))
            .map_err(|error| refused(&error.to_string()))
    }
}

#[async_trait]
impl Carrier for Mail {
    fn channel(&self) -> Channel {
        Channel::Email
    }

    async fn carry(&self, digest: &Digest) -> Result<(), Undelivered> {
        match self.relay.send(self.letter(digest)?).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_permanent() => Err(Undelivered::Refused(error.to_string())),
            Err(error) => Err(Undelivered::Later(error.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
        net::TcpListener,
    };
    use words::Lang;

    use super::*;
    use crate::carriers::testing::digest;

    /// A relay that answers `RCPT` as told, and gives back the letter it took.
    async fn relay(rcpt: &'static str) -> (String, tokio::task::JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let talk = tokio::spawn(async move {
            let (socket, _) = listener.accept().await.unwrap();
            let mut socket = BufReader::new(socket);
            let mut said = String::new();
            let mut in_letter = false;
            let mut answer = "220 stand-in\r\n";
            loop {
                if !answer.is_empty() {
                    socket.get_mut().write_all(answer.as_bytes()).await.unwrap();
                }
                let mut line = String::new();
                if socket.read_line(&mut line).await.unwrap() == 0 {
                    return said;
                }
                said.push_str(&line);
                answer = match (in_letter, line.get(..4).unwrap_or(&line)) {
                    (true, ".\r\n") => {
                        in_letter = false;
                        "250 taken\r\n"
                    }
                    (true, _) => "",
                    (false, "DATA") => {
                        in_letter = true;
                        "354 go on\r\n"
                    }
                    (false, "RCPT") => rcpt,
                    (false, "QUIT") => "221 bye\r\n",
                    (false, _) => "250 ok\r\n",
                };
            }
        });
        (url, talk)
    }

    fn mail(url: &str) -> Mail {
        Mail::new(url, "Abdi <abdi@contoh.go.id>", None, Links::new("https://abdi.contoh.go.id"))
            .unwrap()
    }

    #[tokio::test]
    async fn a_letter_reaches_the_relay_without_a_name_in_its_head() {
        let (url, talk) = relay("250 ok\r\n").await;
        let mail = mail(&url);
        mail.carry(&digest(Lang::Id)).await.unwrap();
        drop(mail);
        let said = talk.await.unwrap();
        assert!(said.contains("MAIL FROM:<abdi@contoh.go.id>"), "{said}");
        assert!(said.contains("RCPT TO:<siti@contoh.go.id>"), "{said}");
        assert!(said.contains("Subject: Abdi: 2 hal perlu dilihat, 3 November 2026\r\n"), "{said}");
        assert!(said.contains("Message-ID: <email-7-1793580000@contoh.go.id>\r\n"), "{said}");
        assert!(said.contains("https://abdi.contoh.go.id/units/DISTAN/2026-10"), "{said}");
        assert!(!said.contains("199001012015032001"), "{said}");
    }

    #[tokio::test]
    async fn a_refusal_is_told_from_a_relay_that_is_busy_or_gone() {
        let (url, _talk) = relay("550 no such mailbox\r\n").await;
        let done = mail(&url).carry(&digest(Lang::Id)).await;
        assert!(matches!(done, Err(Undelivered::Refused(_))), "{done:?}");
        let (url, _talk) = relay("450 later\r\n").await;
        let done = mail(&url).carry(&digest(Lang::Id)).await;
        assert!(matches!(done, Err(Undelivered::Later(_))), "{done:?}");
        let gone = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
        let done = mail(&format!("smtp://{gone}")).carry(&digest(Lang::Id)).await;
        assert!(matches!(done, Err(Undelivered::Later(_))), "{done:?}");
        let mut nowhere = digest(Lang::Id);
        nowhere.address = Some("siti at home".to_owned());
        let done = mail("smtp://127.0.0.1:1").carry(&nowhere).await;
        assert!(matches!(done, Err(Undelivered::Refused(_))), "{done:?}");
    }

    #[tokio::test]
    async fn secrets_stay_out_of_addresses_and_of_the_open() {
        let login = || Some(("abdi".to_owned(), "rahasia".to_owned()));
        let new = |url, login| Mail::new(url, "abdi@contoh.go.id", login, Links::new(""));
        let said = |done: anyhow::Result<Mail>| done.err().map(|error| error.to_string());
        let in_url = said(new("smtp://abdi:rahasia@relay:587", None)).unwrap();
        assert!(in_url.contains("ABDI_SMTP_PASSWORD") && !in_url.contains("rahasia"), "{in_url}");
        assert!(new("smtp://relay:25", login()).is_err(), "in the open");
        assert!(new("smtp://relay:25", None).is_ok());
        assert!(new("smtps://relay", login()).is_ok());
        assert!(new("smtp://relay:587?tls=required", login()).is_ok());
        assert!(new("relay", None).is_err());
        assert!(Mail::new("smtp://relay", "nobody", None, Links::new("")).is_err());
    }
}
