//! What is typed into the form of a request for leave, and the request that it makes.

use civil::Nip;
use office::{
    leave::{LeaveForm, LeavePlace, LeaveRequest, Paper},
    matter::{Mistake, REASON_CHARS_MAX},
};
use words::Phrase;

use crate::{
    forms,
    pages::{Choice, FormError, leave::LeaveField},
    routes::request::told,
};

/// The paper that is meant by a file of no other kind.
pub(super) const OTHER_PAPER: &str = "surat-keterangan";

/// What was typed.
#[derive(Debug, Default)]
pub(super) struct Typed {
    pub(super) kind: String,
    /// Whether it is to be sent, and not only to be checked.
    pub(super) send: bool,
    from: String,
    until: String,
    begins: String,
    ends: String,
    named: String,
    child: String,
    place: String,
    letter: String,
    pub(super) reason: String,
}

impl Typed {
    /// What the form sends.
    pub(super) fn read(fields: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "kind" => typed.kind = value,
                "step" => typed.send = value == "send",
                "from" => typed.from = value,
                "until" => typed.until = value,
                "begins" => typed.begins = value,
                "ends" => typed.ends = value,
                "named" => typed.named = value,
                "child" => typed.child = value,
                "place" => typed.place = value,
                "letter" => typed.letter = value,
                "reason" => typed.reason = value,
                _ => {}
            }
        }
        typed
    }

    /// The fields of one line that the kind has, as they were typed.
    pub(super) fn fields(&self, form: &LeaveForm) -> Vec<LeaveField> {
        let field = |name: &'static str, value: &String, digits| LeaveField {
            name,
            label: Phrase::new(format!("page-leave-field-{name}")),
            hint: Phrase::new(format!("page-leave-hint-{name}")),
            value: value.clone(),
            digits,
        };
        let mut fields = vec![field("from", &self.from, true), field("until", &self.until, true)];
        if form.hours {
            fields.push(field("begins", &self.begins, true));
            fields.push(field("ends", &self.ends, true));
        }
        if form.child {
            fields.push(field("child", &self.child, true));
        }
        let place = field("place", &self.place, false);
        match form.place {
            LeavePlace::None => {}
            LeavePlace::Work => fields.push(place),
            LeavePlace::Address => fields.push(LeaveField {
                label: Phrase::new("page-leave-field-address"),
                hint: Phrase::new("page-leave-hint-address"),
                ..place
            }),
        }
        if form.letter {
            fields.push(field("letter", &self.letter, false));
        }
        fields
    }

    /// The reasons that the law names, and none of them where one is not needed.
    pub(super) fn named(&self, form: &LeaveForm) -> Vec<Choice> {
        let none = Some((String::new(), String::new()));
        let none = none.filter(|_| !form.reasons.required && !form.reasons.named.is_empty());
        let choice = |(code, title): (String, String)| {
            if code == self.named { Choice::chosen(code, title) } else { Choice::open(code, title) }
        };
        form.reasons.named.iter().cloned().chain(none).map(choice).collect()
    }

    /// The request, or everything that can be seen to be wrong with it at once.
    pub(super) fn request(
        &self,
        nip: Nip,
        form: &LeaveForm,
        papers: Vec<Paper>,
    ) -> Result<LeaveRequest, Vec<FormError>> {
        let mut errors = Vec::new();
        let mut wrong = |field: &str, text: Phrase| {
            errors.push(FormError { field: field.to_owned(), text });
        };
        let from = forms::date(&self.from);
        if from.is_none() {
            wrong("from", Phrase::new("request-mistake-date"));
        }
        // One day need not be typed twice.
        let until = if self.until.trim().is_empty() { from } else { forms::date(&self.until) };
        if until.is_none() && !self.until.trim().is_empty() {
            wrong("until", Phrase::new("request-mistake-date"));
        }
        let minutes = self.minutes(form, &mut wrong);
        let child = self.child.trim().parse().ok();
        if form.child && child.is_none_or(|child: u8| child == 0) {
            wrong("child", Phrase::new("page-leave-mistake-child"));
        }
        if form.reasons.required && self.named_reason(form).is_none() {
            wrong("named", Phrase::new("page-leave-mistake-named"));
        }
        for (field, text) in [("place", &self.place), ("letter", &self.letter)] {
            if text.chars().count() > REASON_CHARS_MAX {
                wrong(field, told::mistake(&Mistake::ReasonTooLong(REASON_CHARS_MAX)));
            }
        }
        if self.reason.trim().is_empty() {
            wrong("reason", Phrase::new("page-leave-mistake-reason"));
        } else if self.reason.chars().count() > REASON_CHARS_MAX {
            wrong("reason", told::mistake(&Mistake::ReasonTooLong(REASON_CHARS_MAX)));
        }
        if let Some(fault) = told::files_fault(papers.iter().map(|paper| &paper.file)) {
            wrong("files", fault);
        }
        let (Some(from), Some(until), true) = (from, until, errors.is_empty()) else {
            return Err(errors);
        };
        Ok(LeaveRequest {
            nip,
            kind: form.kind.code.clone(),
            from,
            until,
            minutes,
            reason: self.reason.clone(),
            named_reason: self.named_reason(form),
            child: child.filter(|_| form.child),
            place: self.place.clone(),
            letter: self.letter.clone(),
            papers,
        })
    }

    /// The hours of the day; none is the whole day.
    fn minutes(
        &self,
        form: &LeaveForm,
        wrong: &mut impl FnMut(&str, Phrase),
    ) -> Option<(u16, u16)> {
        let (begins, ends) = (self.begins.trim(), self.ends.trim());
        if !form.hours || (begins.is_empty() && ends.is_empty()) {
            return None;
        }
        let mut read = |field: &str, text: &str| {
            let minute = forms::minute(text);
            if minute.is_none() {
                wrong(field, Phrase::new("request-mistake-time"));
            }
            minute
        };
        let (from, until) = (read("begins", begins), read("ends", ends));
        let (from, until) = (from?, until?);
        if until <= from {
            wrong("ends", Phrase::new("page-leave-mistake-ends"));
        }
        Some((from, until))
    }

    fn named_reason(&self, form: &LeaveForm) -> Option<String> {
        form.reasons.named.iter().map(|(code, _)| code).find(|code| **code == self.named).cloned()
    }
}
