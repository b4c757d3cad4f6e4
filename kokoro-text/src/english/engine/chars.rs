//! Classes of characters, by their Unicode categories, which is how misaki's patterns have them.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// `\p{L}`, which is also Python's `isalpha`.
pub(super) fn is_letter(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_alphabetic(),
        false => c.general_category_group() == GeneralCategoryGroup::Letter,
    }
}

/// `\p{Lu}`.
pub(super) fn is_upper(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_uppercase(),
        false => c.general_category() == GeneralCategory::UppercaseLetter,
    }
}

/// `\p{Ll}`.
pub(super) fn is_lower(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_lowercase(),
        false => c.general_category() == GeneralCategory::LowercaseLetter,
    }
}

/// `\d`.
pub(super) fn is_digit(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_digit(),
        false => c.general_category() == GeneralCategory::DecimalNumber,
    }
}

/// An apostrophe, straight or typographic.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’')
}

/// Whether text has letters and nothing else.
pub(super) fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_letter)
}

/// Whether text has ASCII digits and nothing else.
pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Text as the lexicon has it: straight apostrophes, compatibility forms folded, ASCII digits.
pub(super) fn fold(text: &str) -> String {
    let straight = text.chars().map(|c| if is_apostrophe(c) { '\'' } else { c });
    straight.nfkc().map(ascii_digit).collect()
}

/// The ASCII digit of the same value. Unicode has the digits of a script as ten neighbours.
fn ascii_digit(c: char) -> char {
    if c.is_ascii() || !is_digit(c) {
        return c;
    }
    let before = |steps: u32| char::from_u32(u32::from(c) - steps).is_some_and(is_digit);
    let value = (1..10).take_while(|&steps| before(steps)).count();
    char::from_digit(value as u32, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_folded_as_the_lexicon_has_it() {
        assert_eq!(fold("don’t"), "don't");
        assert_eq!(fold("ﬁve ２ Ⅷ ²"), "five 2 VIII 2");
        assert_eq!(fold("٠١٩ ०९"), "019 09");
        assert_eq!(fold("½"), "1⁄2");
    }
}
