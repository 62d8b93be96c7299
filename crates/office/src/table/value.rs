//! Values as offices write them in cells.

use civil::{Nip, Rate};
use jiff::civil::Date;

/// Dates outside these years are slips of the hand.
const YEARS: std::ops::RangeInclusive<i16> = 1950..=2100;

/// Reads a Nip; says so if a spreadsheet has made a number of it.
pub(crate) fn nip(text: &str) -> Result<Nip, String> {
    if is_rounded(text) {
        return Err(format!(
            "the spreadsheet made the number {text} of this NIP and lost its last digits; format \
             the column as text and enter the NIP again"
        ));
    }
    let plain = text.trim_start_matches('\'').replace('\u{a0}', " ");
    plain.parse().map_err(|error: civil::InvalidNip| error.to_string())
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
pub(crate) fn date(text: &str) -> Result<Date, String> {
    let unreadable = || format!("\"{text}\" is not a date; write it as 2026-10-05 or 05/10/2026");
    let plain = text.strip_suffix("00:00:00").or_else(|| text.strip_suffix("00:00"));
    let plain = plain.unwrap_or(text).trim_end_matches(['T', ' ']);
    let parts: Vec<&str> = plain.split(['-', '/', '.']).collect();
    let (order, year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => ("year, month, day", year, month, day),
        [day, month, year] if year.len() == 4 => ("day, month, year", year, month, day),
        _ => return Err(unreadable()),
    };
    let small = |part: &str| part.parse::<i8>().map_err(|_| unreadable());
    let year: i16 = year.parse().map_err(|_| unreadable())?;
    let date = Date::new(year, small(month)?, small(day)?)
        .map_err(|_| format!("there is no date \"{text}\", read as {order}"))?;
    if YEARS.contains(&year) {
        Ok(date)
    } else {
        Err(format!("the year {year} cannot be meant; check it"))
    }
}

/// Reads `07:30`, `7.30` or `07:30:00` as minutes after midnight; `24:00` is the end of the day.
pub(crate) fn minute_of_day(text: &str) -> Result<u16, String> {
    let unreadable = || format!("\"{text}\" is not a time of day; write it as 07:30");
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
pub(crate) fn yes_no(text: &str) -> Result<bool, String> {
    match text.to_lowercase().as_str() {
        "ya" | "y" | "yes" | "1" | "true" | "aktif" => Ok(true),
        "tidak" | "tdk" | "t" | "no" | "n" | "0" | "false" | "tidak aktif" => Ok(false),
        _ => Err(format!("\"{text}\" is neither yes nor no; write ya or tidak")),
    }
}

/// Reads the share of the Tpp: `80 %`, `80`, `0.8`, `0,8` or `4/5`. A number without a sign is a
/// share up to 1 and a percentage from 10 on; between them nobody can know.
pub(crate) fn factor(text: &str) -> Result<Rate, String> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let unclear = || format!("\"{text}\" can be read in two ways; write it with a sign, as 80%");
    let rate = if plain.contains(['%', '/']) {
        plain.parse::<Rate>().map_err(|error| error.to_string())?
    } else {
        // Read as a percentage it is checked for its form; as a share it is a hundred times that.
        let percent: Rate = format!("{plain}%")
            .parse()
            .map_err(|_| format!("\"{text}\" is not a share; write it as 80%, 0.8 or 4/5"))?;
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
        return Err(format!("\"{text}\" is more than twice the Tpp; check it"));
    }
    Ok(rate)
}

/// Reads a percentage from 0 to 100 with at most two decimals as basis points. What could be a
/// share (`0,95`) is refused unless it bears a sign.
pub(crate) fn percent_bp(text: &str) -> Result<u32, String> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (number, signed) = match plain.strip_suffix('%') {
        Some(number) => (number, true),
        None => (plain.as_str(), false),
    };
    if number.starts_with('-') {
        return Err(format!("\"{text}\" is negative; the percentage lies between 0 and 100"));
    }
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) {
        return Err(format!("\"{text}\" is not a percentage; write it as 95.5"));
    }
    let significant = fraction.trim_end_matches('0');
    if significant.len() > 2 {
        return Err(format!("\"{text}\" has more than two decimals; round it"));
    }
    let whole: u32 = whole.parse().unwrap_or(u32::MAX);
    let hundredths: u32 = format!("{significant:0<2}").parse().expect("two digits are a number");
    let points = whole.saturating_mul(100).saturating_add(hundredths);
    match points {
        10_001.. => Err(format!("\"{text}\" is over 100; the percentage lies between 0 and 100")),
        1..=100 if !signed => Err(format!(
            "\"{text}\" can be a share or a percentage; write the percentage with its sign, as 95%"
        )),
        points => Ok(points),
    }
}

/// Reads a code: letters, digits and hyphens, blanks taken for hyphens, capitals for small ones.
pub(crate) fn code(text: &str) -> Result<String, String> {
    let code = text.trim().to_lowercase().replace([' ', '_'], "-");
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if code.is_empty() || code.len() > 40 || !code.chars().all(fits) {
        return Err(format!("\"{text}\" is no code; use at most 40 letters, digits and hyphens"));
    }
    Ok(code)
}

/// Reads a text for people, at most `chars_max` long: one blank between words.
pub(crate) fn words(text: &str, chars_max: usize) -> Result<String, String> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().any(char::is_control) {
        return Err("holds control characters; type it again".to_owned());
    }
    if words.chars().count() > chars_max {
        return Err(format!("is longer than {chars_max} letters; shorten it"));
    }
    Ok(words)
}

/// Reads a text for people that must not be empty.
pub(crate) fn words_given(text: &str, chars_max: usize) -> Result<String, String> {
    match words(text, chars_max)? {
        words if words.is_empty() => Err("is empty; fill it in".to_owned()),
        words => Ok(words),
    }
}
