//! Words in the letters that the rules know.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word in lower case, composed, in Latin letters, digits, apostrophes and hyphens; letters of
/// other languages lose their marks. None if a letter of it belongs to another script.
pub(super) fn fold(word: &str) -> Option<String> {
    let mut folded = String::with_capacity(word.len());
    for c in word.nfc().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' | '-' | '\'' => folded.push(c),
            'á' | 'à' | 'â' | 'ã' | 'é' | 'è' | 'ê' | 'í' | 'ì' | 'ó' | 'ò' | 'ô' | 'õ' | 'ú'
            | 'ù' | 'ü' | 'ç' | 'ñ' => folded.push(c),
            '’' => folded.push('\''),
            '\u{2010}' | '\u{2011}' => folded.push('-'),
            'ß' => folded.push_str("ss"),
            'æ' | 'œ' => folded.push('e'),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push('t'),
            'ı' => folded.push('i'),
            '\u{ad}' | '\u{200b}'..='\u{200d}' => {}
            _ => folded.push_str(&base(c)?),
        }
    }
    Some(folded)
}

/// The letters or digits of a character without its marks.
fn base(c: char) -> Option<String> {
    if is_combining_mark(c) {
        return Some(String::new());
    }
    let base: String = std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)).collect();
    let is_known = base.chars().all(|c| c.is_ascii_alphanumeric());
    (is_known && !base.is_empty()).then(|| base.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded() {
        assert_eq!(fold("AC\u{327}A\u{303}O").as_deref(), Some("ação"));
        assert_eq!(fold("Dvořák").as_deref(), Some("dvorák"));
        assert_eq!(fold("d’Água").as_deref(), Some("d'água"));
        assert_eq!(fold("мир"), None);
        assert_eq!(fold("１２").as_deref(), Some("12"));
    }
}
