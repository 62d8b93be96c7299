//! Who acts, and what that one may do.

use civil::{PersonId, Role, Skpd, TerminalSerial};

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    name: String,
    capacity: Capacity,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Capacity {
    /// Whoever can start the program on the machine that holds the data.
    CommandLine,
    /// A terminal that has been approved.
    Terminal,
    /// The program itself, doing what time asks for.
    Program,
    /// Somebody who signed in.
    Account { role: Role, skpd: Option<Skpd>, person: Option<PersonId> },
}

/// What a verb needs. The names are those of the permission table in the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// See a person's month, days and facts.
    SeePerson,
    /// See the month sheet and today of a unit.
    SeeUnit,
    /// See terminals, quarantine and unknown PINs.
    SeeTerminals,
    /// Approve and refuse terminals.
    DecideTerminals,
    /// Repair or discard lines in quarantine.
    RepairPunches,
    /// Say whose a PIN is.
    MapPins,
    /// Deliver punches.
    DeliverPunches,
    /// Import people, performance, excuses; register organisations.
    KeepPeople,
    /// Have months evaluated.
    Evaluate,
    /// Vouch for a value of the law.
    VerifyLaw,
    /// Create accounts.
    KeepAccounts,
    /// Read the audit log.
    ReadAudit,
    /// Ask for leave or a corrected day for oneself.
    Ask,
    /// Decide what waits on one's desk.
    Decide,
    /// Say who holds which post.
    KeepPosts,
    /// Close months and sign them.
    CloseMonth,
    /// Open a closed month again.
    ReopenMonth,
    /// See what is paid: payment lists, slips of others.
    SeePay,
    /// Have the bank's file of a payment list.
    PayOut,
    /// Follow cases of discipline.
    HandleDiscipline,
    /// Give turns of a roster.
    KeepRoster,
    /// Say how people of a unit worked: predikat and productivity.
    KeepPerformance,
}

/// What a deed is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope<'a> {
    /// The whole regency.
    Regency,
    /// One organisation.
    Skpd(&'a Skpd),
    /// One person, of this organisation.
    Person(PersonId, &'a Skpd),
}

/// The actor may not do this.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{actor} may not do this; ask BKPSDM for the right")]
pub struct Forbidden {
    /// Who.
    pub actor: String,
    /// What was needed.
    pub permission: Permission,
}

impl Actor {
    /// Whoever starts the program on the machine; may do everything.
    #[must_use]
    pub fn command_line(user: &str) -> Self {
        Self { name: format!("command-line:{user}"), capacity: Capacity::CommandLine }
    }

    /// A terminal.
    #[must_use]
    pub fn terminal(serial: &TerminalSerial) -> Self {
        Self { name: format!("terminal:{serial}"), capacity: Capacity::Terminal }
    }

    /// The program itself.
    #[must_use]
    pub fn program() -> Self {
        Self { name: "program".to_owned(), capacity: Capacity::Program }
    }

    /// Somebody who signed in.
    #[must_use]
    pub fn account(account: &storage::access::Account) -> Self {
        Self {
            name: account.username.clone(),
            capacity: Capacity::Account {
                role: account.role,
                skpd: account.skpd.clone(),
                person: account.person,
            },
        }
    }

    /// How the audit log calls it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The role, if somebody signed in.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        match &self.capacity {
            Capacity::Account { role, .. } => Some(*role),
            Capacity::CommandLine | Capacity::Terminal | Capacity::Program => None,
        }
    }

    /// The organisation the actor is bound to.
    #[must_use]
    pub fn skpd(&self) -> Option<&Skpd> {
        match &self.capacity {
            Capacity::Account { skpd, .. } => skpd.as_ref(),
            Capacity::CommandLine | Capacity::Terminal | Capacity::Program => None,
        }
    }

    /// The person the actor is.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        match &self.capacity {
            Capacity::Account { person, .. } => *person,
            Capacity::CommandLine | Capacity::Terminal | Capacity::Program => None,
        }
    }

    /// Whether the actor may do this within this scope.
    #[must_use]
    pub fn may(&self, permission: Permission, scope: Scope<'_>) -> bool {
        match &self.capacity {
            Capacity::CommandLine => true,
            Capacity::Terminal => permission == Permission::DeliverPunches,
            Capacity::Program => permission == Permission::Evaluate,
            Capacity::Account { role, skpd, person } => {
                by_role(*role, permission)
                    && within(*role, permission, (skpd.as_ref(), *person), scope)
            }
        }
    }

    /// Whether the actor may do this at all, within some scope: what a page asks before it knows
    /// whose data it is about. The verb behind the page asks again, about those data.
    #[must_use]
    pub fn may_somewhere(&self, permission: Permission) -> bool {
        match &self.capacity {
            Capacity::CommandLine => true,
            Capacity::Terminal => permission == Permission::DeliverPunches,
            Capacity::Program => permission == Permission::Evaluate,
            Capacity::Account { role, .. } => by_role(*role, permission),
        }
    }

    /// Refuses unless the actor may.
    ///
    /// # Errors
    ///
    /// [`Forbidden`] names the actor and what was needed.
    pub fn require(&self, permission: Permission, scope: Scope<'_>) -> Result<(), Forbidden> {
        if self.may(permission, scope) {
            Ok(())
        } else {
            Err(Forbidden { actor: self.name.clone(), permission })
        }
    }
}

