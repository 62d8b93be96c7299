//! What terminals deliver (`POST cdata`): punches are kept, operations noted, the rest acknowledged.

use std::fmt::Display;

use civil::TerminalSerial;
use hyper::body::{Body, Bytes};
use terminal::{
    At,
    push::{
        Table,
        oper_log::{self, OpCode, OpLog, OperRecord},
        reply,
    },
};

use crate::{
    Gateway,
    answer::{Call, INFO_CHARS_MAX},
    body::Whole,
    refusal::Refusal,
    roll::Marked,
    security::punches_of_events,
};

impl Gateway {
    /// Takes an upload. `OK: n` is said only of what is on disk, or of what is not kept at all.
    pub(crate) async fn upload<B>(&self, call: Call<'_>, body: B) -> Result<String, Refusal>
    where
        B: Body<Data = Bytes> + Unpin,
        B::Error: Display,
    {
        match call.asked.table() {
            Some(Table::AttLog) => {
                let body = self.whole_of_approved(&call, body).await?;
                let records = self.keep_punches(call, body.bytes).await?;
                Ok(reply::ok_count(records))
            }
            Some(Table::OperLog) => {
                let body = self.whole_of_approved(&call, body).await?;
                self.note_operations(call, &body).await
            }
            Some(Table::Options) => {
                let about = self.whole(body).await?.text(INFO_CHARS_MAX);
                self.roll.about(&call.terminal, about.replace(['\r', '\n'], ","));
                Ok(reply::OK.to_owned())
            }
            Some(Table::RtLog) => {
                let body = self.whole_of_approved(&call, body).await?;
                self.keep_punches(call, punches_of_events(&body.bytes)).await?;
                Ok(reply::OK.to_owned())
            }
            Some(Table::TableData) => self.table_data(call, body).await,
            // Nothing of these is kept. Records are acknowledged by number, or they come again.
            Some(Table::BioData | Table::UserPic | Table::ErrorLog | Table::IdCard) => {
                Ok(reply::ok_count(self.count_lines(body).await?))
            }
            Some(Table::AttPhoto | Table::RtState | Table::RemoteAtt | Table::Other(_)) | None => {
                self.count_lines(body).await?;
                Ok(reply::OK.to_owned())
            }
        }
    }

    /// The body of a terminal whose records are taken. That of another is read too, because a
    /// terminal that is still sending does not hear the refusal, but it is not held in memory.
    async fn whole_of_approved<B>(&self, call: &Call<'_>, body: B) -> Result<Whole, Refusal>
    where
        B: Body<Data = Bytes> + Unpin,
        B::Error: Display,
    {
        if call.may_deliver() {
            return self.whole(body).await;
        }
        self.count_lines(body).await?;
        Ok(Whole::default())
    }

    /// Keeps punches and says how many records there were. When this returns, they are on disk.
    async fn keep_punches(&self, call: Call<'_>, body: Vec<u8>) -> Result<usize, Refusal> {
        let stamp = call.asked.stamp();
        let terminal = call.approved()?;
        let done = self.office.record_push(&terminal, body).await?;
        if done.records > 0 {
            self.roll.delivered(&terminal.serial, self.office.now());
        }
        // A mark beside nothing usable is not believed: the terminal would resume behind punches
        // that never came.
        if done.recorded.stored + done.recorded.known > 0
            && let Some(stamp) = stamp
        {
            self.roll.mark(&terminal.serial, Marked::AttLog, stamp);
        }
        tracing::debug!(serial = %terminal.serial, records = done.records, "punches kept");
        usize::try_from(done.records).map_err(|_| Refusal::TooLarge)
    }

    /// `OPERLOG`: what was done to the terminal is kept where it is evidence, in the audit log
    /// before it is acknowledged, and the latest beside the terminal; people and templates, which
    /// come in the same upload, are not.
    async fn note_operations(&self, call: Call<'_>, body: &Whole) -> Result<String, Refusal> {
        let (asked, stamp) = (call.asked, call.asked.stamp());
        let terminal = call.approved()?;
        // A packed upload is acknowledged without being opened.
        if asked.param("ContentType").is_some() {
            return Ok(reply::OK.to_owned());
        }
        let (mut records, mut usable) = (0, 0);
        let mut evidence = Vec::new();
        for line in oper_log::lines(&body.bytes) {
            records += 1;
            match line.record {
                Ok(OperRecord::OpLog(operation)) => {
                    usable += 1;
                    if is_evidence(operation.code) {
                        evidence.push(evidence_text(&operation));
                    }
                }
                Ok(OperRecord::User(_) | OperRecord::Biometric(_)) => usable += 1,
                Ok(OperRecord::Other(_)) | Err(_) => {}
            }
        }
        for operation in &evidence {
            tracing::warn!(serial = %terminal.serial, operation, "done to a terminal");
        }
        if !evidence.is_empty() {
            self.office.record_operations(&terminal, &body.bytes).await?;
        }
        self.note_evidence(&terminal.serial, evidence);
        if usable > 0
            && let Some(stamp) = stamp
        {
            self.roll.mark(&terminal.serial, Marked::OperLog, stamp);
        }
        Ok(reply::ok_count(records))
    }

    fn note_evidence(&self, serial: &TerminalSerial, evidence: Vec<String>) {
        if !evidence.is_empty() {
            self.roll.operations(serial, evidence);
        }
    }

    /// `tabledata` of access-control terminals, acknowledged as `<tablename>=n`.
    async fn table_data<B>(&self, call: Call<'_>, body: B) -> Result<String, Refusal>
    where
        B: Body<Data = Bytes> + Unpin,
        B::Error: Display,
    {
        let name = call.asked.param("tablename").unwrap_or_default();
        if reply::table_count(name, 0).is_none() {
            return Err(Refusal::TableName);
        }
        let records = if name.eq_ignore_ascii_case("transaction") {
            // A backlog of events, in a form of which we have seen no sample: it may hold punches,
            // so its lines go to quarantine as they came, where a person can repair them.
            let body = self.whole_of_approved(&call, body).await?;
            self.keep_punches(call, body.bytes).await?
        } else {
            self.count_lines(body).await?
        };
        reply::table_count(name, records).ok_or(Refusal::TableName)
    }
}

/// Whether an operation explains later why punches look wrong or are missing.
fn is_evidence(code: OpCode) -> bool {
    match code {
        OpCode::PowerOn
        | OpCode::PowerOff
        | OpCode::Alarm
        | OpCode::DataCleared
        | OpCode::ClockSet
        | OpCode::FactoryReset
        | OpCode::UsbDownload
        | OpCode::DeletedAfterUsbDownload
        | OpCode::ServerAddressChanged
        | OpCode::ServerPortChanged => true,
        OpCode::SettingChanged | OpCode::UserDeleted | OpCode::UserAdded | OpCode::Other(_) => {
            false
        }
    }
}

/// What was done and when by the terminal's clock; who is left out, it is a PIN.
fn evidence_text(operation: &OpLog<'_>) -> String {
    let at = match operation.at {
        At::Wall(wall) => wall.strftime("%Y-%m-%d %H:%M:%S").to_string(),
        At::Epoch(second) => format!("@{second}"),
    };
    format!("{} at={at}", operation.code.name())
}
