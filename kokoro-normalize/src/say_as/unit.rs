//! Numbers with units.

/// `text` with a space between each number and the letters beside it: "5ft3in" is "5 ft 3 in".
pub(super) fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 4);
    let mut before = ' ';
    for c in text.chars() {
        let unit_begins = before.is_ascii_digit() && c.is_alphabetic();
        let number_begins = before.is_alphabetic() && c.is_ascii_digit();
        if unit_begins || number_begins {
            spaced.push(' ');
        }
        spaced.push(c);
        before = c;
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_apart() {
        assert_eq!(spaced("5ft3in"), "5 ft 3 in");
        assert_eq!(spaced("1.75m²"), "1.75 m²");
        assert_eq!(spaced("10 foot"), "10 foot");
    }
}
