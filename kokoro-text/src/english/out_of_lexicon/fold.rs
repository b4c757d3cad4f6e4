//! Words in the letters that lexicons have: no marks on letters, one kind of apostrophe.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters that are written and read as an apostrophe.
const APOSTROPHES: [char; 9] = ['’', '‘', 'ʼ', 'ʻ', 'ʹ', '′', '`', '´', '＇'];

/// A word with the one apostrophe that lexicons have, in composed form.
pub(super) fn plain_apostrophes(word: &str) -> String {
    let composed =
        word.nfc().filter(|symbol| !matches!(symbol, '\u{ad}' | '\u{200b}'..='\u{200d}'));
    composed.map(|symbol| if APOSTROPHES.contains(&symbol) { '\'' } else { symbol }).collect()
}

/// A word without marks on its letters, in the letters that English has for them.
pub(super) fn without_marks(word: &str) -> String {
    let mut folded = String::new();
    for symbol in word.nfkd().filter(|symbol| !is_combining_mark(*symbol)) {
        match letters_for(symbol) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(symbol),
        }
    }
    folded
}

/// The letters that English writes for one of another Latin alphabet, where it is not a letter with
/// a mark.
fn letters_for(symbol: char) -> Option<&'static str> {
    let letters = match symbol {
        'ß' => "ss",
        'ẞ' => "SS",
        'ł' => "l",
        'Ł' => "L",
        'ø' => "o",
        'Ø' => "O",
        'æ' => "ae",
        'Æ' => "Ae",
        'œ' => "oe",
        'Œ' => "Oe",
        'đ' | 'ð' => "d",
        'Đ' | 'Ð' => "D",
        'þ' => "th",
        'Þ' => "Th",
        'ħ' => "h",
        'Ħ' => "H",
        'ı' => "i",
        'ŋ' => "ng",
        'ə' => "a",
        'Ə' => "A",
        _ => return None,
    };
    Some(letters)
}

/// Respells a word in lower case by English rules, so that an English reader says it about as it is
/// said in its own language: "dončić" becomes "donchich".
pub(super) fn respelled(lower: &str) -> String {
    let mut word = String::new();
    for symbol in lower.nfc() {
        let letters = match symbol {
            'č' | 'ć' => "ch",
            'š' | 'ś' | 'ș' | 'ş' => "sh",
            'ž' | 'ź' | 'ż' | 'ř' => "zh",
            'ç' => "s",
            'ț' | 'ţ' => "ts",
            'ñ' | 'ń' | 'ň' => "ny",
            'ę' => "en",
            'ą' => "on",
            'å' => "o",
            'ě' => "ye",
            'ł' => "w",
            'ð' => "th",
            other => {
                word.push(other);
                continue;
            }
        };
        word.push_str(letters);
    }
    without_marks(&word)
}

#[cfg(test)]
mod tests {
    use super::{plain_apostrophes, without_marks};

    #[test]
    fn marks_and_foreign_letters() {
        for (word, folded) in [
            ("jalapeño", "jalapeno"),
            ("Straße", "Strasse"),
            ("Dvořák", "Dvorak"),
            ("Łódź", "Lodz"),
            ("Nguyễn", "Nguyen"),
            ("Søren", "Soren"),
            ("œuvre", "oeuvre"),
            ("Þór", "Thor"),
            ("ﬁne", "fine"),
            ("Ｆｕｌｌ", "Full"),
        ] {
            assert_eq!(without_marks(word), folded);
        }
        assert_eq!(super::respelled("dončić"), "donchich");
        assert_eq!(plain_apostrophes("rock’n‘roll"), "rock'n'roll");
        assert_eq!(plain_apostrophes("e\u{301}"), "é");
    }
}
