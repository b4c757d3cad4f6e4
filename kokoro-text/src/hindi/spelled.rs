//! Letters, signs and digits by their names.

use kokoro_normalize::hindi::numbers;

use super::word::phonemes;

/// The phonemes of a number of digits, as a count.
pub(super) fn number(digits: &str) -> String {
    let ascii: String = digits.chars().filter_map(numbers::digit).collect();
    say(&numbers::cardinal(&ascii))
}

/// The phonemes of the names of what `text` consists of, with spaces between.
pub(super) fn names(text: &str) -> String {
    let named = text.chars().map(|c| match numbers::digit(c) {
        Some(digit) => say(&numbers::one_by_one(digit.encode_utf8(&mut [0; 4]))),
        None => say(name(c).unwrap_or(c.encode_utf8(&mut [0; 4]))),
    });
    named.filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The phonemes of words.
fn say(words: &str) -> String {
    words.split(' ').filter_map(phonemes).collect::<Vec<_>>().join(" ")
}

/// The name of a character; a letter that has none here is its own name.
fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '्' => "हलंत",
        'ं' => "अनुस्वार",
        'ँ' => "चंद्रबिंदु",
        'ः' => "विसर्ग",
        '़' => "नुक्ता",
        'ऽ' => "अवग्रह",
        'ा' => "आ मात्रा",
        'ि' => "इ मात्रा",
        'ी' => "ई मात्रा",
        'ु' => "उ मात्रा",
        'ू' => "ऊ मात्रा",
        'ृ' => "ऋ मात्रा",
        'े' => "ए मात्रा",
        'ै' => "ऐ मात्रा",
        'ो' => "ओ मात्रा",
        'ौ' => "औ मात्रा",
        'ॉ' => "ऑ मात्रा",
        'ॅ' => "ऍ मात्रा",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_names() {
        assert_eq!(names("कए"), "kˈə ˈeː");
        assert_eq!(names("कि१"), "kˈə ˈɪ mˈaːtɾaː ˈeːk");
        assert_eq!(names("\u{200d}"), "");
        assert_eq!(number("१२"), "bˈaːɾəh");
    }
}
