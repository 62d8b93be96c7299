//! What discipline says to people, as sentences that are not yet in a language.

use rules::discipline::case::Refusal;
use words::Phrase;

use super::{CaseRefusal, DisciplineAlert, DueStep, PayConsequence};

impl DisciplineAlert {
    /// The word for it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Rung { .. } => "rung",
            Self::CutWaits { .. } => "cut-waits",
            Self::Soon(_) => "soon",
            Self::InARow { .. } => "in-a-row",
            Self::SalaryStop { .. } => "salary-stop",
            Self::SoonInARow { .. } => "soon-in-a-row",
            Self::RunCrossesYear { .. } => "run-crosses-year",
            Self::UnknownDays { .. } => "unknown-days",
            Self::AbsentByMinutes { .. } => "absent-by-minutes",
        }
    }

    /// It in a sentence.
    #[must_use]
    pub fn said(&self) -> Phrase {
        let phrase = Phrase::new(format!("discipline-alert-{}", self.code()));
        match self {
            Self::Rung { days, reached, .. } => phrase
                .with("days", *days)
                .with("sanction", &reached.sanction.words)
                .with("date", reached.on),
            Self::CutWaits { imposable, .. } => phrase.with("sanction", &imposable.words),
            Self::Soon(next) => {
                phrase.with("days", next.days).with("sanction", &next.sanction.words)
            }
            Self::InARow { days, on, .. } => phrase.with("days", *days).with("date", *on),
            Self::SalaryStop { from, .. } => phrase.with("date", *from),
            Self::SoonInARow { days }
            | Self::RunCrossesYear { days }
            | Self::UnknownDays { days }
            | Self::AbsentByMinutes { days } => phrase.with("days", *days),
        }
    }
}

impl DueStep {
    /// It in a sentence.
    #[must_use]
    pub fn said(&self) -> Phrase {
        use rules::discipline::case::StepKind;
        let step = Phrase::new(format!("discipline-step-{}", self.step));
        let on = matches!(self.step, StepKind::Examine | StepKind::TakeEffect | StepKind::End);
        match self.by {
            Some(by) if on => Phrase::new("discipline-due-on").with("step", step).with("date", by),
            Some(by) => Phrase::new("discipline-due-by").with("step", step).with("date", by),
            None => Phrase::new("discipline-due-unknown").with("step", step),
        }
    }
}

impl PayConsequence {
    /// It in a sentence.
    #[must_use]
    pub fn said(&self) -> Phrase {
        Phrase::new(format!("discipline-pay-{}", self.code()))
    }
}

impl CaseRefusal {
    /// It in a sentence. `sanction` says a sanction's code in the words of the act.
    #[must_use]
    pub fn said(&self, sanction: impl Fn(&str) -> String) -> Phrase {
        let phrase = Phrase::new(format!("discipline-refusal-{}", self.code()));
        match self {
            Self::Law(refusal) => law_said(refusal, phrase, sanction),
            Self::OpenAlready { case } => phrase.with("case", case.to_string()),
            Self::NotAbsent { day } => phrase.with("date", *day),
            Self::RungNotReached { needs, has } => phrase.with("needs", *needs).with("days", *has),
            Self::LawChanged { place } => phrase.with("place", place.to_string()),
            Self::Oneself
            | Self::InFuture
            | Self::Overtaken
            | Self::NumberMissing
            | Self::TimeMissing
            | Self::ReasonMissing
            | Self::TooLong => phrase,
        }
    }
}

fn law_said(refusal: &Refusal, phrase: Phrase, sanction: impl Fn(&str) -> String) -> Phrase {
    match refusal {
        Refusal::SummonsTooShort { earliest } | Refusal::TooEarly { earliest } => {
            phrase.with("earliest", *earliest)
        }
        Refusal::BeforeExamination { summoned } => phrase.with("summoned", *summoned),
        Refusal::NotTheHeaviest { heaviest } => phrase.with("heaviest", sanction(heaviest)),
        Refusal::CutWaits { instead } => phrase.with("instead", sanction(instead)),
        Refusal::SanctionNotFound { expected } => phrase.with("expected", sanction(expected)),
        Refusal::LawSilent { title, date } => phrase.with("title", title).with("date", *date),
        Refusal::NotNow { .. }
        | Refusal::CaseEnded { .. }
        | Refusal::OutOfOrder { .. }
        | Refusal::NoAbsence
        | Refusal::UnknownSanction { .. }
        | Refusal::AlreadyPunished
        | Refusal::ExaminationNotAfterSummons
        | Refusal::NobodyExamines
        | Refusal::ExaminerIsPerson
        | Refusal::ExaminerOutsideTeam
        | Refusal::TeamMissing
        | Refusal::OfficerNotAuthorised
        | Refusal::DecidesOnOneself
        | Refusal::NoOpenObjection
        | Refusal::ObjectionOpen => phrase,
    }
}
