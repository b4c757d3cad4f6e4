//! The values of Roman numerals.

/// The value of a numeral in capitals that is written as it should be.
pub(crate) fn value(numeral: &str) -> Option<u32> {
    const PARTS: [(&str, u32); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    if numeral.is_empty() || numeral.len() > 15 {
        return None;
    }
    let mut rest = numeral;
    let mut value = 0;
    for (letters, worth) in PARTS {
        let most = if letters.len() == 1 && "MCXI".contains(letters) { 3 } else { 1 };
        for _ in 0..most {
            let Some(behind) = rest.strip_prefix(letters) else { break };
            value += worth;
            rest = behind;
        }
    }
    (rest.is_empty() && written(value, &PARTS) == numeral).then_some(value)
}

/// A value as a numeral.
fn written(mut value: u32, parts: &[(&str, u32)]) -> String {
    let mut numeral = String::new();
    for (letters, worth) in parts {
        while value >= *worth {
            numeral.push_str(letters);
            value -= worth;
        }
    }
    numeral
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_those_that_are_written_in_order() {
        for (numeral, expected) in [
            ("XXI", Some(21)),
            ("MCMLXXXIX", Some(1989)),
            ("CMXCIX", Some(999)),
            ("IIII", None),
            ("IXI", None),
            ("MIX", Some(1009)),
            ("VX", None),
            ("", None),
        ] {
            assert_eq!(value(numeral), expected, "{numeral}");
        }
    }
}
