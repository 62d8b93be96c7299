//! Signing in and errors.

use words::{Lang, Phrase};

use super::{Eyes, Sample, frame, render};
use crate::pages::{
    FormError,
    access::{ExampleAccount, SignIn},
    error::{ErrorKind, ErrorPage},
};

pub(super) const ALL: &[Sample] = &[
    Sample { name: "sign-in", render: |lang| render(&sign_in(lang)) },
    Sample { name: "sign-in-mistakes", render: |lang| render(&mistakes(lang)) },
    Sample { name: "failure-400", render: |lang| render(&error(lang, ErrorKind::BadRequest)) },
    Sample { name: "failure-403", render: |lang| render(&error(lang, ErrorKind::Forbidden)) },
    Sample { name: "failure-404", render: |lang| render(&error(lang, ErrorKind::NotFound)) },
    Sample { name: "failure-500", render: |lang| render(&error(lang, ErrorKind::Internal)) },
    Sample { name: "failure-503", render: |lang| render(&error(lang, ErrorKind::Unavailable)) },
];

fn sign_in(lang: Lang) -> SignIn {
    let account = |name: &str, role: &str| ExampleAccount {
        name: name.to_owned(),
        password: "contoh-abdi-2026".to_owned(),
        role: Phrase::new(role),
    };
    SignIn {
        frame: frame(lang, Eyes::Visitor, "sign-in"),
        next: Some("/me/2026-11".to_owned()),
        name: String::new(),
        errors: Vec::new(),
        examples: vec![
            account("198504122010012007", "role-pegawai"),
            account("operator", "role-operator"),
            account("bkpsdm", "role-bkpsdm"),
            account("inspektorat", "role-auditor"),
        ],
    }
}

fn mistakes(lang: Lang) -> SignIn {
    let error =
        |field: &str, key: &str| FormError { field: field.to_owned(), text: Phrase::new(key) };
    SignIn {
        frame: frame(lang, Eyes::Visitor, "sign-in-mistakes"),
        next: None,
        name: "19850412".to_owned(),
        errors: vec![
            error("name", "page-sign-in-refused"),
            error("password", "page-sign-in-password-missing"),
        ],
        examples: Vec::new(),
    }
}

fn error(lang: Lang, kind: ErrorKind) -> ErrorPage {
    let (eyes, detail, reference) = match kind {
        ErrorKind::BadRequest => {
            (Eyes::Pegawai, Some(Phrase::new("error-no-such-month").with("text", "2026-13")), None)
        }
        ErrorKind::Forbidden => (Eyes::Pegawai, None, None),
        ErrorKind::NotFound => (Eyes::Visitor, None, None),
        ErrorKind::Internal => (Eyes::Operator, None, Some("4f1c-09a2".to_owned())),
        ErrorKind::Unavailable => (Eyes::Visitor, None, Some("4f1c-09a3".to_owned())),
    };
    let name = format!("failure-{}", kind.status().as_u16());
    ErrorPage { frame: frame(lang, eyes, &name), kind, detail, reference }
}
