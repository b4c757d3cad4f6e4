//! Portuguese numbers in words.

pub use crate::european::form::{Ending, Form};

const SMALL: [&str; 20] = [
    "zero",
    "um",
    "dois",
    "três",
    "quatro",
    "cinco",
    "seis",
    "sete",
    "oito",
    "nove",
    "dez",
    "onze",
    "doze",
    "treze",
    "catorze",
    "quinze",
    "dezesseis",
    "dezessete",
    "dezoito",
    "dezenove",
];

const TENS: [&str; 10] = [
    "",
    "dez",
    "vinte",
    "trinta",
    "quarenta",
    "cinquenta",
    "sessenta",
    "setenta",
    "oitenta",
    "noventa",
];

/// The stems of the hundreds, which end in "os" or "as".
const HUNDREDS: [&str; 10] = [
    "",
    "cento",
    "duzent",
    "trezent",
    "quatrocent",
    "quinhent",
    "seiscent",
    "setecent",
    "oitocent",
    "novecent",
];

/// A thousand, a million, a thousand millions and so on.
const POWERS: [(&str, &str); 10] = [
    ("", ""),
    ("mil", "mil"),
    ("milhão", "milhões"),
    ("bilhão", "bilhões"),
    ("trilhão", "trilhões"),
    ("quatrilhão", "quatrilhões"),
    ("quintilhão", "quintilhões"),
    ("sextilhão", "sextilhões"),
    ("septilhão", "septilhões"),
    ("octilhão", "octilhões"),
];

/// Digits in words: `cardinal("22", Form::Feminine)` is "vinte e duas". Signs other than digits are
/// passed over; more than thirty digits are said one by one.
///
/// ```
/// use kokoro_normalize::portuguese::numbers::{Form, cardinal};
///
/// assert_eq!(cardinal("1101", Form::Alone), "mil cento e um");
/// assert_eq!(cardinal("2201", Form::Feminine), "duas mil duzentas e uma");
/// ```
pub fn cardinal(digits: &str, form: Form) -> String {
    let values: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    let start = values.iter().position(|digit| *digit != 0).unwrap_or(values.len());
    let value = &values[start..];
    if value.is_empty() {
        return if values.is_empty() { String::new() } else { SMALL[0].to_string() };
    }
    if value.len() > 30 {
        return value.iter().map(|digit| SMALL[*digit as usize]).collect::<Vec<_>>().join(" ");
    }
    let groups: Vec<u32> =
        value.rchunks(3).map(|group| group.iter().fold(0, |sum, digit| sum * 10 + digit)).collect();
    let last = groups.iter().position(|group| *group > 0).unwrap_or(0);
    let mut said = String::new();
    for (power, group) in groups.iter().enumerate().rev().filter(|(_, group)| **group > 0) {
        // Only the last group is joined by "e", if it is short: "mil e cem", "mil cento e um".
        let short = power == last && (*group < 100 || group.is_multiple_of(100));
        if !said.is_empty() {
            said.push_str(if short { " e " } else { " " });
        }
        let (one, many) = POWERS[power];
        let counted = if power < 2 { form } else { Form::Masculine };
        match (power, *group) {
            (0, _) => said.push_str(&thousand(*group, counted)),
            (1, 1) => said.push_str(one),
            (_, 1) => said.push_str(&format!("um {one}")),
            _ => said.push_str(&format!("{} {many}", thousand(*group, counted))),
        }
    }
    said
}

/// A number from 1 to 999.
fn thousand(value: u32, form: Form) -> String {
    let (hundreds, rest) = ((value / 100) as usize, (value % 100) as usize);
    let feminine = form == Form::Feminine;
    let mut parts = Vec::new();
    match (hundreds, rest) {
        (0, _) => {}
        (1, 0) => parts.push("cem".to_string()),
        (1, _) => parts.push(HUNDREDS[1].to_string()),
        _ => parts.push(format!("{}{}", HUNDREDS[hundreds], if feminine { "as" } else { "os" })),
    }
    if rest >= 20 {
        parts.push(TENS[rest / 10].to_string());
    }
    let unit = if rest >= 20 { rest % 10 } else { rest };
    match unit {
        0 => {}
        1 if feminine => parts.push("uma".to_string()),
        2 if feminine => parts.push("duas".to_string()),
        _ => parts.push(SMALL[unit].to_string()),
    }
    parts.join(" e ")
}

