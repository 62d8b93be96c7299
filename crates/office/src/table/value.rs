//! Values as offices write them in cells.

use civil::{Nip, Rate};
use jiff::civil::Date;

use super::Reason;

/// Dates outside these years are slips of the hand.
const YEARS: std::ops::RangeInclusive<i16> = 1950..=2100;

/// Reads a Nip; says so if a spreadsheet has made a number of it.
pub(crate) fn nip(text: &str) -> Result<Nip, Reason> {
    if is_rounded(text) {
        return Err(Reason::new("import-nip-rounded").with("text", text));
    }
    let plain = text.trim_start_matches('\'').replace('\u{a0}', " ");
    Ok(plain.parse::<Nip>()?)
}

/// Whether it is a number in the short form of spreadsheets: `1,98704E+17`.
pub(crate) fn is_rounded(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['E', 'e']) else { return false };
    let power = power.strip_prefix('+').unwrap_or(power);
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    all_digits(power) && all_digits(&digits.replace(['.', ','], ""))
}

/// Reads `2026-10-05`, `05/10/2026`, `5-10-2026` or `5.10.2026`: the day comes before the month
/// unless the year stands first.
pub(crate) fn date(text: &str) -> Result<Date, Reason> {
    let unreadable = || Reason::new("import-date").with("text", text);
    let plain = text.strip_suffix("00:00:00").or_else(|| text.strip_suffix("00:00"));
    let plain = plain.unwrap_or(text).trim_end_matches(['T', ' ']);
    let parts: Vec<&str> = plain.split(['-', '/', '.']).collect();
    let (order, year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => ("import-order-year-first", year, month, day),
        [day, month, year] if year.len() == 4 => ("import-order-day-first", year, month, day),
        _ => return Err(unreadable()),
    };
    let small = |part: &str| part.parse::<i8>().map_err(|_| unreadable());
    let year: i16 = year.parse().map_err(|_| unreadable())?;
    let none = Reason::new("import-date-none").with("text", text).with_words("order", order);
    let date = Date::new(year, small(month)?, small(day)?).map_err(|_| none)?;
    if YEARS.contains(&year) {
        Ok(date)
    } else {
        Err(Reason::new("import-date-year").with("year", year))
    }
}

/// Reads `07:30`, `7.30` or `07:30:00` as minutes after midnight; `24:00` is the end of the day.
pub(crate) fn minute_of_day(text: &str) -> Result<u16, Reason> {
    let unreadable = || Reason::new("import-time").with("text", text);
    let parts: Vec<&str> = text.split([':', '.']).collect();
    let (hour, minute) = match parts.as_slice() {
        [hour, minute] | [hour, minute, "00"] if minute.len() == 2 => (hour, minute),
        _ => return Err(unreadable()),
    };
    let number = |part: &str| part.parse::<u16>().map_err(|_| unreadable());
    match (number(hour)?, number(minute)?) {
        (hour @ 0..=23, minute @ 0..=59) => Ok(hour * 60 + minute),
        (24, 0) => Ok(1440),
        _ => Err(unreadable()),
    }
}

/// Reads yes or no.
pub(crate) fn yes_no(text: &str) -> Result<bool, Reason> {
    match text.to_lowercase().as_str() {
        "ya" | "y" | "yes" | "1" | "true" | "aktif" => Ok(true),
        "tidak" | "tdk" | "t" | "no" | "n" | "0" | "false" | "tidak aktif" => Ok(false),
        _ => Err(Reason::new("import-yes-no").with("text", text)),
    }
}

/// Reads the share of the Tpp: `80 %`, `80`, `0.8`, `0,8` or `4/5`. A number without a sign is a
/// share up to 1 and a percentage from 10 on; between them nobody can know.
pub(crate) fn factor(text: &str) -> Result<Rate, Reason> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let of = |key| Reason::new(key).with("text", text);
    let unclear = || of("import-factor-unclear");
    let rate = if plain.contains(['%', '/']) {
        plain.parse::<Rate>()?
    } else {
        // Read as a percentage it is checked for its form; as a share it is a hundred times that.
        let percent: Rate = format!("{plain}%").parse().map_err(|_| of("import-factor"))?;
        let (num, den) = (u64::from(percent.num()), u64::from(percent.den()));
        if num * 100 <= den {
            let num = u32::try_from(num * 100).map_err(|_| unclear())?;
            Rate::new(num, percent.den())
        } else if num * 10 >= den {
            percent
        } else {
            return Err(unclear());
        }
    };
    if rate.num() > rate.den().saturating_mul(2) {
        return Err(of("import-factor-large"));
    }
    Ok(rate)
}

/// Reads a percentage from 0 to 100 with at most two decimals as basis points. What could be a
/// share (`0,95`) is refused unless it bears a sign.
pub(crate) fn percent_bp(text: &str) -> Result<u32, Reason> {
    let of = |key| Reason::new(key).with("text", text);
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (number, signed) = match plain.strip_suffix('%') {
        Some(number) => (number, true),
        None => (plain.as_str(), false),
    };
    if number.starts_with('-') {
        return Err(of("import-percent-negative"));
    }
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) {
        return Err(of("import-percent"));
    }
    let significant = fraction.trim_end_matches('0');
    if significant.len() > 2 {
        return Err(of("import-percent-decimals"));
    }
    let whole: u32 = whole.parse().unwrap_or(u32::MAX);
    let hundredths: u32 = format!("{significant:0<2}").parse().expect("two digits are a number");
    let points = whole.saturating_mul(100).saturating_add(hundredths);
    match points {
        10_001.. => Err(of("import-percent-over")),
        1..=100 if !signed => Err(of("import-percent-unclear")),
        points => Ok(points),
    }
}

/// Reads a code: letters, digits and hyphens, blanks taken for hyphens, capitals for small ones.
pub(crate) fn code(text: &str) -> Result<String, Reason> {
    let code = text.trim().to_lowercase().replace([' ', '_'], "-");
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if code.is_empty() || code.len() > 40 || !code.chars().all(fits) {
        return Err(Reason::new("import-code").with("text", text));
    }
    Ok(code)
}

/// Reads a text for people, at most `chars_max` long: one blank between words.
pub(crate) fn words(text: &str, chars_max: usize) -> Result<String, Reason> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().any(char::is_control) {
        return Err(Reason::new("import-control"));
    }
    if words.chars().count() > chars_max {
        return Err(Reason::new("import-too-long").with("letters", chars_max));
    }
    Ok(words)
}

/// Reads a text for people that must not be empty.
pub(crate) fn words_given(text: &str, chars_max: usize) -> Result<String, Reason> {
    match words(text, chars_max)? {
        words if words.is_empty() => Err(Reason::new("import-empty")),
        words => Ok(words),
    }
}
