//! IPA as dictionaries write it, in the letters that Kokoro's English voices were trained on.
//!
//! Misaki, which made the texts that the model was trained on, has one letter for each diphthong
//! and affricate, and other vowels in American than in British English (misaki's `EN_PHONES.md`).

use kokoro_normalize::Dialect;

/// What both dialects write otherwise than dictionaries do, longer before shorter.
const BOTH: [(&str, &str); 16] = [
    ("l\u{329}", "ᵊl"),
    ("m\u{329}", "ᵊm"),
    ("n\u{329}", "ᵊn"),
    ("aɪ", "I"),
    ("aʊ", "W"),
    ("dʒ", "ʤ"),
    ("eɪ", "A"),
    ("tʃ", "ʧ"),
    ("ɔɪ", "Y"),
    ("r", "ɹ"),
    ("ɚ", "əɹ"),
    ("ɝ", "ɜɹ"),
    ("ɫ", "l"),
    ("ʍ", "w"),
    ("\u{32f}", ""),
    ("\u{329}", ""),
];

/// American English has no signs of length.
const AMERICAN: [(&str, &str); 5] = [("oʊ", "O"), ("əʊ", "O"), ("e", "ɛ"), ("ɒ", "ɑ"), ("ː", "")];

const BRITISH: [(&str, &str); 6] =
    [("eə", "ɛː"), ("ɛə", "ɛː"), ("oʊ", "Q"), ("əʊ", "Q"), ("e", "ɛ"), ("æ", "a")];

/// `ipa` in Kokoro's letters. What is in them already stays as it is.
pub(super) fn in_model_symbols(ipa: &str, dialect: Dialect) -> String {
    let own: &[(&str, &str)] = match dialect {
        Dialect::British => &BRITISH,
        _ => &AMERICAN,
    };
    let mut symbols = String::with_capacity(ipa.len());
    let mut rest = ipa;
    while let Some(c) = rest.chars().next() {
        let known = BOTH.iter().chain(own).find(|(written, _)| rest.starts_with(written));
        let length = match known {
            Some((written, said)) => {
                symbols.push_str(said);
                written.len()
            }
            None => {
                symbols.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    symbols
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dictionaries_and_misaki_are_understood() {
        for (ipa, american, british) in [
            ("təˈmeɪtoʊ", "təˈmAtO", "təˈmAtQ"),
            ("ˈtʃɛri paɪ", "ˈʧɛɹi pI", "ˈʧɛɹi pI"),
            ("pɪˈkɑːn", "pɪˈkɑn", "pɪˈkɑːn"),
            ("ˈhəʊm ˈbɔɪ", "ˈhOm ˈbY", "ˈhQm ˈbY"),
            ("kæt", "kæt", "kat"),
            ("hɒt ˈbed", "hɑt ˈbɛd", "hɒt ˈbɛd"),
            ("ˈbʌtn\u{329} ˈbɜrd ˈwɔtɚ", "ˈbʌtᵊn ˈbɜɹd ˈwɔtəɹ", "ˈbʌtᵊn ˈbɜɹd ˈwɔtəɹ"),
            ("skweə", "skwɛə", "skwɛː"),
            ("kˈOkəɹO", "kˈOkəɹO", "kˈOkəɹO"),
            ("ˌʌnbəlˈivəbᵊl", "ˌʌnbəlˈivəbᵊl", "ˌʌnbəlˈivəbᵊl"),
            ("", "", ""),
        ] {
            assert_eq!(in_model_symbols(ipa, Dialect::American), american, "{ipa}");
            assert_eq!(in_model_symbols(ipa, Dialect::British), british, "{ipa}");
        }
    }
}
