//! Digits that a text still has, as phonemes. The parts of a number lean on each other: "e" belongs
//! to the hundreds before it, and tens and ones are one word.

const ONES: [&str; 20] = [
    "zˈɛɾʊ",
    "ˈu\u{303}ŋ",
    "dˈoɪs",
    "trˈes",
    "kwˈatrʊ",
    "sˈiŋkʊ",
    "sˈAs",
    "sˈɛʧy",
    "ˈoɪtʊ",
    "nˈɔvy",
    "dˈɛs",
    "ˈoŋzy",
    "dˈozy",
    "trˈezy",
    "kˌatˈoɾəzy",
    "kˈiŋzy",
    "dˌezesˈAs",
    "dˌezesˈɛʧy",
    "dˌezˈoɪtʊ",
    "dˌezenˈɔvy",
];
const TENS: [&str; 10] = [
    "",
    "",
    "vˈiŋʧy",
    "trˈiŋtæ",
    "kwˌaɾˈAŋtæ",
    "sˌiŋkwˈAŋtæ",
    "sˌesˈAŋtæ",
    "sˌetˈAŋtæ",
    "ˌoɪtˈAŋtæ",
    "nˌovˈAŋtæ",
];
const HUNDREDS: [&str; 10] = [
    "",
    "sˈAŋtu",
    "dˌuzˈAŋtʊz",
    "trˌezˈAŋtʊz",
    "kwˈatrʊsˈAŋtʊz",
    "kˌiɲˈAŋtʊz",
    "sˌAsˈAŋtʊz",
    "sˈɛʧysˈAŋtʊz",
    "ˈoɪtʊsˈAŋtʊz",
    "nˈɔvysˈAŋtʊz",
];

/// Whether a part of a number begins it, or leans on what comes before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Later,
}

/// The phonemes of the words of a number that is written in the digits 0 to 9. Numbers that begin
/// with a zero, and those from a billion on, are read digit by digit.
pub(super) fn words(digits: &str) -> Vec<String> {
    let values = digits.bytes().map(|digit| usize::from(digit.wrapping_sub(b'0') % 10));
    match digits.parse::<usize>() {
        Ok(0) if digits.len() == 1 => vec![ONES[0].into()],
        Ok(number) if number < 1_000_000_000 && !digits.starts_with('0') => cardinal(number),
        _ => values.map(|digit| ONES[digit].into()).collect(),
    }
}

/// The words of a number from 1 to 999,999,999.
fn cardinal(number: usize) -> Vec<String> {
    let (millions, thousands, rest) = (number / 1_000_000, number / 1000 % 1000, number % 1000);
    let mut words = Vec::new();
    match millions {
        0 => {}
        1 => words.push("ˈu\u{303}miljˈɐ\u{303}ʊ\u{303}".into()),
        _ => {
            below_thousand(millions, Place::First, &mut words);
            words.push("miljˈo\u{303}js".into());
        }
    }
    if thousands > 1 {
        below_thousand(thousands, Place::First, &mut words);
    }
    if thousands > 0 {
        words.push("mˈiʊ".into());
    }
    if rest == 0 {
        return words;
    }
    if rest < 100 && !words.is_empty() {
        words.push("i".into());
    }
    let place = if words.is_empty() || thousands > 9 { Place::First } else { Place::Later };
    below_thousand(rest, place, &mut words);
    words
}

/// Appends the words of a number from 1 to 999.
fn below_thousand(number: usize, place: Place, words: &mut Vec<String>) {
    let (hundreds, rest) = (number / 100, number % 100);
    if number == 100 {
        return words.push("sˈAŋ".into());
    }
    if hundreds == 0 {
        return words.push(leaning(below_hundred(rest), place));
    }
    let mut word = leaning(HUNDREDS[hundreds].into(), place);
    if rest == 0 {
        return words.push(word);
    }
    let second = below_hundred(rest);
    let leans = leaning(second.clone(), Place::Later);
    word.push_str(if leans == second { "i" } else { "ˌi" });
    words.push(word);
    words.push(leans);
}

/// The word of a number from 1 to 99.
fn below_hundred(number: usize) -> String {
    match (number / 10, number % 10) {
        (0 | 1, _) => ONES[number].into(),
        (tens, 0) => TENS[tens].into(),
        (tens, ones) => format!("{}i{}", TENS[tens], ONES[ones]),
    }
}

/// A word that loses the weak stress of its first syllable if it stands later in the number and the
/// next syllable is stressed.
fn leaning(word: String, place: Place) -> String {
    let is_long = word.starts_with("dˌezes") || word.starts_with("dˌezen");
    if place == Place::Later && !is_long { word.replace('ˌ', "") } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_words() {
        let said = |digits| words(digits).join(" ");
        assert_eq!(said("0"), "zˈɛɾʊ");
        assert_eq!(said("22"), "vˈiŋʧyidˈoɪs");
        assert_eq!(said("100"), "sˈAŋ");
        assert_eq!(said("114"), "sˈAŋtuˌi katˈoɾəzy");
        assert_eq!(said("116"), "sˈAŋtui dˌezesˈAs");
        assert_eq!(said("1822"), "mˈiʊ ˈoɪtʊsˈAŋtʊzi vˈiŋʧyidˈoɪs");
        assert_eq!(said("1945"), "mˈiʊ nˈɔvysˈAŋtʊzˌi kwaɾˈAŋtæisˈiŋkʊ");
        assert_eq!(said("2040"), "dˈoɪs mˈiʊ i kwaɾˈAŋtæ");
        assert_eq!(said("25300"), "vˈiŋʧyisˈiŋkʊ mˈiʊ trˌezˈAŋtʊz");
        assert_eq!(said("007"), "zˈɛɾʊ zˈɛɾʊ sˈɛʧy");
        assert_eq!(said("99999999999999999999999"), ["nˈɔvy"; 23].join(" "));
    }
}
