//! Spanish numbers in words.

pub use crate::european::form::{Ending, Form};

/// Zero to twenty-nine, each in one word.
const SMALL: [&str; 30] = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
];

const TENS: [&str; 10] = [
    "",
    "diez",
    "veinte",
    "treinta",
    "cuarenta",
    "cincuenta",
    "sesenta",
    "setenta",
    "ochenta",
    "noventa",
];

/// The stems of the hundreds, which end in "os" or "as".
const HUNDREDS: [&str; 10] = [
    "",
    "ciento",
    "doscient",
    "trescient",
    "cuatrocient",
    "quinient",
    "seiscient",
    "setecient",
    "ochocient",
    "novecient",
];

/// A million, a million millions and so on.
const MILLIONS: [(&str, &str); 5] = [
    ("", ""),
    ("millón", "millones"),
    ("billón", "billones"),
    ("trillón", "trillones"),
    ("cuatrillón", "cuatrillones"),
];

/// Digits in words: `cardinal("21", Form::Masculine)` is "veintiún". Signs other than digits are
/// passed over; more than thirty digits are said one by one.
///
/// ```
/// use kokoro_normalize::spanish::numbers::{Form, cardinal};
///
/// assert_eq!(cardinal("21", Form::Alone), "veintiuno");
/// assert_eq!(cardinal("2201", Form::Feminine), "dos mil doscientas una");
/// ```
pub fn cardinal(digits: &str, form: Form) -> String {
    let digits: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    let start = digits.iter().position(|digit| *digit != 0).unwrap_or(digits.len());
    let value = &digits[start..];
    if value.is_empty() {
        return if digits.is_empty() { String::new() } else { SMALL[0].to_string() };
    }
    if value.len() > 30 {
        return value.iter().map(|digit| SMALL[*digit as usize]).collect::<Vec<_>>().join(" ");
    }
    let mut words = Vec::new();
    let groups: Vec<u32> =
        value.rchunks(6).map(|group| group.iter().fold(0, |sum, digit| sum * 10 + digit)).collect();
    for (power, group) in groups.iter().enumerate().rev().filter(|(_, group)| **group > 0) {
        let (one, many) = MILLIONS[power];
        million(*group, if power > 0 { Form::Masculine } else { form }, &mut words);
        words.push(if *group == 1 { one } else { many }.to_string());
    }
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

/// A number below a million.
fn million(value: u32, form: Form, words: &mut Vec<String>) {
    let (thousands, rest) = (value / 1000, value % 1000);
    if thousands > 1 {
        let form = if form == Form::Feminine { form } else { Form::Masculine };
        thousand(thousands, form, words);
    }
    if thousands > 0 {
        words.push("mil".to_string());
    }
    thousand(rest, form, words);
}

/// A number below a thousand.
fn thousand(value: u32, form: Form, words: &mut Vec<String>) {
    let (hundreds, rest) = ((value / 100) as usize, value % 100);
    match hundreds {
        0 => {}
        1 if rest == 0 => words.push("cien".to_string()),
        1 => words.push("ciento".to_string()),
        _ => {
            let ending = if form == Form::Feminine { "as" } else { "os" };
            words.push(format!("{}{ending}", HUNDREDS[hundreds]));
        }
    }
    let one = match form {
        Form::Alone => "uno",
        Form::Masculine => "un",
        Form::Feminine => "una",
    };
    match (rest / 10, rest % 10) {
        (0, 0) => {}
        (0, 1) => words.push(one.to_string()),
        (2, 1) if form == Form::Masculine => words.push("veintiún".to_string()),
        (2, 1) => words.push(format!("veinti{one}")),
        (0..=2, _) => words.push(SMALL[rest as usize].to_string()),
        (tens, 0) => words.push(TENS[tens as usize].to_string()),
        (tens, 1) => words.push(format!("{} y {one}", TENS[tens as usize])),
        (tens, unit) => words.push(format!("{} y {}", TENS[tens as usize], SMALL[unit as usize])),
    }
}

/// Digits one by one: "uno dos cero".
pub fn digits(digits: &str) -> String {
    let digits = digits.chars().filter_map(|c| c.to_digit(10));
    digits.map(|digit| SMALL[digit as usize]).collect::<Vec<_>>().join(" ")
}

/// First to twentieth, without their endings.
const FIRST: [&str; 21] = [
    "",
    "primer",
    "segund",
    "tercer",
    "cuart",
    "quint",
    "sext",
    "séptim",
    "octav",
    "noven",
    "décim",
    "undécim",
    "duodécim",
    "decimotercer",
    "decimocuart",
    "decimoquint",
    "decimosext",
    "decimoséptim",
    "decimoctav",
    "decimonoven",
    "vigésim",
];

const TENTHS: [&str; 10] = [
    "",
    "décim",
    "vigésim",
    "trigésim",
    "cuadragésim",
    "quincuagésim",
    "sexagésim",
    "septuagésim",
    "octogésim",
    "nonagésim",
];

const HUNDREDTHS: [&str; 10] = [
    "",
    "centésim",
    "ducentésim",
    "tricentésim",
    "cuadringentésim",
    "quingentésim",
    "sexcentésim",
    "septingentésim",
    "octingentésim",
    "noningentésim",
];

/// The ordinal of digits: `ordinal("3", Ending::Short)` is "tercer". `None` for zero and from a
/// billion on.
pub fn ordinal(digits: &str, ending: Ending) -> Option<String> {
    let value: u64 = digits.parse().ok().filter(|value| (1..1_000_000_000_000).contains(value))?;
    let vowel = if ending == Ending::Feminine { "a" } else { "o" };
    let (millions, thousands, rest) =
        (value / 1_000_000, value / 1000 % 1000, (value % 1000) as usize);
    let mut words = Vec::new();
    for (count, name) in [(millions, "millonésim"), (thousands, "milésim")] {
        let prefix = match count {
            0 => continue,
            1 => String::new(),
            _ => cardinal(&count.to_string(), Form::Masculine).replace(' ', ""),
        };
        words.push(format!("{prefix}{name}{vowel}"));
    }
    if rest >= 100 {
        words.push(format!("{}{vowel}", HUNDREDTHS[rest / 100]));
    }
    let rest = rest % 100;
    let last = match rest {
        0 => "",
        11 | 12 if ending == Ending::Short => ["decimoprimer", "decimosegund"][rest - 11],
        1..=20 => FIRST[rest],
        _ => FIRST[rest % 10],
    };
    let short = ending == Ending::Short && matches!(rest % 10, 1 | 3) && rest != 0;
    let last = if short || last.is_empty() { last.to_string() } else { format!("{last}{vowel}") };
    match rest {
        21..=29 => words.push(format!("vigesi{}", behind_twenty(&last))),
        30.. if last.is_empty() => words.push(format!("{}{vowel}", TENTHS[rest / 10])),
        30.. => words.push(format!("{}{vowel} {last}", TENTHS[rest / 10])),
        _ => words.push(last),
    }
    words.retain(|word| !word.is_empty());
    Some(words.join(" "))
}

/// The second part of "vigesimoprimero", "vigesimoctavo".
fn behind_twenty(last: &str) -> String {
    if last.starts_with('o') { format!("m{last}") } else { format!("mo{last}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cardinals() {
        for (digits, form, words) in [
            ("0", Form::Alone, "cero"),
            ("1", Form::Masculine, "un"),
            ("100", Form::Alone, "cien"),
            ("101", Form::Alone, "ciento uno"),
            ("121", Form::Feminine, "ciento veintiuna"),
            ("21000", Form::Alone, "veintiún mil"),
            ("31000", Form::Feminine, "treinta y una mil"),
            ("200045", Form::Feminine, "doscientas mil cuarenta y cinco"),
            ("1000000", Form::Alone, "un millón"),
            ("2000000001", Form::Feminine, "dos mil millones una"),
            ("100000000000000000000002", Form::Alone, "cien mil trillones dos"),
        ] {
            assert_eq!(cardinal(digits, form), words);
        }
    }

    #[test]
    fn ordinals() {
        for (digits, ending, words) in [
            ("1", Ending::Short, "primer"),
            ("3", Ending::Feminine, "tercera"),
            ("11", Ending::Masculine, "undécimo"),
            ("13", Ending::Short, "decimotercer"),
            ("28", Ending::Masculine, "vigesimoctavo"),
            ("134", Ending::Feminine, "centésima trigésima cuarta"),
            ("1001", Ending::Short, "milésimo primer"),
            ("100000", Ending::Masculine, "cienmilésimo"),
        ] {
            assert_eq!(ordinal(digits, ending).unwrap(), words);
        }
        assert_eq!(ordinal("0", Ending::Masculine), None);
    }
}
