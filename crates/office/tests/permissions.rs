//! What each role may do, where.

use std::fmt::Write as _;

use civil::{PersonId, Role, Skpd};
use office::{Actor, Permission, Scope};
use storage::access::Account;

const PERMISSIONS: [Permission; 22] = [
    Permission::SeePerson,
    Permission::SeeUnit,
    Permission::SeeTerminals,
    Permission::DecideTerminals,
    Permission::RepairPunches,
    Permission::MapPins,
    Permission::DeliverPunches,
    Permission::KeepPeople,
    Permission::Evaluate,
    Permission::VerifyLaw,
    Permission::KeepAccounts,
    Permission::ReadAudit,
    Permission::Ask,
    Permission::Decide,
    Permission::KeepPosts,
    Permission::CloseMonth,
    Permission::ReopenMonth,
    Permission::SeePay,
    Permission::HandleDiscipline,
    Permission::KeepRoster,
    Permission::KeepPerformance,
    Permission::PayOut,
];

/// Fails to compile when a permission is added, and says where to add it too.
fn place(permission: Permission) -> usize {
    match permission {
        Permission::SeePerson => 0,
        Permission::SeeUnit => 1,
        Permission::SeeTerminals => 2,
        Permission::DecideTerminals => 3,
        Permission::RepairPunches => 4,
        Permission::MapPins => 5,
        Permission::DeliverPunches => 6,
        Permission::KeepPeople => 7,
        Permission::Evaluate => 8,
        Permission::VerifyLaw => 9,
        Permission::KeepAccounts => 10,
        Permission::ReadAudit => 11,
        Permission::Ask => 12,
        Permission::Decide => 13,
        Permission::KeepPosts => 14,
        Permission::CloseMonth => 15,
        Permission::ReopenMonth => 16,
        Permission::SeePay => 17,
        Permission::HandleDiscipline => 18,
        Permission::KeepRoster => 19,
        Permission::KeepPerformance => 20,
        Permission::PayOut => 21,
    }
}

fn actor(role: Role, skpd: Option<&Skpd>, person: Option<PersonId>) -> Actor {
    Actor::account(&Account {
        id: 1,
        username: "somebody".to_owned(),
        password_hash: String::new(),
        role,
        skpd: skpd.cloned(),
        person,
        active: true,
    })
}

#[test]
fn the_table_of_roles_permissions_and_scopes() {
    for (index, permission) in PERMISSIONS.into_iter().enumerate() {
        assert_eq!(place(permission), index);
    }
    let own: Skpd = "OWN".parse().unwrap();
    let other: Skpd = "OTHER".parse().unwrap();
    let me = PersonId(1);
    let scopes = [
        ("regency", Scope::Regency),
        ("own skpd", Scope::Skpd(&own)),
        ("other skpd", Scope::Skpd(&other)),
        ("myself", Scope::Person(me, &own)),
        ("myself elsewhere", Scope::Person(me, &other)),
        ("colleague", Scope::Person(PersonId(2), &own)),
        ("stranger", Scope::Person(PersonId(3), &other)),
    ];
    let mut actors: Vec<(String, Actor)> = vec![
        ("command line".to_owned(), Actor::command_line("root")),
        ("terminal".to_owned(), Actor::terminal(&"T1".parse().unwrap())),
        ("program".to_owned(), Actor::program()),
    ];
    for role in Role::ALL {
        actors.push((format!("{role}"), actor(*role, None, Some(me))));
        actors.push((format!("{role} of own skpd"), actor(*role, Some(&own), Some(me))));
    }
    let mut table = String::new();
    for (name, actor) in &actors {
        writeln!(table, "{name}").unwrap();
        for permission in PERMISSIONS {
            let where_to: Vec<&str> = scopes
                .iter()
                .filter(|(_, scope)| actor.may(permission, *scope))
                .map(|(name, _)| *name)
                .collect();
            let granted = match where_to.len() {
                0 => "-".to_owned(),
                count if count == scopes.len() => "everywhere".to_owned(),
                _ => where_to.join(", "),
            };
            writeln!(table, "  {:16} {granted}", format!("{permission:?}")).unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn oneself_elsewhere_may_be_seen_and_asked_for_and_not_changed() {
    let (own, other): (Skpd, Skpd) = ("OWN".parse().unwrap(), "OTHER".parse().unwrap());
    let me = PersonId(1);
    for role in Role::ALL {
        let bound = actor(*role, Some(&own), Some(me));
        for permission in PERMISSIONS {
            let may = bound.may(permission, Scope::Person(me, &other));
            // An auditor changes nothing, so does not ask either.
            let asks = permission == Permission::Ask && *role != Role::Auditor;
            let expected = permission == Permission::SeePerson || asks;
            assert_eq!(may, expected, "{role} {permission:?}");
        }
    }
}

#[test]
fn a_refusal_names_the_actor_and_what_was_needed() {
    let somebody = actor(Role::Pegawai, None, None);
    let error = somebody.require(Permission::KeepPeople, Scope::Regency).unwrap_err();
    assert_eq!(error.permission, Permission::KeepPeople);
    assert_eq!(error.to_string(), "somebody may not do this; ask BKPSDM for the right");
}
