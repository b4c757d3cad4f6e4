//! The values of roman numerals.

/// The numerals that make up a number, from the largest.
const PARTS: [(u16, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// The value of a roman numeral of capitals, if it is written as the rules want it: "IV", not
/// "IIII", up to 3999.
pub(crate) fn value(numeral: &str) -> Option<u16> {
    let (mut rest, mut value) = (numeral, 0);
    for (worth, part) in PARTS {
        let most = if part.len() == 2 || matches!(worth, 5 | 50 | 500) { 1 } else { 3 };
        for _ in 0..most {
            let Some(shorter) = rest.strip_prefix(part) else { break };
            (rest, value) = (shorter, value + worth);
        }
    }
    (rest.is_empty() && value > 0 && write(value) == numeral).then_some(value)
}

/// A number in roman numerals.
fn write(mut number: u16) -> String {
    let mut numeral = String::new();
    for (worth, part) in PARTS {
        while number >= worth {
            numeral.push_str(part);
            number -= worth;
        }
    }
    numeral
}

/// The letters of the characters for whole numerals: "Ⅳ" is "IV". None for other characters.
pub(crate) fn letters(c: char) -> Option<&'static str> {
    const LETTERS: [&str; 16] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D",
        "M",
    ];
    let at = (c as usize).checked_sub(0x2160)?;
    (at < 32).then(|| LETTERS[at % 16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_read_as_it_is_written() {
        assert!((1..4000).all(|number| value(&write(number)) == Some(number)));
        for no in ["", "IIII", "VX", "IC", "MMMM", "LIVID", "DIM", "ABC", "VIV"] {
            assert_eq!(value(no), None, "{no}");
        }
        assert_eq!((letters('Ⅳ'), letters('ⅿ'), letters('V')), (Some("IV"), Some("M"), None));
    }
}
