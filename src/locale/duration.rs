//! Durations as people write and read them: `45 s`, `2 min`, `1 h 30`, `3 d`.

use super::Catalog;

/// Longer than anything a step takes: ten years.
const LONGEST_MINUTES: f64 = 10.0 * 365.0 * 1440.0;

/// Minutes in one of the unit `word`, in English and Spanish.
fn unit(word: &str) -> Option<f64> {
    Some(match word {
        "s" | "sec" | "secs" | "second" | "seconds" | "seg" | "segs" | "segundo" | "segundos" => 1.0 / 60.0,
        "m" | "min" | "mins" | "minute" | "minutes" | "minuto" | "minutos" | "'" | "′" => 1.0,
        "h" | "hr" | "hrs" | "hour" | "hours" | "hora" | "horas" => 60.0,
        "d" | "day" | "days" | "día" | "días" | "dia" | "dias" => 1440.0,
        "w" | "week" | "weeks" | "sem" | "semana" | "semanas" => 7.0 * 1440.0,
        _ => return None,
    })
}

/// The unit below `minutes`, which a number without a unit has after it: `1 h 30` is an hour and 30 minutes.
fn next_smaller(minutes: f64) -> f64 {
    if minutes >= 7.0 * 1440.0 {
        1440.0
    } else if minutes >= 1440.0 {
        60.0
    } else if minutes >= 60.0 {
        1.0
    } else {
        1.0 / 60.0
    }
}

/// The minutes that `text` says.
///
/// Units may be abbreviated or written out in English or Spanish, each smaller than
/// the one before; `1:30` is an hour and 30 minutes; a number alone means minutes. Decimals have a point or a comma.
pub fn parse_duration(text: &str) -> Option<f64> {
    let text = text.trim().to_lowercase();
    if let Some((hours, minutes)) = text.split_once(':') {
        let (hours, minutes) = (whole(hours)?, whole(minutes)?);
        return (minutes < 60.0).then_some(hours * 60.0 + minutes).filter(|all| *all <= LONGEST_MINUTES);
    }
    let mut rest = text.as_str();
    let (mut total, mut last) = (0.0, f64::INFINITY);
    while !rest.is_empty() {
        let (number, after) = split(rest, |c| c.is_ascii_digit() || matches!(c, '.' | ','));
        let (word, after) = split(after.trim_start(), |c| !c.is_ascii_digit() && !c.is_whitespace());
        let word = word.trim_end_matches(['.', ',']);
        let count: f64 = number.replace(',', ".").parse().ok()?;
        let size = match (word, last.is_finite()) {
            ("", false) => 1.0,
            ("", true) => next_smaller(last),
            (word, _) => unit(word)?,
        };
        if size >= last {
            return None;
        }
        (total, last) = (total + count * size, size);
        rest = after.trim_start();
    }
    (last.is_finite() && total <= LONGEST_MINUTES).then_some(total)
}

fn whole(text: &str) -> Option<f64> {
    let text = text.trim();
    text.parse::<u32>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit())).map(f64::from)
}

/// `text` up to where `test` no longer holds, and what follows.
fn split(text: &str, test: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|c| !test(c)).unwrap_or(text.len()))
}

/// Minutes as people say them: `45 s`, `2 min`, `1 h 30 min`, `3 d`.
pub fn say_duration(catalog: &Catalog, minutes: f64) -> String {
    let unit = |key: &str, count: f64| catalog.text_with(key, &[("count", count.into())]);
    let parts = |large: (&str, f64), small: (&str, f64)| {
        if small.1 == 0.0 {
            unit(large.0, large.1)
        } else {
            format!("{} {}", unit(large.0, large.1), unit(small.0, small.1))
        }
    };
    if minutes < 1.0 {
        return unit("ui-seconds", (minutes * 60.0).round());
    }
    let whole = minutes.round();
    if whole < 60.0 {
        return unit("ui-minutes", (minutes * 10.0).round() / 10.0);
    }
    if whole < 1440.0 {
        return parts(("ui-hours", (whole / 60.0).floor()), ("ui-minutes", whole % 60.0));
    }
    let hours = (whole / 60.0).round();
    parts(("ui-days", (hours / 24.0).floor()), ("ui-hours", hours % 24.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::UiLang;

    #[test]
    fn durations_read_as_people_say_them() {
        let catalog = Catalog::of(UiLang::En);
        let table = [(0.5, "30 s"), (2.0, "2 min"), (90.0, "1 h 30 min"), (120.0, "2 h"), (4320.0, "3 d")];
        for (minutes, words) in table {
            assert_eq!(say_duration(catalog, minutes), words);
        }
    }

    #[test]
    fn durations_are_understood_as_people_write_them() {
        let table = [
            ("2 min", 2.0),
            ("2", 2.0),
            ("0", 0.0),
            ("45 s", 0.75),
            ("45s", 0.75),
            ("1 h 30", 90.0),
            ("1h30", 90.0),
            ("1 h 30 min", 90.0),
            ("1:30", 90.0),
            ("1,5 h", 90.0),
            ("1.5 hours", 90.0),
            ("3 d", 4320.0),
            ("2 d 4", 2880.0 + 240.0),
            ("1 min 30", 1.5),
            (" 3 DÍAS ", 4320.0),
            ("2 horas 5 minutos", 125.0),
            ("20 seg.", 1.0 / 3.0),
            ("1 week 1 day", 8.0 * 1440.0),
        ];
        for (text, minutes) in table {
            let read = parse_duration(text).unwrap_or_else(|| panic!("{text} is not understood"));
            assert!((read - minutes).abs() < 1e-9, "{text}: {read}");
        }
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        let table = [
            "",
            "soon",
            "min",
            "2 parsecs",
            "-2 min",
            "1 min 2 h",
            "1 h 2 h",
            "1:75",
            "1.2.3 min",
            "1e9 d",
            "9999 d",
            "+1:20",
        ];
        for text in table {
            assert_eq!(parse_duration(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_said_is_understood() {
        for lang in UiLang::ALL {
            for minutes in [0.5, 2.0, 2.5, 59.0, 90.0, 120.0, 1440.0, 4500.0] {
                let said = say_duration(Catalog::of(lang), minutes);
                assert_eq!(parse_duration(&said), Some(minutes), "{said}");
            }
        }
    }
}
