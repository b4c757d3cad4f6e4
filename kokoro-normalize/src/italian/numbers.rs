//! Italian number words.

pub use crate::european::form::{Ending, Form};

const SMALL: [&str; 20] = [
    "zero",
    "uno",
    "due",
    "tre",
    "quattro",
    "cinque",
    "sei",
    "sette",
    "otto",
    "nove",
    "dieci",
    "undici",
    "dodici",
    "tredici",
    "quattordici",
    "quindici",
    "sedici",
    "diciassette",
    "diciotto",
    "diciannove",
];

const TENS: [&str; 10] = [
    "",
    "dieci",
    "venti",
    "trenta",
    "quaranta",
    "cinquanta",
    "sessanta",
    "settanta",
    "ottanta",
    "novanta",
];

/// A thousand thousands, a thousand times as much, and so on: one and more of them.
const MILLIONS: [(&str, &str); 8] = [
    ("milione", "milioni"),
    ("miliardo", "miliardi"),
    ("bilione", "bilioni"),
    ("biliardo", "biliardi"),
    ("trilione", "trilioni"),
    ("triliardo", "triliardi"),
    ("quadrilione", "quadrilioni"),
    ("quadriliardo", "quadriliardi"),
];

/// Digits in words: `cardinal("21", Form::Alone)` is "ventuno". Signs other than digits are passed
/// over; more than thirty digits are said one by one.
///
/// ```
/// use kokoro_normalize::italian::numbers::{Form, cardinal};
///
/// assert_eq!(cardinal("1", Form::Feminine), "una");
/// assert_eq!(cardinal("206", Form::Alone), "duecentosei");
/// assert_eq!(cardinal("1023", Form::Alone), "milleventitré");
/// ```
pub fn cardinal(number: &str, form: Form) -> String {
    let all: Vec<usize> =
        number.chars().filter_map(|c| c.to_digit(10)).map(|digit| digit as usize).collect();
    let start = all.iter().position(|digit| *digit != 0).unwrap_or(all.len());
    let value = &all[start..];
    match value {
        [] => return if all.is_empty() { String::new() } else { SMALL[0].to_string() },
        [1] => return one(form).to_string(),
        _ if value.len() > 30 => return digits(number),
        _ => {}
    }
    let groups: Vec<usize> =
        value.rchunks(3).map(|group| group.iter().fold(0, |sum, digit| sum * 10 + digit)).collect();
    let mut words = Vec::new();
    for (power, group) in groups.iter().enumerate().skip(2).rev().filter(|(_, group)| **group > 0) {
        let (one, many) = MILLIONS[power - 2];
        words.push(match group {
            1 => format!("un {one}"),
            _ => format!("{} {many}", accented(hundreds(*group))),
        });
    }
    let thousands = match groups.get(1) {
        None | Some(0) => String::new(),
        Some(1) => "mille".to_string(),
        Some(group) => format!("{}mila", hundreds(*group)),
    };
    let rest = hundreds(groups[0]);
    if !thousands.is_empty() || !rest.is_empty() {
        words.push(accented(thousands + &rest));
    }
    words.join(" ")
}

/// "uno", "un", "una".
fn one(form: Form) -> &'static str {
    match form {
        Form::Alone => "uno",
        Form::Masculine => "un",
        Form::Feminine => "una",
    }
}

/// A number below a thousand; nothing for zero.
fn hundreds(value: usize) -> String {
    let (count, rest) = (value / 100, value % 100);
    let hundred = match count {
        0 => String::new(),
        1 => "cento".to_string(),
        _ => format!("{}cento", SMALL[count]),
    };
    let tens = tens(rest);
    // "centotto", "centottanta"
    let hundred = match hundred.strip_suffix('o') {
        Some(stem) if tens.starts_with('o') => stem,
        _ => &hundred,
    };
    format!("{hundred}{tens}")
}

/// A number below a hundred; nothing for zero.
fn tens(value: usize) -> String {
    match (value / 10, value % 10) {
        (0, 0) => String::new(),
        (0 | 1, _) => SMALL[value].to_string(),
        (ten, 0) => TENS[ten].to_string(),
        (ten, unit @ (1 | 8)) => format!("{}{}", &TENS[ten][..TENS[ten].len() - 1], SMALL[unit]),
        (ten, unit) => format!("{}{}", TENS[ten], SMALL[unit]),
    }
}

