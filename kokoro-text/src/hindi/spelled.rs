//! Letters, signs and digits by their names.

use super::word::phonemes;

/// The phonemes of the names of what `text` consists of, with spaces between.
pub(super) fn names(text: &str) -> String {
    let mut said = String::new();
    for c in text.chars() {
        let mut buffer = [0; 4];
        let name = name(c).unwrap_or_else(|| c.encode_utf8(&mut buffer));
        for word in name.split(' ') {
            let Some(phonemes) = phonemes(word) else { continue };
            if !said.is_empty() {
                said.push(' ');
            }
            said.push_str(&phonemes);
        }
    }
    said
}

/// The name of a character; a letter that has none here is its own name.
fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '0' | '०' => "शून्य",
        '1' | '१' => "एक",
        '2' | '२' => "दो",
        '3' | '३' => "तीन",
        '4' | '४' => "चार",
        '5' | '५' => "पांच",
        '6' | '६' => "छह",
        '7' | '७' => "सात",
        '8' | '८' => "आठ",
        '9' | '९' => "नौ",
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
    }
}
