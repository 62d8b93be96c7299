//! Terminals of organisations, and what they write.

use civil::TerminalSerial;
use office::presence::{FileForm, ImportedPunches};
use storage::terminals::{Approval, TerminalState};

use crate::fixture::Desk;

impl Desk {
    /// Approves a terminal of an organisation and imports a file of it.
    pub(crate) async fn punched(&self, serial: &str, skpd: &str, body: &str) -> ImportedPunches {
        let serial: TerminalSerial = serial.parse().expect("a serial");
        let approval = Approval {
            serial: serial.clone(),
            state: TerminalState::Approved,
            name: None,
            skpd: Some(skpd.parse().expect("a code")),
            group: None,
            zone: None,
        };
        self.office.decide_terminal(&self.root, approval).await.expect("approved");
        let (name, form) = ("1_attlog.dat", FileForm::default());
        let done =
            self.office.import_punches(&self.root, &serial, name, body.as_bytes(), &form).await;
        done.expect("the file is a list of punches")
    }
}
