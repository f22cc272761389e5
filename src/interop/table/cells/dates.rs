//! Numbers that a spreadsheet shows as dates.

use crate::geom::floor_to_i64;

/// What of a date is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateFormat {
    /// The day.
    Day,
    /// The time of day.
    Time,
    /// Both.
    Both,
}

/// The format of a cell style that every spreadsheet knows by its number.
pub(super) const fn builtin(id: u32) -> Option<DateFormat> {
    match id {
        14..=17 => Some(DateFormat::Day),
        18..=21 | 45..=47 => Some(DateFormat::Time),
        22 => Some(DateFormat::Both),
        _ => None,
    }
}

/// The format that `code` (such as `dd/mm/yyyy hh:mm`) describes.
pub(super) fn format_of(code: &str) -> Option<DateFormat> {
    let mut letters = String::new();
    let mut quote = None;
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(end), c) if c == end => quote = None,
            (Some(_), _) => {}
            (None, '"') => quote = Some('"'),
            // Colours and conditions; `[h]` counts hours and is a time all the same.
            (None, '[') if !chars.as_str().starts_with(['h', 'm', 's', 'H', 'M', 'S']) => quote = Some(']'),
            (None, '\\' | '_' | '*') => drop(chars.next()),
            (None, ';') => break,
            (None, c) => letters.push(c.to_ascii_lowercase()),
        }
    }
    let is_day = letters.contains(['d', 'y']);
    let is_time = letters.contains(['h', 's']);
    match (is_day, is_time) {
        (true, true) => Some(DateFormat::Both),
        (true, false) => Some(DateFormat::Day),
        (false, true) => Some(DateFormat::Time),
        // Minutes are months where no hours or seconds are near.
        (false, false) => letters.contains('m').then_some(DateFormat::Day),
    }
}

/// The last day that a spreadsheet knows: 31 December 9999.
const LAST_DAY: f64 = 2_958_465.0;
/// The number of days from 1 January 1970 back to the day that spreadsheets count from.
const EPOCH_1900: i64 = 25_569;
/// How much later the other epoch is.
const FROM_1900_TO_1904: i64 = 1462;

/// The day and time that `number` stands for, as `2026-01-31 08:15`.
pub(super) fn say(number: f64, format: DateFormat, since_1904: bool) -> Option<String> {
    if !(0.0..=LAST_DAY).contains(&number) {
        return None;
    }
    let day = floor_to_i64(number);
    let seconds = floor_to_i64(((number - number.floor()) * 86_400.0).round()).min(86_399);
    let shift = if since_1904 { FROM_1900_TO_1904 } else { 0 };
    // Spreadsheets believe that there was a 29 February 1900.
    let leap = i64::from(!since_1904 && day < 60);
    let (year, month, date) = civil(day + shift + leap - EPOCH_1900);
    let day = format!("{year:04}-{month:02}-{date:02}");
    let time = format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    Some(match format {
        DateFormat::Day => day,
        DateFormat::Time => time,
        DateFormat::Both => format!("{day} {time}"),
    })
}

/// Year, month and day of the day that comes `days` after 1 January 1970.
///
/// Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `civil_from_days`.
const fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_spreadsheets_count_them() {
        let table = [
            (1.0, false, "1900-01-01"),
            (59.0, false, "1900-02-28"),
            (61.0, false, "1900-03-01"),
            (36_526.0, false, "2000-01-01"),
            (45_992.0, false, "2025-12-01"),
            (44_530.0, true, "2025-12-01"),
        ];
        for (number, since_1904, said) in table {
            assert_eq!(say(number, DateFormat::Day, since_1904).as_deref(), Some(said));
        }
        assert_eq!(say(45_992.75, DateFormat::Both, false).as_deref(), Some("2025-12-01 18:00"));
        assert_eq!(say(-1.0, DateFormat::Day, false), None);
        assert_eq!(say(1e12, DateFormat::Day, false), None);
    }

    #[test]
    fn formats_are_told_from_numbers() {
        let table = [
            ("dd/mm/yyyy", Some(DateFormat::Day)),
            ("[$-409]d-mmm-yy;@", Some(DateFormat::Day)),
            ("mm:ss", Some(DateFormat::Time)),
            ("[h]:mm", Some(DateFormat::Time)),
            ("yyyy\\-mm\\-dd hh:mm", Some(DateFormat::Both)),
            ("0.00", None),
            ("[Red]0;\"days\"", None),
            ("0\" days\"", None),
            ("General", None),
        ];
        for (code, format) in table {
            assert_eq!(format_of(code), format, "{code}");
        }
    }
}
