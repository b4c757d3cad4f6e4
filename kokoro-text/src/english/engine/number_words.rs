//! Numbers in words, as misaki reads them: American, without "and", and with its own years and
//! decimals. The words themselves are those of `kokoro_normalize::english::numbers`.

use kokoro_normalize::Dialect;
use kokoro_normalize::english::numbers::{self, BELOW_TWENTY, THOUSANDS};

/// The words of a whole number, given by its digits. What is too long to have a name is read digit
/// by digit.
pub(super) fn cardinal(digits: &str) -> Vec<&'static str> {
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() {
        return vec![BELOW_TWENTY[0]];
    }
    if significant.len() > 3 * THOUSANDS.len() {
        return digits.bytes().map(|digit| BELOW_TWENTY[usize::from(digit - b'0') % 10]).collect();
    }
    let mut words = Vec::new();
    let mut rest = significant;
    for scale in (0..significant.len().div_ceil(3)).rev() {
        let (group, after) = rest.split_at(rest.len() - 3 * scale);
        rest = after;
        let value = group.bytes().fold(0, |value, digit| 10 * value + usize::from(digit - b'0'));
        below_thousand(value, &mut words);
        if value > 0 && scale > 0 {
            words.push(THOUSANDS[scale]);
        }
    }
    words
}

/// The words of a number from 1 to 999; none for 0.
fn below_thousand(value: usize, words: &mut Vec<&'static str>) {
    numbers::below_thousand(value, Dialect::American, words);
}

/// The words of an ordinal number, given by its digits. The last is no word of [`cardinal`].
pub(super) fn ordinal(digits: &str) -> Vec<String> {
    let mut words: Vec<String> = cardinal(digits).into_iter().map(str::to_owned).collect();
    if let Some(last) = words.last_mut() {
        *last = match last.as_str() {
            "one" => "first".into(),
            "two" => "second".into(),
            "three" => "third".into(),
            "five" => "fifth".into(),
            "eight" => "eighth".into(),
            "nine" => "ninth".into(),
            "twelve" => "twelfth".into(),
            tens if tens.ends_with("ty") => format!("{}ieth", &tens[..tens.len() - 1]),
            other => format!("{other}th"),
        };
    }
    words
}

/// The words of a year of four digits: "nineteen oh five", "two thousand five".
pub(super) fn year(digits: &str) -> Vec<&'static str> {
    let value = digits.bytes().fold(0, |value, digit| 10 * value + usize::from(digit - b'0'));
    let (century, rest) = (value / 100 % 100, value % 100);
    if century == 0 || century % 10 == 0 && rest < 10 {
        return cardinal(digits);
    }
    let mut words = Vec::new();
    below_thousand(century, &mut words);
    match rest {
        0 => words.push("hundred"),
        1..10 => words.push("oh"),
        _ => {}
    }
    below_thousand(rest, &mut words);
    words
}

/// The words of a decimal number as misaki says it. misaki reads the number into a double and says
/// the fewest digits that tell this double from all others. The digits behind the point are those
/// of the fraction alone. They are cut off there, unless the fraction is within a hundredth of its
/// last digit of a whole digit: then they are rounded. A fraction of zero is not said.
pub(super) fn decimal(number: &str) -> Vec<&'static str> {
    let Ok(value) = number.parse::<f64>() else { return Vec::new() };
    let mut words = cardinal(&format!("{:.0}", value.trunc()));
    let shortest = value.to_string();
    if let Some((_, fraction)) = shortest.split_once('.') {
        let scaled = value.fract() * 10f64.powi(i32::try_from(fraction.len()).unwrap_or(i32::MAX));
        let exact = (scaled.round() - scaled).abs() < 0.01;
        let whole = if exact { scaled.round() } else { scaled.floor() };
        let digits = format!("{whole:0>width$.0}", width = fraction.len());
        words.push("point");
        words.extend(digits.bytes().map(|digit| BELOW_TWENTY[usize::from(digit - b'0') % 10]));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_words() {
        assert_eq!(cardinal("0").join(" "), "zero");
        assert_eq!(cardinal("000120034").join(" "), "one hundred twenty thousand thirty four");
        assert_eq!(cardinal(&format!("1{}", "0".repeat(63))).join(" "), "one vigintillion");
        assert_eq!(cardinal(&"7".repeat(99)).len(), 99);
        assert_eq!(ordinal("1012").join(" "), "one thousand twelfth");
        assert_eq!(ordinal("40").join(" "), "fortieth");
        assert_eq!(year("1905").join(" "), "nineteen oh five");
        assert_eq!(year("2005").join(" "), "two thousand five");
        assert_eq!(year("1200").join(" "), "twelve hundred");
        assert_eq!(year("0042").join(" "), "forty two");
        assert_eq!(decimal("100.050").join(" "), "one hundred point zero five");
        assert_eq!(decimal("3.0").join(" "), "three");
    }
}
