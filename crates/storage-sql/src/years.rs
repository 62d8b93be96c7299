//! Many computed months at once.

use async_trait::async_trait;
use civil::{Month, PersonId};
use jiff::Timestamp;
use storage::{
    StoreError,
    years::{MonthDays, MonthKept, YearStore},
};

use crate::{
    SqlStore,
    connection::{Row, args},
    failure::unreadable,
    json::Rows,
};

/// Results by a law and punches, by month; [`kept`] reads the rows.
macro_rules! select_kept {
    ($among:literal) => {
        concat!(
            "SELECT month, CAST(sum(people) AS BIGINT), min(evaluated), ",
            "CAST(sum(punches) AS BIGINT) FROM (",
            "SELECT r.month AS month, count(*) AS people, min(r.evaluated) AS evaluated, ",
            "CAST(0 AS BIGINT) AS punches FROM month_result r ",
            "WHERE r.regency_id = $1 AND r.month BETWEEN $3 AND $4 AND r.law_version = $5 ",
            $among,
            " GROUP BY r.month UNION ALL ",
            "SELECT month, CAST(0 AS BIGINT), CAST(NULL AS BIGINT), ",
            "CAST(sum(punches) AS BIGINT) FROM punch_month ",
            "WHERE regency_id = $1 AND month BETWEEN $3 AND $4 GROUP BY month) AS kept ",
            "GROUP BY month ORDER BY month"
        )
    };
}

/// Sums of days absent, by person.
macro_rules! select_absences {
    ($among:literal) => {
        concat!(
            "SELECT r.person, CAST(sum(r.absences) AS BIGINT) FROM month_result r ",
            "WHERE r.regency_id = $1 AND r.month BETWEEN $3 AND $4 ",
            $among,
            " GROUP BY r.person HAVING sum(r.absences) >= $5 ",
            "ORDER BY sum(r.absences) DESC, r.person"
        )
    };
}

fn month(row: &Row, index: usize) -> Result<Month, StoreError> {
    let month = Month::from_number(row.number(index, "month")?);
    month.map_err(|error| unreadable("month", error))
}

fn kept(row: &Row) -> Result<MonthKept, StoreError> {
    let evaluated = row.maybe_int(2)?.map(Timestamp::from_microsecond).transpose();
    Ok(MonthKept {
        month: month(row, 0)?,
        people: row.number(1, "number of people")?,
        evaluated: evaluated.map_err(|error| unreadable("instant", error))?,
        punches: row.number(3, "number of punches")?,
    })
}

fn sum(row: &Row) -> Result<(PersonId, u32), StoreError> {
    Ok((PersonId(row.int(0)?), row.number(1, "number of days")?))
}

fn rows_of(these: &[PersonId]) -> crate::connection::Arg {
    Rows::of_numbers(these.iter().map(|person| person.0)).into_arg()
}

#[async_trait]
impl YearStore for SqlStore {
    async fn months_kept(
        &self,
        these: Option<&[PersonId]>,
        (from, until): (Month, Month),
        law_version: &str,
    ) -> Result<Vec<MonthKept>, StoreError> {
        let (text, whom) = match these {
            Some(these) => (
                select_kept!("AND r.person IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})"),
                rows_of(these),
            ),
            None => (select_kept!("AND $2 = ''"), "".into()),
        };
        let mut asked = vec![self.regency.into(), whom];
        asked.extend(args![i64::from(from.number()), i64::from(until.number()), law_version]);
        self.read().await?.rows(text, asked, kept).await
    }

    async fn absences(
        &self,
        these: Option<&[PersonId]>,
        (from, until): (Month, Month),
        least: u32,
    ) -> Result<Vec<(PersonId, u32)>, StoreError> {
        let (text, whom) = match these {
            Some(these) => (
                select_absences!(
                    "AND r.person IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})"
                ),
                rows_of(these),
            ),
            None => (select_absences!("AND $2 = ''"), "".into()),
        };
        let mut asked = vec![self.regency.into(), whom];
        asked.extend(args![i64::from(from.number()), i64::from(until.number())]);
        asked.extend(args![i64::from(least.max(1))]);
        self.read().await?.rows(text, asked, sum).await
    }

    async fn days(
        &self,
        these: &[PersonId],
        (from, until): (Month, Month),
    ) -> Result<Vec<MonthDays>, StoreError> {
        let text = "SELECT d.person, d.month, d.days FROM month_detail d \
                    WHERE d.regency_id = $1 AND d.month BETWEEN $3 AND $4 \
                    AND d.person IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows}) \
                    ORDER BY d.person, d.month";
        let mut asked = vec![self.regency.into(), rows_of(these)];
        asked.extend(args![i64::from(from.number()), i64::from(until.number())]);
        let read = |row: &Row| {
            let (month, days) = (month(row, 1)?, row.bytes(2)?);
            Ok(MonthDays { person: PersonId(row.int(0)?), month, days })
        };
        self.read().await?.rows(text, asked, read).await
    }
}
