//! Numbers with what they count: currencies, magnitudes, units.

/// Currency signs and how they are read after their number. The engine reads the first three,
/// except before a magnitude.
pub(crate) const CURRENCIES: [(char, &str); 7] = [
    ('$', "dollars"),
    ('£', "pounds"),
    ('€', "euros"),
    ('¥', "yen"),
    ('₹', "rupees"),
    ('₩', "won"),
    ('₿', "bitcoins"),
];

/// Words between a number and its currency: `$5 million` is "five million dollars".
const MAGNITUDES: [&str; 5] = ["hundred", "thousand", "million", "billion", "trillion"];

/// Units as written after a number, and their names for one and for more.
const UNITS: [(&str, &str, &str); 25] = [
    ("km", "kilometer", "kilometers"),
    ("cm", "centimeter", "centimeters"),
    ("mm", "millimeter", "millimeters"),
    ("kg", "kilogram", "kilograms"),
    ("mg", "milligram", "milligrams"),
    ("ml", "milliliter", "milliliters"),
    ("mL", "milliliter", "milliliters"),
    ("ft", "foot", "feet"),
    ("yd", "yard", "yards"),
    ("lb", "pound", "pounds"),
    ("lbs", "pounds", "pounds"),
    ("oz", "ounce", "ounces"),
    ("mph", "mile per hour", "miles per hour"),
    ("hr", "hour", "hours"),
    ("hrs", "hours", "hours"),
    ("min", "minute", "minutes"),
    ("mins", "minutes", "minutes"),
    ("sec", "second", "seconds"),
    ("secs", "seconds", "seconds"),
    ("ms", "millisecond", "milliseconds"),
    ("Hz", "hertz", "hertz"),
    ("kHz", "kilohertz", "kilohertz"),
    ("MHz", "megahertz", "megahertz"),
    ("GHz", "giga hertz", "giga hertz"),
    ("kW", "kilowatt", "kilowatts"),
];

/// The name of the unit that is written `short` after a number. `one`: the number is 1.
fn unit(short: &str, one: bool) -> Option<&'static str> {
    let (_, singular, plural) = UNITS.iter().find(|(unit, ..)| *unit == short)?;
    Some(if one { singular } else { plural })
}

/// Length of the number at the start of `text`: digits, with `,` and `.` between them.
pub(crate) fn number_len(text: &[char]) -> usize {
    let run = text.iter().take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.')).count();
    text[..run].iter().rposition(char::is_ascii_digit).map_or(0, |last| last + 1)
}

/// The unit at `text[at]`, if a number comes before it: its length and its name.
pub(crate) fn unit_at(text: &[char], at: usize) -> Option<(usize, &'static str)> {
    let before = text[..at].strip_suffix(&[' ']).unwrap_or(&text[..at]);
    let is_part = |c: &char| c.is_alphanumeric();
    if !before.last()?.is_ascii_digit() || !text[at].is_alphabetic() {
        return None;
    }
    let short: String = text[at..].iter().copied().take_while(is_part).take(5).collect();
    let one = before.ends_with(&['1'])
        && !before[..before.len() - 1].last().is_some_and(|c| c.is_ascii_digit() || *c == '.');
    Some((short.chars().count(), unit(&short, one)?))
}

/// Length of the magnitude after the number at the start of `text`, with the space between:
/// `5 million` has 8.
pub(crate) fn magnitude_len(text: &[char]) -> usize {
    let number = number_len(text);
    if number == 0 || text.get(number) != Some(&' ') {
        return 0;
    }
    let word: String =
        text[number + 1..].iter().take_while(|c| c.is_alphabetic()).take(10).collect();
    if MAGNITUDES.contains(&word.as_str()) { 1 + word.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_agree_with_their_number() {
        assert_eq!(unit("kg", true), Some("kilogram"));
        assert_eq!(unit("kg", false), Some("kilograms"));
        assert_eq!(unit("KG", false), None);
    }
}
