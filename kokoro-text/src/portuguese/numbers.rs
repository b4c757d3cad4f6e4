//! Digits that a text still has, as words.

const ONES: [&str; 20] = [
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
    "quatorze",
    "quinze",
    "dezesseis",
    "dezessete",
    "dezoito",
    "dezenove",
];
const TENS: [&str; 10] = [
    "",
    "",
    "vinte",
    "trinta",
    "quarenta",
    "cinquenta",
    "sessenta",
    "setenta",
    "oitenta",
    "noventa",
];
const HUNDREDS: [&str; 10] = [
    "",
    "cento",
    "duzentos",
    "trezentos",
    "quatrocentos",
    "quinhentos",
    "seiscentos",
    "setecentos",
    "oitocentos",
    "novecentos",
];

/// The words of a number that is written in the digits 0 to 9. Numbers that begin with a zero, and
/// those from a billion on, are read digit by digit.
pub(super) fn words(digits: &str) -> Vec<&'static str> {
    let values = digits.bytes().map(|digit| usize::from(digit.wrapping_sub(b'0') % 10));
    match digits.parse::<usize>() {
        Ok(0) if digits.len() == 1 => vec![ONES[0]],
        Ok(number) if number < 1_000_000_000 && !digits.starts_with('0') => cardinal(number),
        _ => values.map(|digit| ONES[digit]).collect(),
    }
}

/// The words of a number from 1 to 999,999,999.
fn cardinal(number: usize) -> Vec<&'static str> {
    let (millions, thousands, rest) = (number / 1_000_000, number / 1000 % 1000, number % 1000);
    let mut words = Vec::new();
    if millions > 0 {
        below_thousand(millions, &mut words);
        words.push(if millions == 1 { "milhão" } else { "milhões" });
    }
    if thousands > 0 {
        if thousands > 1 {
            below_thousand(thousands, &mut words);
        }
        words.push("mil");
    }
    if rest > 0 {
        if !words.is_empty() && (rest < 100 || rest % 100 == 0) {
            words.push("e");
        }
        below_thousand(rest, &mut words);
    }
    words
}

fn below_thousand(number: usize, words: &mut Vec<&'static str>) {
    let start = words.len();
    let mut push = |word| {
        if words.len() > start {
            words.push("e");
        }
        words.push(word);
    };
    if number == 100 {
        return push("cem");
    }
    if number > 100 {
        push(HUNDREDS[number / 100]);
    }
    match number % 100 {
        0 => {}
        rest @ 1..20 => push(ONES[rest]),
        rest => {
            push(TENS[rest / 10]);
            if rest % 10 > 0 {
                push(ONES[rest % 10]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_words() {
        let said = |digits| words(digits).join(" ");
        assert_eq!(said("0"), "zero");
        assert_eq!(said("21"), "vinte e um");
        assert_eq!(said("100"), "cem");
        assert_eq!(said("101"), "cento e um");
        assert_eq!(said("1000"), "mil");
        assert_eq!(said("2024"), "dois mil e vinte e quatro");
        assert_eq!(
            said("1234567"),
            "um milhão duzentos e trinta e quatro mil quinhentos e sessenta e sete"
        );
        assert_eq!(said("007"), "zero zero sete");
        assert_eq!(said("99999999999999999999999"), ["nove"; 23].join(" "));
    }
}