/// What a role may do somewhere.
fn by_role(role: Role, permission: Permission) -> bool {
    use Permission::{
        Ask, CloseMonth, Decide, DecideTerminals, DeliverPunches, Evaluate, HandleDiscipline,
        KeepAccounts, KeepPeople, KeepPerformance, KeepPosts, KeepRoster, MapPins, PayOut,
        ReadAudit, ReopenMonth, RepairPunches, SeePay, SeePerson, SeeTerminals, SeeUnit, VerifyLaw,
    };
    match role {
        Role::Pegawai => matches!(permission, SeePerson | Ask | Decide),
        Role::Operator => matches!(
            permission,
            SeePerson
                | SeeUnit
                | SeeTerminals
                | MapPins
                | Evaluate
                | Ask
                | Decide
                | CloseMonth
                | SeePay
                | KeepRoster
                | KeepPerformance
        ),
        Role::Pimpinan => {
            matches!(
                permission,
                SeePerson
                    | SeeUnit
                    | SeeTerminals
                    | Ask
                    | Decide
                    | SeePay
                    | KeepRoster
                    | KeepPerformance
            )
        }
        Role::Bendahara => {
            matches!(permission, SeePerson | SeeUnit | Ask | Decide | SeePay | PayOut)
        }
        Role::Bkpsdm => match permission {
            SeePerson | SeeUnit | SeeTerminals | DecideTerminals | RepairPunches | MapPins
            | DeliverPunches | KeepPeople | Evaluate | VerifyLaw | KeepAccounts | ReadAudit
            | Ask | Decide | KeepPosts | CloseMonth | ReopenMonth | SeePay | PayOut
            | HandleDiscipline | KeepRoster | KeepPerformance => true,
        },
        Role::Auditor => {
            matches!(permission, SeePerson | SeeUnit | SeeTerminals | ReadAudit | SeePay)
        }
    }
}

/// Whether the scope lies within what the account is bound to: its organisation, and itself.
///
/// Whose account it is opens only the eyes, wherever the person serves, and lets one ask: to change
/// something about oneself takes the right over the organisation one serves in. Asking is for
/// oneself only, whatever the role.
fn within(
    role: Role,
    permission: Permission,
    (skpd, person): (Option<&Skpd>, Option<PersonId>),
    scope: Scope<'_>,
) -> bool {
    let own = |other: &Skpd| skpd.is_none_or(|skpd| skpd == other);
    let oneself = |id| permission == Permission::SeePerson && person == Some(id);
    if permission == Permission::Ask {
        return matches!(scope, Scope::Person(id, _) if person == Some(id));
    }
    match (role, scope) {
        (Role::Pegawai, Scope::Person(id, _)) => oneself(id),
        (Role::Pegawai, Scope::Regency | Scope::Skpd(_)) => false,
        (_, Scope::Regency) => skpd.is_none(),
        (_, Scope::Skpd(other)) => own(other),
        (_, Scope::Person(id, other)) => own(other) || oneself(id),
    }
}