/// With the accent of "ventitré", if a word ends in "tre" and is not "tre" itself.
fn accented(word: String) -> String {
    match word.strip_suffix("tre") {
        Some(stem) if !stem.is_empty() => format!("{stem}tré"),
        _ => word,
    }
}

/// Digits one by one: "uno due zero".
pub fn digits(digits: &str) -> String {
    let digits = digits.chars().filter_map(|c| c.to_digit(10));
    digits.map(|digit| SMALL[digit as usize]).collect::<Vec<_>>().join(" ")
}

/// The ordinal of digits: `ordinal("21", Ending::Feminine)` is "ventunesima". `None` for zero and
/// for more than twelve digits.
pub fn ordinal(digits: &str, ending: Ending) -> Option<String> {
    const FIRST: [&str; 10] =
        ["prim", "second", "terz", "quart", "quint", "sest", "settim", "ottav", "non", "decim"];
    let value = digits.trim_start_matches('0');
    let vowel = if ending == Ending::Feminine { 'a' } else { 'o' };
    let stem = match value.parse::<usize>() {
        Ok(0) | Err(_) => return None,
        Ok(value @ 1..=10) => FIRST[value - 1].to_string(),
        Ok(_) if value.len() > 12 => return None,
        Ok(_) => format!("{}esim", ordinal_stem(&cardinal(value, Form::Alone))),
    };
    Some(format!("{stem}{vowel}"))
}

/// A cardinal without its last vowel, as ordinals begin: "ventitre", "ventisei", "duemill".
fn ordinal_stem(cardinal: &str) -> String {
    let joined = cardinal.replace(' ', "");
    let joined = match joined.strip_prefix("un") {
        Some(rest) if rest.starts_with("mili") => rest.to_string(),
        _ => joined,
    };
    if let Some(stem) = joined.strip_suffix("mila") {
        return format!("{stem}mill");
    }
    if let Some(stem) = joined.strip_suffix("tré") {
        return format!("{stem}tre");
    }
    match joined.strip_suffix(['a', 'e', 'i', 'o']) {
        Some(stem) if !joined.ends_with("sei") => stem.to_string(),
        _ => joined,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cardinals() {
        for (digits, form, words) in [
            ("0", Form::Alone, "zero"),
            ("00", Form::Alone, "zero"),
            ("1", Form::Alone, "uno"),
            ("1", Form::Masculine, "un"),
            ("3", Form::Alone, "tre"),
            ("21", Form::Feminine, "ventuno"),
            ("23", Form::Alone, "ventitré"),
            ("28", Form::Alone, "ventotto"),
            ("100", Form::Alone, "cento"),
            ("101", Form::Alone, "centouno"),
            ("103", Form::Alone, "centotré"),
            ("108", Form::Alone, "centotto"),
            ("180", Form::Alone, "centottanta"),
            ("999", Form::Alone, "novecentonovantanove"),
            ("1000", Form::Alone, "mille"),
            ("1861", Form::Alone, "milleottocentosessantuno"),
            ("2023", Form::Alone, "duemilaventitré"),
            ("23000", Form::Alone, "ventitremila"),
            ("1000000", Form::Alone, "un milione"),
            ("2000001", Form::Alone, "due milioni uno"),
            ("3000000000", Form::Alone, "tre miliardi"),
            ("1034500", Form::Alone, "un milione trentaquattromilacinquecento"),
        ] {
            assert_eq!(cardinal(digits, form), words);
        }
        assert_eq!(cardinal(&"1".repeat(31), Form::Alone).split(' ').count(), 31);
    }

    #[test]
    fn ordinals() {
        for (digits, ending, words) in [
            ("1", Ending::Masculine, "primo"),
            ("3", Ending::Feminine, "terza"),
            ("11", Ending::Masculine, "undicesimo"),
            ("20", Ending::Feminine, "ventesima"),
            ("21", Ending::Masculine, "ventunesimo"),
            ("23", Ending::Masculine, "ventitreesimo"),
            ("26", Ending::Masculine, "ventiseiesimo"),
            ("100", Ending::Masculine, "centesimo"),
            ("1000", Ending::Masculine, "millesimo"),
            ("2000", Ending::Masculine, "duemillesimo"),
            ("1000000", Ending::Masculine, "milionesimo"),
        ] {
            assert_eq!(ordinal(digits, ending).unwrap(), words);
        }
        assert_eq!(ordinal("0", Ending::Masculine), None);
    }
}
