//! Computed months.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use async_trait::async_trait;
use civil::{Month, PersonId, Rupiah};
use jiff::{Timestamp, civil::Date};
use storage::{
    StoreError,
    presence::People,
    results::{MonthResult, ResultFilter, ResultPeople, ResultStore, SkpdTotals},
    timeline::Timeline,
};

use crate::{
    SqlStore,
    connection::{Arg, Row, args, day_number, day_of},
    directory::Whom,
    failure::unreadable,
    json::Rows,
    presence::marking,
    writing::Writing,
};

/// Bytes of results that one statement takes.
const STATEMENT_BYTES_MAX: usize = 4 << 20;

/// Results that fit; [`result`] reads the rows.
macro_rules! select_months {
    ($from:literal, $narrowed:literal) => {
        concat!(
            "SELECT r.person, r.month, r.skpd, r.law_version, r.facts_digest, r.evaluated, ",
            "r.gross, r.net, r.problems, d.days, d.statement, r.absences FROM ",
            $from,
            " JOIN month_detail d ON d.regency_id = r.regency_id AND d.month = r.month ",
            "AND d.person = r.person WHERE r.regency_id = $1 ",
            $narrowed,
            " ORDER BY r.person"
        )
    };
}

fn result(row: &Row) -> Result<MonthResult, StoreError> {
    let month = Month::from_number(row.number(1, "month")?);
    Ok(MonthResult {
        person: PersonId(row.int(0)?),
        month: month.map_err(|error| unreadable("month", error))?,
        skpd: row.parsed(2, "skpd")?,
        law_version: row.text(3)?,
        facts_digest: row.text(4)?,
        evaluated: row.instant(5)?,
        days: row.bytes(9)?,
        statement: row.bytes(10)?,
        gross: Rupiah(row.int(6)?),
        net: Rupiah(row.int(7)?),
        problems: row.number(8, "number of problems")?,
        absences: row.number(11, "number of days")?,
    })
}

async fn save(writing: &mut Writing, results: &[MonthResult]) -> Result<(), StoreError> {
    // Of several of a person and month the last holds.
    let mut last = HashMap::new();
    for result in results {
        last.insert((result.month, result.person), result);
    }
    let mut last: Vec<_> = last.into_values().collect();
    last.sort_unstable_by_key(|result| (result.month, result.person));
    let (mut sums, mut details) = (Rows::new(), Rows::new());
    for result in last {
        let MonthResult { person, month, skpd, law_version, facts_digest, evaluated, .. } = result;
        sums.row().int(month.number().into()).int(person.0).text(skpd.as_str()).text(law_version);
        sums.text(facts_digest).int(evaluated.as_microsecond());
        sums.int(result.gross.0).int(result.net.0).int(result.problems.into());
        sums.int(result.absences.into());
        details.row().int(month.number().into()).int(person.0);
        details.bytes(&result.days).bytes(&result.statement);
        if sums.size() + details.size() >= STATEMENT_BYTES_MAX {
            save_rows(writing, std::mem::take(&mut sums), std::mem::take(&mut details)).await?;
        }
    }
    save_rows(writing, sums, details).await
}

async fn save_rows(writing: &mut Writing, sums: Rows, details: Rows) -> Result<(), StoreError> {
    if sums.is_empty() {
        return Ok(());
    }
    let text = "INSERT INTO month_result (regency_id, month, person, skpd, law_version, \
                facts_digest, evaluated, gross, net, problems, absences) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
                j.value->>2, j.value->>3, j.value->>4, CAST(j.value->>5 AS BIGINT), \
                CAST(j.value->>6 AS BIGINT), CAST(j.value->>7 AS BIGINT), \
                CAST(j.value->>8 AS BIGINT), CAST(j.value->>9 AS BIGINT) FROM {rows} WHERE true \
                ON CONFLICT (regency_id, month, person) DO UPDATE SET skpd = excluded.skpd, \
                law_version = excluded.law_version, facts_digest = excluded.facts_digest, \
                evaluated = excluded.evaluated, gross = excluded.gross, net = excluded.net, \
                problems = excluded.problems, absences = excluded.absences";
    writing.with_rows(text, sums).await?;
    let text = "INSERT INTO month_detail (regency_id, month, person, days, statement) \
                SELECT $1, CAST(j.value->>0 AS BIGINT), CAST(j.value->>1 AS BIGINT), \
                substr($3, CAST(j.value->>2 AS INTEGER), CAST(j.value->>3 AS INTEGER)), \
                substr($3, CAST(j.value->>4 AS INTEGER), CAST(j.value->>5 AS INTEGER)) \
                FROM {rows} WHERE true ON CONFLICT (regency_id, month, person) DO UPDATE SET \
                days = excluded.days, statement = excluded.statement";
    let (rows, bytes) = details.into_args();
    writing.connection.execute(text, vec![writing.regency.into(), rows, bytes]).await.map(drop)
}

