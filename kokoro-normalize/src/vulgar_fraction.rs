//! Fractions that Unicode has as one character.

use crate::reader::Reader;

/// Fractions in one character, with numerator and denominator.
const VULGAR: [(char, &str, &str); 18] = [
    ('½', "1", "2"),
    ('⅓', "1", "3"),
    ('⅔', "2", "3"),
    ('¼', "1", "4"),
    ('¾', "3", "4"),
    ('⅕', "1", "5"),
    ('⅖', "2", "5"),
    ('⅗', "3", "5"),
    ('⅘', "4", "5"),
    ('⅙', "1", "6"),
    ('⅚', "5", "6"),
    ('⅐', "1", "7"),
    ('⅛', "1", "8"),
    ('⅜', "3", "8"),
    ('⅝', "5", "8"),
    ('⅞', "7", "8"),
    ('⅑', "1", "9"),
    ('⅒', "1", "10"),
];

/// Takes a fraction in one character, and gives its numerator and denominator.
pub(crate) fn eat(reader: &mut Reader<'_>) -> Option<(&'static str, &'static str)> {
    let (_, numerator, denominator) =
        VULGAR.iter().find(|(sign, ..)| reader.eat_one(&[*sign]).is_some())?;
    Some((numerator, denominator))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_character_is_taken() {
        let mut reader = Reader::new("⅒⅔ cup");
        assert_eq!(eat(&mut reader), Some(("1", "10")));
        assert_eq!(eat(&mut reader), Some(("2", "3")));
        assert_eq!(eat(&mut reader), None);
        assert_eq!(reader.at, "⅒⅔".len());
    }
}
