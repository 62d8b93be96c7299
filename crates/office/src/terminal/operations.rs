//! What was done to a terminal, kept where an auditor looks.

use storage::{AuditEntry, audit::OPERATION, terminals::Terminal};
use terminal::push::oper_log::{self, OpCode, OpLog, OperRecord};

use crate::{Actor, Office, OfficeError, Permission, Scope};

impl Office {
    /// Keeps of the `OPERLOG` body of an approved terminal what explains later why punches look
    /// wrong or are missing, one audit entry each, and says how many were new: terminals tell all
    /// again after a lost answer. People and templates in the same body are not kept. When this
    /// returns, it is on disk.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`] if it could not be kept: the terminal must keep it then.
    pub async fn record_operations(
        &self,
        terminal: &Terminal,
        body: &[u8],
    ) -> Result<u32, OfficeError> {
        let actor = Actor::terminal(&terminal.serial);
        actor.require(Permission::DeliverPunches, Scope::Regency)?;
        let entries: Vec<AuditEntry> = oper_log::lines(body)
            .filter_map(|line| match line.record {
                Ok(OperRecord::OpLog(operation)) if is_evidence(operation.code) => {
                    let detail = detail(&operation, terminal);
                    Some(self.audit(&actor, OPERATION, terminal.serial.to_string(), detail))
                }
                Ok(_) | Err(_) => None,
            })
            .collect();
        if entries.is_empty() {
            return Ok(0);
        }
        Ok(self.store.append_operations(&entries).await?)
    }
}

/// Whether an operation bears on punches. Switching on and off does not, and who is enrolled or
/// removed at a terminal is told by whose punches come.
fn is_evidence(code: OpCode) -> bool {
    match code {
        OpCode::Alarm
        | OpCode::DataCleared
        | OpCode::ClockSet
        | OpCode::FactoryReset
        | OpCode::UsbDownload
        | OpCode::DeletedAfterUsbDownload
        | OpCode::ServerAddressChanged
        | OpCode::ServerPortChanged => true,
        OpCode::PowerOn
        | OpCode::PowerOff
        | OpCode::SettingChanged
        | OpCode::UserDeleted
        | OpCode::UserAdded
        | OpCode::Other(_) => false,
    }
}

/// What was done, when by the terminal's clock, and under which PIN.
fn detail(operation: &OpLog<'_>, terminal: &Terminal) -> String {
    let at = operation.at.wall(terminal.zone.0).map_or_else(
        || "unknown".to_owned(),
        |wall| wall.strftime("%Y-%m-%d %H:%M:%S").to_string(),
    );
    let by = terminal::shown(operation.admin.unwrap_or("-"));
    format!("{} at={at} by={by}", operation.code.name())
}
