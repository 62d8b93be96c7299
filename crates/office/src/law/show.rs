//! What holds on a day, who says so, and what is missing.

use jiff::civil::Date;
use rules::law::{Lack, Layer, Provision};
use serde::Serialize;

use crate::{Lawbook, Office, OfficeError};

/// A provision as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownProvision {
    /// Its id, for `law verify`.
    pub id: String,
    /// Topic.
    pub topic: String,
    /// How people call it.
    pub title: String,
    /// The value in short.
    pub value: String,
    /// First day.
    pub from: Date,
    /// Last day, if the value says.
    pub until: Option<Date>,
    /// The day it became known.
    pub known: Option<Date>,
    /// `confirmed`, `secondary` or `assumed`.
    pub status: &'static str,
    /// Act, as cited.
    pub act: String,
    /// Article.
    pub article: String,
    /// `regency` or `national`.
    pub layer: &'static str,
    /// Remarks, such as a conflict.
    pub note: Option<String>,
    /// File and line.
    pub place: String,
    /// Who vouches for it, if somebody does.
    pub signed_off_by: Option<String>,
    /// Whether the act is invented, for examples.
    pub invented: bool,
    /// The same thing on other days, oldest first: what has the same topic and title, of a rule
    /// the same band.
    pub others: Vec<(Date, String)>,
}

/// The law on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LawInForce {
    /// The day.
    pub on: Date,
    /// The regency.
    pub regency: String,
    /// Version of the law.
    pub version: String,
    /// What holds, by topic.
    pub provisions: Vec<ShownProvision>,
    /// What the sources do not give.
    pub missing: Vec<Missing>,
}

/// Something the law surely has and no source gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// Topic.
    pub topic: String,
    /// What.
    pub what: String,
    /// Which file says so.
    pub file: String,
}

impl From<&Lack> for Missing {
    fn from(lack: &Lack) -> Self {
        Self { topic: lack.topic.clone(), what: lack.what.clone(), file: lack.file.clone() }
    }
}

impl Office {
    /// Shows the law on a day. Everybody may read the law.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Store`] if sign-offs cannot be read.
    pub async fn law_in_force(&self, on: Date) -> Result<LawInForce, OfficeError> {
        let sign_offs = self.store.sign_offs().await?;
        let payable = self.lawbook.payable(&sign_offs);
        let law = self.lawbook.law();
        let provisions = law
            .in_force(on, self.today().max(on))
            .into_iter()
            .map(|(id, provision)| {
                let act = law.provisions.acts.get(&provision.act);
                let digest = Lawbook::value_digest(&provision.signed_text());
                let signed_off_by = sign_offs
                    .iter()
                    .rev()
                    .find(|sign| sign.value == provision.id && sign.digest == digest)
                    .map(|sign| sign.by.clone());
                let others = law.provisions.iter();
                let others = others.filter(|(_, other)| is_same_on_other_days(provision, other));
                let mut others: Vec<(Date, String)> =
                    others.map(|(other_id, other)| (other.from, law.in_words(other_id))).collect();
                others.sort();
                ShownProvision {
                    id: provision.id.clone(),
                    topic: provision.topic.clone(),
                    title: provision.title.clone(),
                    value: law.in_words(id),
                    from: provision.from,
                    until: provision.until,
                    known: provision.known,
                    status: provision.status.code(),
                    act: law.provisions.cite(id).to_owned(),
                    article: provision.article.clone(),
                    layer: match provision.layer {
                        Layer::Regency => "regency",
                        Layer::National => "national",
                    },
                    note: provision.note.clone().or_else(|| act.and_then(|act| act.note.clone())),
                    place: format!("{}:{}", provision.file, provision.line),
                    signed_off_by,
                    invented: act.is_some_and(|act| act.invented),
                    others,
                }
            })
            .collect();
        Ok(LawInForce {
            on,
            regency: self.regency.to_string(),
            version: self.lawbook.version(&payable),
            provisions,
            missing: law.lacks.iter().map(Missing::from).collect(),
        })
    }
}

/// Whether two provisions say the same thing of different days. Topics are wider than that: those
/// of the nation and of the regency may be called differently, a rule's value has several bands,
/// and each holiday is a thing of its own.
fn is_same_on_other_days(one: &Provision, other: &Provision) -> bool {
    fn band(of: &Provision) -> Option<&str> {
        of.id.split_once('#').map(|(_, code)| code)
    }
    one.topic != "holiday"
        && (&one.topic, &one.title, band(one)) == (&other.topic, &other.title, band(other))
        && (one.from, one.until) != (other.from, other.until)
}
