//! Number words of Hindi.

/// 0 to 99, each a word of its own.
#[rustfmt::skip]
const WORDS: [&str; 100] = [
    "शून्य", "एक", "दो", "तीन", "चार", "पाँच", "छह", "सात", "आठ", "नौ",
    "दस", "ग्यारह", "बारह", "तेरह", "चौदह", "पंद्रह", "सोलह", "सत्रह", "अठारह", "उन्नीस",
    "बीस", "इक्कीस", "बाईस", "तेईस", "चौबीस", "पच्चीस", "छब्बीस", "सत्ताईस", "अट्ठाईस", "उनतीस",
    "तीस", "इकतीस", "बत्तीस", "तैंतीस", "चौंतीस", "पैंतीस", "छत्तीस", "सैंतीस", "अड़तीस", "उनतालीस",
    "चालीस", "इकतालीस", "बयालीस", "तैंतालीस", "चौवालीस",
    "पैंतालीस", "छियालीस", "सैंतालीस", "अड़तालीस", "उनचास",
    "पचास", "इक्यावन", "बावन", "तिरेपन", "चौवन", "पचपन", "छप्पन", "सत्तावन", "अट्ठावन", "उनसठ",
    "साठ", "इकसठ", "बासठ", "तिरेसठ", "चौंसठ", "पैंसठ", "छियासठ", "सड़सठ", "अड़सठ", "उनहत्तर",
    "सत्तर", "इकहत्तर", "बहत्तर", "तिहत्तर", "चौहत्तर",
    "पचहत्तर", "छिहत्तर", "सतहत्तर", "अठहत्तर", "उनासी",
    "अस्सी", "इक्यासी", "बयासी", "तिरासी", "चौरासी", "पचासी", "छियासी", "सत्तासी", "अट्ठासी",
    "नवासी",
    "नब्बे", "इक्यानबे", "बानबे", "तिरानबे", "चौरानबे",
    "पंचानबे", "छियानबे", "सत्तानबे", "अट्ठानबे", "निन्यानबे",
];

/// How many zeros a scale has, and its word; each but the first is a hundred times the one before.
const SCALES: [(u32, &str); 8] = [
    (17, "शंख"),
    (15, "पद्म"),
    (13, "नील"),
    (11, "खरब"),
    (9, "अरब"),
    (7, "करोड़"),
    (5, "लाख"),
    (3, "हज़ार"),
];

/// The cardinal number of ASCII digits: "105000" is "एक लाख पाँच हज़ार". Digits with zeros in
/// front, and more than 19 of them, are read one by one.
pub fn cardinal(digits: &str) -> String {
    let number = digits.parse::<u64>().ok().filter(|_| digits.len() <= 19);
    match number {
        Some(number) if !digits.starts_with('0') || digits.len() == 1 => words(number),
        _ => one_by_one(digits),
    }
}

/// The words of a number.
pub(super) fn words(number: u64) -> String {
    let mut said = Vec::new();
    let mut rest = number;
    for (zeros, scale) in SCALES {
        let unit = 10u64.pow(zeros);
        let count = rest / unit;
        if count > 0 {
            said.push(below_thousand(count));
            said.push(scale.to_owned());
        }
        rest %= unit;
    }
    if rest > 0 || number == 0 {
        said.push(below_thousand(rest));
    }
    said.join(" ")
}

/// The words of a number below 1000.
fn below_thousand(number: u64) -> String {
    let word = |number: u64| WORDS.get(number as usize).copied().unwrap_or_default();
    match (number / 100, number % 100) {
        (0, rest) => word(rest).to_owned(),
        (hundreds, 0) => format!("{} सौ", word(hundreds)),
        (hundreds, rest) => format!("{} सौ {}", word(hundreds), word(rest)),
    }
}

/// ASCII digits by their names. What is no digit is passed over.
pub fn one_by_one(digits: &str) -> String {
    let names = digits.chars().filter_map(|c| WORDS.get(c.to_digit(10)? as usize).copied());
    names.collect::<Vec<_>>().join(" ")
}

/// The ASCII digit that a digit of ASCII, of Devanagari or of full width stands for.
pub fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '०'..='९' => char::from_digit(c as u32 - '०' as u32, 10),
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        _ => None,
    }
}