/// Digits one by one: "um dois zero".
pub fn digits(digits: &str) -> String {
    let digits = digits.chars().filter_map(|c| c.to_digit(10));
    digits.map(|digit| SMALL[digit as usize]).collect::<Vec<_>>().join(" ")
}

/// Ordinals of one to nine, of tens and of hundreds, without their endings.
const ORDINALS: [[&str; 10]; 3] = [
    ["", "primeir", "segund", "terceir", "quart", "quint", "sext", "sétim", "oitav", "non"],
    [
        "",
        "décim",
        "vigésim",
        "trigésim",
        "quadragésim",
        "quinquagésim",
        "sexagésim",
        "septuagésim",
        "octogésim",
        "nonagésim",
    ],
    [
        "",
        "centésim",
        "ducentésim",
        "tricentésim",
        "quadringentésim",
        "quingentésim",
        "sexcentésim",
        "septingentésim",
        "octingentésim",
        "noningentésim",
    ],
];

/// The ordinal of digits: `ordinal("21", Ending::Feminine)` is "vigésima primeira". `None` for zero
/// and from a billion on.
pub fn ordinal(digits: &str, ending: Ending) -> Option<String> {
    let value: usize = digits.parse().ok().filter(|value| (1..1_000_000_000).contains(value))?;
    let vowel = if ending == Ending::Feminine { "a" } else { "o" };
    let mut words = Vec::new();
    for (count, name) in [(value / 1_000_000, "milionésim"), (value / 1000 % 1000, "milésim")] {
        match count {
            0 => continue,
            1 => {}
            _ => words.push(ordinal(&count.to_string(), ending)?),
        }
        words.push(format!("{name}{vowel}"));
    }
    for power in [2, 1, 0] {
        let digit = value / 10_usize.pow(power) % 10;
        if digit > 0 {
            words.push(format!("{}{vowel}", ORDINALS[power as usize][digit]));
        }
    }
    Some(words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cardinals() {
        for (digits, form, words) in [
            ("0", Form::Alone, "zero"),
            ("2", Form::Feminine, "duas"),
            ("100", Form::Alone, "cem"),
            ("101", Form::Feminine, "cento e uma"),
            ("200", Form::Feminine, "duzentas"),
            ("1100", Form::Alone, "mil e cem"),
            ("1999", Form::Alone, "mil novecentos e noventa e nove"),
            ("2024", Form::Alone, "dois mil e vinte e quatro"),
            ("31000", Form::Feminine, "trinta e uma mil"),
            ("1001000", Form::Alone, "um milhão e mil"),
            ("1001110", Form::Alone, "um milhão mil cento e dez"),
            ("2000000001", Form::Masculine, "dois bilhões e um"),
            ("1230000000000", Form::Alone, "um trilhão duzentos e trinta bilhões"),
        ] {
            assert_eq!(cardinal(digits, form), words);
        }
        assert!(cardinal(&"9".repeat(30), Form::Alone).contains("octilhões"));
        assert!(cardinal(&"9".repeat(31), Form::Alone).starts_with("nove nove"));
        assert_eq!(cardinal("", Form::Alone), "");
    }

    #[test]
    fn ordinals() {
        for (digits, ending, words) in [
            ("1", Ending::Masculine, "primeiro"),
            ("12", Ending::Feminine, "décima segunda"),
            ("134", Ending::Masculine, "centésimo trigésimo quarto"),
            ("1000", Ending::Masculine, "milésimo"),
            ("2001", Ending::Feminine, "segunda milésima primeira"),
        ] {
            assert_eq!(ordinal(digits, ending).unwrap(), words);
        }
        assert_eq!(ordinal("0", Ending::Masculine), None);
    }
}