/// Facts of service up to a day, with whether the month is computed and current: NULL, 0, 1.
/// `months_outdated` reads the rows.
macro_rules! select_service {
    ($member:literal, $kept_here:literal, $narrowed:literal) => {
        concat!(
            "SELECT f.person, f.valid_from, f.in_service, ",
            $member,
            ", ",
            $kept_here,
            ", CASE WHEN r.person IS NULL THEN NULL ",
            "WHEN r.law_version = $3 AND r.evaluated >= $4 THEN CAST(1 AS BIGINT) ",
            "ELSE CAST(0 AS BIGINT) END FROM fact f ",
            "LEFT JOIN month_result r ON r.regency_id = f.regency_id AND r.month = $5 ",
            "AND r.person = f.person WHERE f.regency_id = $1 AND f.valid_from <= $6 ",
            $narrowed,
            " ORDER BY f.person, f.valid_from, f.id"
        )
    };
}

/// How somebody serves from a day on.
#[derive(Clone, Copy, PartialEq)]
struct Service {
    in_service: bool,
    /// Whether with those who are asked about.
    member: bool,
}

/// How a person serves, and whether the month is computed and current.
#[derive(Default)]
struct Serving {
    line: Timeline<Service>,
    current: Option<bool>,
    /// Whether the month is kept under the Skpd that is asked about.
    kept_here: bool,
}

impl Serving {
    /// Whether the month from `first` to `last` is to be computed.
    fn wants(&self, first: Date, last: Date) -> bool {
        if !self.line.any_between(first, last, |of| of.member) {
            return self.kept_here;
        }
        let serves = self.line.any_between(first, last, |of| of.in_service);
        self.current.map_or(serves, |current| !current || !serves)
    }
}

#[async_trait]
impl ResultStore for SqlStore {
    async fn save_months(
        &self,
        results: &[MonthResult],
        cleared_marks: &[i64],
    ) -> Result<(), StoreError> {
        let (results, cleared) = (results.to_vec(), cleared_marks.to_vec());
        self.write(move |writing| {
            Box::pin(async move {
                save(writing, &results).await?;
                marking::clear(writing, &cleared).await
            })
        })
        .await
    }

    async fn remove_months(&self, month: Month, people: &[PersonId]) -> Result<(), StoreError> {
        let (month, people) = (i64::from(month.number()), people.to_vec());
        self.write(move |writing| {
            Box::pin(async move {
                for text in [
                    "DELETE FROM month_detail WHERE regency_id = $1 AND month = $3 \
                     AND person IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})",
                    "DELETE FROM month_result WHERE regency_id = $1 AND month = $3 \
                     AND person IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})",
                ] {
                    let rows = Rows::of_numbers(people.iter().map(|person| person.0)).into_arg();
                    let args = vec![writing.regency.into(), rows, month.into()];
                    writing.connection.execute(text, args).await?;
                }
                Ok(())
            })
        })
        .await
    }

