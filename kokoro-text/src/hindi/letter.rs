//! The letters and signs of Devanagari, as Hindi uses them.

use super::vowel::{Form, Vowel};

/// The sign that is written under a consonant for a sound that Sanskrit lacks: क़, ज़, ड़.
const NUKTA: char = '\u{93c}';

/// What a character of a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letter {
    /// A consonant, which has the vowel "a" unless a sign says otherwise, as the model writes it.
    Consonant(&'static str),
    /// A vowel: a letter of its own, or a sign on the consonant before it.
    Vowel(Vowel, Form),
    /// The sign that takes the vowel of a consonant away.
    Halant,
    /// ं, a nasal that takes the place of the next consonant.
    Anusvara,
    /// ँ, a nasal vowel.
    Chandrabindu,
    /// ः, a breath after the vowel.
    Visarga,
}

/// The letters of a word in any normal form, or `None` if one of its characters is none of them.
/// What only shapes letters, such as a zero-width joiner, is passed over. ढ़ is two consonants. A
/// nukta may stand behind the vowel of its consonant, as it is often typed.
pub(super) fn letters(word: &str) -> Option<Vec<Letter>> {
    let mut letters = Vec::with_capacity(word.len() / 3);
    let mut chars = word.chars().peekable();
    let mut before = chars.clone().skip(1);
    while let Some(c) = chars.next() {
        before.next();
        let behind_vowel = chars.peek().is_some_and(|c| matches!(vowel(*c), Some((_, Form::Sign))))
            && before.clone().next() == Some(NUKTA);
        let dotted = chars.peek() == Some(&NUKTA) || behind_vowel;
        match letter(c, dotted) {
            Some(letter) => {
                letters.push(letter);
                if c == 'ढ' && dotted || c == '\u{95d}' {
                    letters.extend([Letter::Halant, Letter::Consonant("h")]);
                }
            }
            None if matches!(c, '\u{200c}' | '\u{200d}' | 'ऽ' | NUKTA) => {}
            None => return None,
        }
    }
    Some(letters)
}

/// A character, and whether a nukta follows it.
fn letter(c: char, dotted: bool) -> Option<Letter> {
    if let Some(consonant) = consonant(c, dotted) {
        return Some(Letter::Consonant(consonant));
    }
    Some(match c {
        '्' => Letter::Halant,
        'ं' => Letter::Anusvara,
        'ँ' => Letter::Chandrabindu,
        'ः' => Letter::Visarga,
        _ => {
            let (vowel, form) = vowel(c)?;
            Letter::Vowel(vowel, form)
        }
    })
}

/// The sound of a consonant. A nukta changes some letters and is passed over on the others. The
/// model has no retroflex l, so ळ is said as ल.
#[rustfmt::skip]
fn consonant(c: char, dotted: bool) -> Option<&'static str> {
    Some(match (c, dotted) {
        ('क', true) | ('\u{958}', _) => "q",
        ('ख', true) | ('\u{959}', _) => "x",
        ('ग', true) | ('\u{95a}', _) => "ɣ",
        ('ज', true) | ('\u{95b}', _) => "z",
        ('ड' | 'ढ', true) | ('\u{95c}' | '\u{95d}', _) => "r.",
        ('फ', true) | ('\u{95e}', _) => "f",
        ('य' | '\u{95f}', _) => "j",
        ('क', _) => "k", ('ख', _) => "kʰ", ('ग', _) => "ɡ", ('घ', _) => "ɡʰ", ('ङ', _) => "ŋ",
        ('च', _) => "c", ('छ', _) => "cʰ", ('ज', _) => "ɟ", ('झ', _) => "ɟʰ", ('ञ', _) => "ɲ",
        ('ट', _) => "ʈ", ('ठ', _) => "ʈʰ", ('ड', _) => "ɖ", ('ढ', _) => "ɖʰ", ('ण', _) => "ɳ",
        ('त', _) => "t", ('थ', _) => "tʰ", ('द', _) => "d", ('ध', _) => "dʰ", ('न', _) => "n",
        ('प', _) => "p", ('फ', _) => "pʰ", ('ब', _) => "b", ('भ', _) => "bʰ", ('म', _) => "m",
        ('र' | 'ऱ', _) => "ɾ", ('ल' | 'ळ' | 'ऴ', _) => "l", ('व', _) => "ʋ",
        ('श', _) => "ʃ", ('ष', _) => "ʂ", ('स', _) => "s", ('ह', _) => "h",
        ('ऩ', _) => "n",
        _ => return None,
    })
}

/// A vowel, and whether it is written as a letter or as a sign.
#[rustfmt::skip]
fn vowel(c: char) -> Option<(Vowel, Form)> {
    use Form::{Letter, Sign};
    Some(match c {
        'अ' => (Vowel::A, Letter),
        'आ' => (Vowel::Aa, Letter),     'ा' => (Vowel::Aa, Sign),
        'इ' => (Vowel::I, Letter),      'ि' => (Vowel::I, Sign),
        'ई' => (Vowel::Ii, Letter),     'ी' => (Vowel::Ii, Sign),
        'उ' => (Vowel::U, Letter),      'ु' => (Vowel::U, Sign),
        'ऊ' => (Vowel::Uu, Letter),     'ू' => (Vowel::Uu, Sign),
        'ऋ' | 'ॠ' => (Vowel::R, Letter), 'ृ' | 'ॄ' => (Vowel::R, Sign),
        'ऌ' | 'ॡ' => (Vowel::L, Letter), 'ॢ' | 'ॣ' => (Vowel::L, Sign),
        'ऍ' | 'ॲ' => (Vowel::OpenE, Letter), 'ॅ' => (Vowel::OpenE, Sign),
        'ऎ' => (Vowel::ShortE, Letter), 'ॆ' => (Vowel::ShortE, Sign),
        'ए' => (Vowel::E, Letter),      'े' => (Vowel::E, Sign),
        'ऐ' => (Vowel::Ai, Letter),     'ै' => (Vowel::Ai, Sign),
        'ऑ' => (Vowel::OpenO, Letter),  'ॉ' => (Vowel::OpenO, Sign),
        'ऒ' => (Vowel::ShortO, Letter), 'ॊ' => (Vowel::ShortO, Sign),
        'ओ' => (Vowel::O, Letter),      'ो' => (Vowel::O, Sign),
        'औ' => (Vowel::Au, Letter),     'ौ' => (Vowel::Au, Sign),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_normal_forms_of_a_dotted_letter_are_one() {
        let composed = letters("\u{95b}\u{95c}").expect("letters");
        assert_eq!(composed, [Letter::Consonant("z"), Letter::Consonant("r.")]);
        assert_eq!(letters("ज\u{93c}ड\u{93c}"), Some(composed));
        assert_eq!(letters("क\u{94d}\u{200d}ष"), letters("क\u{94d}ष"));
        assert_eq!(letters("बडी़"), letters("बड़ी"));
        assert_eq!(letters("बाळ"), letters("बाल"));
        assert_eq!(letters("क1"), None);
    }
}
