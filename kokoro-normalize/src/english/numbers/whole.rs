//! Whole numbers, digits and decimals in words.

use crate::Dialect;

/// The numbers below twenty.
pub const BELOW_TWENTY: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The names of the powers of a thousand.
pub const THOUSANDS: [&str; 22] = [
    "",
    "thousand",
    "million",
    "billion",
    "trillion",
    "quadrillion",
    "quintillion",
    "sextillion",
    "septillion",
    "octillion",
    "nonillion",
    "decillion",
    "undecillion",
    "duodecillion",
    "tredecillion",
    "quattuordecillion",
    "quindecillion",
    "sexdecillion",
    "septdecillion",
    "octodecillion",
    "novemdecillion",
    "vigintillion",
];

/// The longest number that is read as one, in digits: few know the names of larger ones.
const LONGEST: usize = 36;

/// A whole number, given by its decimal digits, in words; zeros in front do not count. A number of
/// more than 36 digits is read digit by digit. Characters that are not ASCII digits are left out.
///
/// ```
/// use kokoro_normalize::{Dialect, english::numbers};
///
/// assert_eq!(numbers::cardinal("1205", Dialect::American), "one thousand two hundred five");
/// assert_eq!(numbers::cardinal("1205", Dialect::British), "one thousand two hundred and five");
/// assert_eq!(numbers::cardinal("1005", Dialect::British), "one thousand and five");
/// ```
pub fn cardinal(number: &str, dialect: Dialect) -> String {
    let all: Vec<usize> =
        number.bytes().filter(u8::is_ascii_digit).map(|digit| (digit - b'0') as usize).collect();
    let zeros = all.iter().take_while(|digit| **digit == 0).count();
    let value = &all[zeros..];
    if value.is_empty() {
        return if all.is_empty() { String::new() } else { BELOW_TWENTY[0].into() };
    }
    if value.len() > LONGEST {
        return digits(number);
    }
    let mut words = Vec::new();
    let groups = value.len().div_ceil(3);
    for (at, group) in value.rchunks(3).rev().enumerate() {
        let group = group.iter().fold(0, |sum, digit| 10 * sum + digit);
        let power = groups - 1 - at;
        if group == 0 {
            continue;
        }
        if dialect == Dialect::British && power == 0 && group < 100 && at > 0 {
            words.push("and");
        }
        below_thousand(group, dialect, &mut words);
        if power > 0 {
            words.push(THOUSANDS[power]);
        }
    }
    words.join(" ")
}

/// Appends the words of a number below 1000; none for 0. A number from 1000 to 1999 is said in
/// hundreds ("ten hundred").
///
/// # Panics
/// For a number of 2000 or more.
pub fn below_thousand(number: usize, dialect: Dialect, words: &mut Vec<&'static str>) {
    let (hundreds, below) = (number / 100, number % 100);
    if hundreds > 0 {
        words.extend([BELOW_TWENTY[hundreds], "hundred"]);
        if below > 0 && dialect == Dialect::British {
            words.push("and");
        }
    }
    if below >= 20 {
        words.push(TENS[below / 10]);
        if !below.is_multiple_of(10) {
            words.push(BELOW_TWENTY[below % 10]);
        }
    } else if below > 0 {
        words.push(BELOW_TWENTY[below]);
    }
}

/// The digits one by one: "zero zero seven". Other characters are left out.
pub fn digits(number: &str) -> String {
    named_digits(number, BELOW_TWENTY[0])
}

/// The digits one by one, as those of a telephone number: "five five five oh one".
pub fn spoken_digits(number: &str) -> String {
    named_digits(number, "oh")
}

fn named_digits(number: &str, zero: &'static str) -> String {
    let name = |digit| if digit == b'0' { zero } else { BELOW_TWENTY[(digit - b'0') as usize] };
    number.bytes().filter(u8::is_ascii_digit).map(name).collect::<Vec<_>>().join(" ")
}

/// A number with decimals: "three point one zero". Without a whole part it begins with "point".
pub fn decimal(whole: &str, decimals: &str, dialect: Dialect) -> String {
    let mut words = cardinal(whole, dialect);
    if !words.is_empty() {
        words.push(' ');
    }
    words + "point " + &digits(decimals)
}

#[cfg(test)]
mod tests;
