use super::*;
use crate::word::Hint;
use crate::{Normalization, utterances};

/// A phonemizer by the installed espeak-ng, or what is said where there is none.
fn installed(language: Language) -> Option<EspeakPhonemizer> {
    match Espeak::find() {
        Ok(espeak) => Some(EspeakPhonemizer::new(language, espeak).unwrap()),
        Err(error) => {
            eprintln!("NOT TESTED with espeak-ng: {error}");
            None
        }
    }
}

#[test]
fn sentences_as_upstream_says_them() {
    let sentences = [
        (Language::Spanish, "La niña, pequeña, comió.", "la nˈiɲa, pekˈeɲa, komjˈo."),
        (Language::French, "S'il vous plaît !", "sil vu plˈɛ !"),
        (Language::Italian, "Buongiorno, come sta?", "bʊonʤˈɔrno, kˌome stˈa?"),
        (Language::Hindi, "मौसम अच्छा है", "mˈɔːsəm ˈʌcʰcʰaː hɛː"),
    ];
    let options = TextOptions { normalization: Normalization::Off, ..TextOptions::default() };
    for (language, text, phonemes) in sentences {
        let Some(phonemizer) = installed(language) else { return };
        let said: Vec<_> = utterances(text, &phonemizer, &options).map(Result::unwrap).collect();
        assert_eq!(said[0].phonemes, phonemes);
        let words: Vec<_> = said[0].words.iter().map(|word| word.spoken.as_str()).collect();
        assert!(words.len() > 2, "{words:?}");
    }
}

#[test]
fn given_phonemes_stay() {
    let Some(phonemizer) = installed(Language::Spanish) else { return };
    let hints = [Hint { range: 3..8, reading: Reading::UserLexicon("xˈote".into()) }];
    let options = TextOptions::default();
    let words = phonemizer.words(&Passage::new("el gote come", &hints, &options));
    assert_eq!(words.unwrap().len(), 3);
}

#[test]
fn other_languages_are_refused() {
    let Ok(espeak) = Espeak::find() else {
        return eprintln!("NOT TESTED: espeak-ng is not installed");
    };
    let refused = EspeakPhonemizer::new(Language::Japanese, espeak).unwrap_err();
    assert!(matches!(refused, Error::NotByEspeak { language: Language::Japanese }));
}
