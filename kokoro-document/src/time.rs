//! Lengths of time as SSML, CSS and people write them.

use std::time::Duration;

/// The length of time that `text` names: a number and its unit, `s` or `ms`, as in `1.5s`, `500ms`
/// and `+2 s`. None if it is none. What is longer than a [`Duration`] can be is [`Duration::MAX`].
pub fn parse_time(text: &str) -> Option<Duration> {
    let lower = text.trim().to_ascii_lowercase();
    let (number, unit) = match lower.strip_suffix("ms") {
        Some(number) => (number, 1e-3),
        None => (lower.strip_suffix('s')?, 1.0),
    };
    let number = number.trim_end();
    let number = number.strip_prefix('+').unwrap_or(number);
    let is_number = number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let seconds = number.parse::<f64>().ok().filter(|_| is_number)? * unit;
    Some(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_number_with_a_unit() {
        let ms = |text| parse_time(text).map(|time| time.as_millis());
        for (text, expected) in [
            ("1.5s", 1500),
            ("500ms", 500),
            (" +2 S ", 2000),
            (".5s", 500),
            ("0ms", 0),
            ("86400s", 86_400_000),
        ] {
            assert_eq!(ms(text), Some(expected), "{text}");
        }
        for text in ["", "s", "1", "1m", "-1s", "1.2.3s", "1e3s", "infs", "nan s", "1 000ms", "½s"]
        {
            assert_eq!(ms(text), None, "{text}");
        }
        assert_eq!(parse_time(&format!("{}s", "9".repeat(400))), Some(Duration::MAX));
    }
}
