//! The language of a text: by its script, and among those of the Latin script by `whichlang`.

use whichlang::{Lang, detect_language};

use crate::Language;

/// How much of a text is looked at, in bytes.
const SAMPLE: usize = 4096;

/// Of a text in Chinese characters and kana, the least part in kana that is Japanese. Japanese
/// prose has about one half; a Chinese text may quote a word.
const LEAST_KANA: f64 = 0.1;

/// The language in which a text is written, one of [`Language::ALL`]. `None` if it has no letters,
/// or is in a language that Kokoro does not speak. English is taken for American.
///
/// The script decides for Mandarin (Chinese characters), Japanese (kana) and Hindi (Devanagari).
/// Among the languages of the Latin script, the crate `whichlang` decides by pieces of three
/// letters; `docs/text.md` says how often it is right.
pub fn detect(text: &str) -> Option<Language> {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let count = |wanted: fn(char) -> bool| sample.chars().filter(|c| wanted(*c)).count();
    let (kana, han) = (count(is_kana), count(is_han));
    let (devanagari, latin) = (count(is_devanagari), count(is_latin));
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    // A Chinese character is about a word of two or three letters.
    let eastern = 2 * (kana + han);
    let most = eastern.max(devanagari).max(latin);
    if most == 0 || letters > 2 * (most + kana + han) {
        return None;
    }
    if most == eastern {
        let is_japanese = kana as f64 >= LEAST_KANA * (kana + han) as f64;
        return Some(if is_japanese { Language::Japanese } else { Language::Mandarin });
    }
    if most == devanagari {
        return Some(Language::Hindi);
    }
    match detect_language(sample) {
        Lang::Eng => Some(Language::AmericanEnglish),
        Lang::Fra => Some(Language::French),
        Lang::Ita => Some(Language::Italian),
        Lang::Por => Some(Language::BrazilianPortuguese),
        Lang::Spa => Some(Language::Spanish),
        _ => None,
    }
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}')
}

fn is_devanagari(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{97f}' | '\u{a8e0}'..='\u{a8ff}')
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_is_found() {
        let texts = [
            (Language::AmericanEnglish, "The weather is nice today, so we went for a walk."),
            (Language::Spanish, "El perro corre por el parque todas las mañanas."),
            (Language::French, "Il fait beau aujourd'hui, nous allons nous promener."),
            (Language::Hindi, "मेरा iPhone कहाँ है?"),
            (Language::Italian, "Oggi è una bella giornata e andiamo a passeggio."),
            (Language::Japanese, "東京は日本の首都です。"),
            (Language::Japanese, "iPhoneを買った。"),
            (Language::BrazilianPortuguese, "Hoje o tempo está bom e vamos passear."),
            (Language::Mandarin, "北京是中国的首都，「の」是日语。"),
            (Language::Mandarin, "我在YouTube上看视频。"),
        ];
        for (language, text) in texts {
            assert_eq!(detect(text), Some(language), "{text}");
        }
    }

    #[test]
    fn other_texts_have_none() {
        let russian = "Сегодня хорошая погода, и мы идём гулять.";
        let german = "Heute ist schönes Wetter und wir gehen spazieren.";
        for text in ["", "123 …!", russian, german] {
            assert_eq!(detect(text), None, "{text}");
        }
    }
}