/// The name of a digit of ASCII or Devanagari.
pub(super) fn digit_name(c: char) -> Option<&'static str> {
    let ascii = digit(c)?;
    WORDS.get(ascii.to_digit(10)? as usize).copied()
}

/// A year of four ASCII digits, by hundreds where a reader of Hindi counts them: उन्नीस सौ नब्बे.
pub(super) fn year(digits: &str) -> String {
    match digits.parse::<u64>() {
        Ok(year @ (1100..=1999 | 2100..=9999)) if year % 1000 >= 100 => {
            let hundreds = words(year / 100);
            match year % 100 {
                0 => format!("{hundreds} सौ"),
                rest => format!("{hundreds} सौ {}", words(rest)),
            }
        }
        _ => cardinal(digits),
    }
}

/// "पहला", "दूसरी", "पाँचवें": the number with the ending that is written behind it.
pub(super) fn ordinal(digits: &str, ending: &str) -> Option<String> {
    let vowel = match ending.trim_end_matches(['ं', 'ँ']).chars().next_back()? {
        vowel @ ('ा' | 'ी' | 'े') => vowel,
        _ => return None,
    };
    let stem = match (digits, ending.chars().next()?) {
        ("1", 'ल') => "पहल",
        ("2", 'र') => "दूसर",
        ("3", 'र') => "तीसर",
        ("4", 'थ') => "चौथ",
        ("6", 'ठ') => "छठ",
        (_, 'व') => return Some(cardinal(digits) + ending),
        _ => return None,
    };
    Some(format!("{stem}{vowel}"))
}

/// English ordinal numbers as they are said within Hindi.
#[rustfmt::skip]
const ENGLISH_ORDINALS: [&str; 20] = [
    "फ़र्स्ट", "सेकंड", "थर्ड", "फ़ोर्थ", "फ़िफ्थ", "सिक्स्थ", "सेवंथ", "एटथ", "नाइंथ", "टेंथ",
    "इलेवंथ", "ट्वेल्थ", "थर्टींथ", "फ़ोर्टींथ", "फ़िफ्टींथ",
    "सिक्सटींथ", "सेवंटींथ", "एटींथ", "नाइंटींथ", "ट्वेंटीएथ",
];

/// "1st", "2nd" and so on, as far as they are said in English.
pub(super) fn english_ordinal(digits: &str) -> Option<&'static str> {
    let number = digits.parse::<usize>().ok()?;
    ENGLISH_ORDINALS.get(number.checked_sub(1)?).copied()
}

/// A number and a half, which has words of its own: डेढ़, ढाई, साढ़े तीन.
pub(super) fn and_a_half(digits: &str) -> Option<String> {
    Some(match digits.parse::<u64>().ok()? {
        0 => "आधा".into(),
        1 => "डेढ़".into(),
        2 => "ढाई".into(),
        number @ 3..=99 => format!("साढ़े {}", words(number)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_in_lakhs_and_crores() {
        for (digits, said) in [
            ("0", "शून्य"),
            ("100", "एक सौ"),
            ("1001", "एक हज़ार एक"),
            ("123456", "एक लाख तेईस हज़ार चार सौ छप्पन"),
            ("51022345567", "इक्यावन अरब दो करोड़ तेईस लाख पैंतालीस हज़ार पाँच सौ सड़सठ"),
            ("007", "शून्य शून्य सात"),
            ("9999999999999999999", "निन्यानबे शंख"),
        ] {
            assert!(cardinal(digits).starts_with(said), "{digits}: {}", cardinal(digits));
        }
        assert_eq!(cardinal("12345678901234567890").split(' ').count(), 20);
    }

    #[test]
    fn ordinals_agree_with_what_is_written() {
        assert_eq!(ordinal("1", "ली").as_deref(), Some("पहली"));
        assert_eq!(ordinal("5", "वां").as_deref(), Some("पाँचवां"));
        assert_eq!(ordinal("100", "वीं").as_deref(), Some("एक सौवीं"));
        assert_eq!(ordinal("7", "ला"), None);
        assert_eq!(english_ordinal("3"), Some("थर्ड"));
    }

    #[test]
    fn years_are_counted_in_hundreds() {
        assert_eq!(year("1990"), "उन्नीस सौ नब्बे");
        assert_eq!(year("2024"), "दो हज़ार चौबीस");
        assert_eq!(year("2101"), "इक्कीस सौ एक");
    }
}
