//! Every code that the rules and the office emit has its words in both languages.

use office::allowance::SheetTodo;
use rules::pairing::Use;
use words::{Lang, Words};

fn said(key: &str) {
    for lang in Lang::ALL {
        assert_ne!(Words::get_with(lang, key, &[("count", 1_i64.into())]), key, "{}", lang.code());
    }
}

#[test]
fn every_code_on_a_page_has_words() {
    for todo in SheetTodo::ALL {
        said(&format!("page-unit-month-todo-{}", todo.code()));
    }
    for used in Use::ALL {
        let counts = matches!(used, Use::Arrived | Use::Left | Use::RestOut | Use::RestIn);
        let area = if counts { "page-day-scan" } else { "page-day-ignored" };
        said(&format!("{area}-{}", used.code()));
    }
    for reason in [
        "before_2005",
        "ahead_of_server",
        "impossible_date",
        "nul_bytes",
        "not_a_record",
        "no_pin",
        "pin_too_long",
        "unreadable_pin",
        "no_time",
        "unreadable_time",
        "no_code",
    ] {
        said(&format!("reason-{}", reason.replace('_', "-")));
    }
    for kind in civil::Employment::ALL {
        said(&format!("role-employment-{kind}"));
    }
    for role in civil::Role::ALL {
        said(&format!("role-{role}"));
    }
    for open in ["law-unverified", "month-not-over", "productivity-missing", "law-silent"] {
        said(&format!("statement-open-{open}"));
    }
}
