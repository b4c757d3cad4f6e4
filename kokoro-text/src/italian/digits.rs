//! Numbers that the normalizer has left in digits, as upstream says them: whole numbers up to the
//! billions; longer ones, and the zeros before others, digit by digit.

/// The most digits of a number that is said as one.
const MOST: usize = 12;

/// From zero to nineteen.
const SMALL: [&str; 20] = [
    "ʣˈɛɾo",
    "ˈuno",
    "dˈue",
    "trˈe",
    "kwˈatːro",
    "ʧˈinkwe",
    "sˈɛj",
    "sˈɛtːe",
    "ˈɔtːo",
    "nˈɔve",
    "djˈɛʧɪ",
    "ˈundiʧɪ",
    "dˈodiʧɪ",
    "trˈediʧɪ",
    "kwatːˈordiʧɪ",
    "kwˈimdiʧɪ",
    "sˈediʧɪ",
    "diʧaSˈɛtːe",
    "diʧˈɔtːo",
    "diʧannˈɔve",
];

/// From twenty to twenty-nine.
const TWENTIES: [&str; 10] = [
    "vˈentɪ",
    "ventˈuno",
    "vˈentɪdˈue",
    "ventitrˈe",
    "ventikwˈatːro",
    "ventiʧˈinkwe",
    "ventisˈɛj",
    "ventisˈɛtːe",
    "ventˈɔtːo",
    "ventinˈɔve",
];

/// Thirty to ninety, without their last vowel.
const TENS: [&str; 7] =
    ["trˈeːnt", "kʊaɾˈaːnt", "ʧinkwˈant", "seSˈant", "setːˈant", "otːˈant", "novˈant"];

/// One hundred to nine hundred.
const HUNDREDS: [&str; 9] = [
    "ʧˈɛnto",
    "dʊeʧˈɛnto",
    "treʧˈɛnto",
    "kʊatːroʧˈɛnto",
    "ʧɪnkʊeʧˈɛnto",
    "sejʧˈɛnto",
    "setːeʧˈɛnto",
    "otːoʧˈɛnto",
    "noveʧˈɛnto",
];

/// The phonemes of a number in ASCII digits.
pub(super) fn phonemes(digits: &str) -> String {
    let zeros = digits.len() - digits.trim_start_matches('0').len();
    let significant = &digits[zeros..];
    if significant.len() > MOST {
        return by_digit(digits);
    }
    if significant.is_empty() {
        return by_digit(digits);
    }
    let mut said = SMALL[0].repeat(zeros);
    let value = significant.bytes().fold(0_u64, |value, b| value * 10 + u64::from(b - b'0'));
    if zeros > 0 {
        said.push(' ');
    }
    said + &whole(value).join(" ")
}

/// Each digit by itself.
fn by_digit(digits: &str) -> String {
    let words = digits.bytes().map(|digit| SMALL[usize::from(digit - b'0')]);
    words.collect::<Vec<_>>().join(" ")
}

/// The words of a number that is not zero.
fn whole(value: u64) -> Vec<String> {
    let mut words = Vec::new();
    let scales =
        [(1_000_000_000, "ʊnmiliˈardo", "miliˈardɪ"), (1_000_000, "ʊnmiliˈone", "miliˈonɪ")];
    let mut rest = value;
    for (scale, one, many) in scales {
        match rest / scale {
            0 => {}
            1 => words.push(one.to_owned()),
            count => {
                below_thousand(count, &mut words);
                words.push(many.to_owned());
            }
        }
        rest %= scale;
    }
    match rest / 1000 {
        0 => {}
        1 => words.push("mˈille".to_owned()),
        count => {
            below_thousand(count, &mut words);
            words.push("mˈiːla".to_owned());
        }
    }
    below_thousand(rest % 1000, &mut words);
    words
}

/// Appends the words of a number below a thousand; none for zero.
fn below_thousand(value: u64, words: &mut Vec<String>) {
    let value = usize::try_from(value).unwrap_or(0);
    let (hundreds, rest) = (value / 100 % 10, value % 100);
    if hundreds > 0 {
        words.push(HUNDREDS[hundreds - 1].to_owned());
    }
    match (rest / 10, rest % 10) {
        (0, 0) => {}
        (0 | 1, _) => words.push(SMALL[rest].to_owned()),
        (2, ones) => words.push(TWENTIES[ones].to_owned()),
        (tens, 0) => words.push(format!("{}a", TENS[tens - 3])),
        (tens, ones @ (1 | 8)) => words.push(format!("{}{}", TENS[tens - 3], SMALL[ones])),
        (tens, ones) => words.push(format!("{}a{}", TENS[tens - 3], SMALL[ones])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_upstream_says_them() {
        assert_eq!(phonemes("0"), "ʣˈɛɾo");
        assert_eq!(phonemes("15"), "kwˈimdiʧɪ");
        assert_eq!(phonemes("38"), "trˈeːntˈɔtːo");
        assert_eq!(phonemes("121"), "ʧˈɛnto ventˈuno");
        assert_eq!(phonemes("1861"), "mˈille otːoʧˈɛnto seSˈantˈuno");
        assert_eq!(phonemes("2023"), "dˈue mˈiːla ventitrˈe");
        assert_eq!(phonemes("1500000"), "ʊnmiliˈone ʧɪnkʊeʧˈɛnto mˈiːla");
        assert_eq!(phonemes("2000000000"), "dˈue miliˈardɪ");
        assert_eq!(phonemes("007"), "ʣˈɛɾoʣˈɛɾo sˈɛtːe");
        assert_eq!(phonemes(&"9".repeat(13)).split(' ').count(), 13);
    }
}