    async fn months(&self, filter: &ResultFilter) -> Result<Vec<MonthResult>, StoreError> {
        let month = i64::from(filter.month.number());
        let mut connection = self.read().await?;
        match &filter.people {
            ResultPeople::All => {
                let text = select_months!("month_result r", "AND r.month = $2");
                connection.rows(text, args![self.regency, month], result).await
            }
            ResultPeople::Of(skpd) => {
                let text = select_months!("month_result r", "AND r.month = $2 AND r.skpd = $3");
                connection.rows(text, args![self.regency, month, skpd.as_str()], result).await
            }
            ResultPeople::These(these) => {
                let text = select_months!(
                    "{rows} CROSS JOIN month_result r",
                    "AND r.month = $3 AND r.person = CAST(j.value->>0 AS BIGINT)"
                );
                let these: HashSet<_> = these.iter().map(|person| person.0).collect();
                let rows = Rows::of_numbers(these).into_arg();
                connection.rows(text, vec![self.regency.into(), rows, month.into()], result).await
            }
        }
    }

    async fn month_totals(&self, month: Month) -> Result<Vec<SkpdTotals>, StoreError> {
        let text = "SELECT skpd, count(*), CAST(sum(problems) AS BIGINT), \
                    CAST(sum(gross) AS BIGINT), CAST(sum(net) AS BIGINT) FROM month_result \
                    WHERE regency_id = $1 AND month = $2 GROUP BY skpd ORDER BY skpd";
        let args = args![self.regency, i64::from(month.number())];
        let mut connection = self.read().await?;
        let rows = connection.rows(text, args, |row| {
            Ok(SkpdTotals {
                skpd: row.parsed(0, "skpd")?,
                people: row.number(1, "count")?,
                problems: row.number(2, "number of problems")?,
                gross: Rupiah(row.int(3)?),
                net: Rupiah(row.int(4)?),
            })
        });
        rows.await
    }

    async fn months_outdated(
        &self,
        people: &People,
        month: Month,
        law_version: &str,
        evaluated_before: Timestamp,
    ) -> Result<Vec<PersonId>, StoreError> {
        let mut connection = self.read().await?;
        let (first, last) = (month.first(), month.last());
        let these: Option<BTreeSet<_>> = match people {
            People::All | People::Of(_) => None,
            People::These(these) => Some(these.iter().copied().collect()),
        };
        let whom = these.map_or(Whom::All, Whom::These);
        let (text, narrowed) = match (people, whom.looked_up()) {
            (People::Of(skpd), _) => (
                select_service!(
                    "CASE WHEN f.skpd = $2 THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END",
                    "CASE WHEN r.skpd = $2 THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END",
                    "AND f.person IN (SELECT g.person FROM fact g \
                     WHERE g.regency_id = $1 AND g.skpd = $2 UNION ALL \
                     SELECT k.person FROM month_result k \
                     WHERE k.regency_id = $1 AND k.month = $5 AND k.skpd = $2)"
                ),
                Arg::from(skpd.as_str()),
            ),
            (People::All | People::These(_), Some(people)) => (
                select_service!(
                    "CAST(1 AS BIGINT)",
                    "CAST(0 AS BIGINT)",
                    "AND f.person IN (SELECT CAST(j.value->>0 AS BIGINT) FROM {rows})"
                ),
                Rows::of_numbers(people.iter().map(|person| person.0)).into_arg(),
            ),
            (People::All | People::These(_), None) => (
                select_service!("CAST(1 AS BIGINT)", "CAST(0 AS BIGINT)", "AND $2 = ''"),
                Arg::from(""),
            ),
        };
        let mut args = vec![self.regency.into(), narrowed];
        args.extend(args![law_version, evaluated_before.as_microsecond()]);
        args.extend(args![i64::from(month.number()), day_number(last)]);
        let rows = connection.rows(text, args, |row| {
            let service = Service { in_service: row.int(2)? != 0, member: row.int(3)? != 0 };
            let stored = (row.int(4)? != 0, row.maybe_int(5)?);
            Ok((PersonId(row.int(0)?), day_of(row.int(1)?), service, stored))
        });
        let mut of_people: BTreeMap<PersonId, Serving> = BTreeMap::new();
        for (person, from, service, (kept_here, current)) in rows.await? {
            let serving = of_people.entry(person).or_default();
            serving.line.append(from, service);
            serving.current = current.map(|current| current != 0);
            serving.kept_here = kept_here;
        }
        of_people.retain(|person, serving| whom.includes(*person) && serving.wants(first, last));
        Ok(of_people.into_keys().collect())
    }
}
