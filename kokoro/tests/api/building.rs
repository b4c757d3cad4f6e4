//! Choices that are made when a model is loaded.

use kokoro::text::{self, Origin, Passage, Phonemizer, Word};
use kokoro::{Error, Kokoro, Language, Precision, SpeechOptions};

use super::{FOLDER, kokoro};

/// Says "yes", whatever the text is.
struct Yes(Language);

impl Phonemizer for Yes {
    fn language(&self) -> Language {
        self.0
    }

    fn words(&self, passage: &Passage<'_>) -> Result<Vec<Word>, text::Error> {
        let (range, phonemes) = (0..passage.text.len(), "jˈɛs.".into());
        Ok(vec![Word { range, phonemes, space: false, origin: Origin::Rule }])
    }
}

#[test]
fn a_front_end_of_the_callers_reads_its_language() {
    let builder = Kokoro::builder(FOLDER)
        .precision(Precision::F32)
        .phonemizer(Box::new(Yes(Language::Spanish)))
        .preload(Language::Spanish);
    assert!(format!("{builder:?}").contains("Spanish"));
    let model = builder.build().unwrap();
    assert_eq!(model.precision(), Precision::F32);
    let speech = model.speak("¿Sí?", &SpeechOptions::new("ef_dora")).unwrap();
    let spoken: String = speech.tokens.iter().map(|token| token.phoneme).collect();
    assert_eq!(spoken, "jˈɛs.");
}

#[test]
fn what_cannot_be_loaded_is_an_error() {
    let missing = Kokoro::load("no/such/folder");
    assert!(matches!(missing, Err(Error::Weights(_))));
    let mut nowhere = text::TextData::default();
    nowhere.folder = Some("no/such/folder".into());
    let unread = Kokoro::builder(FOLDER).text_data(nowhere).preload(Language::Japanese).build();
    assert!(matches!(unread, Err(Error::Text(text::Error::NoTextData { .. }))));
}

#[test]
fn a_model_tells_what_it_is() {
    let model = kokoro();
    assert_eq!(model.voices().len(), 54);
    assert!(format!("{model:?}").starts_with("Kokoro"));
    assert_eq!(model.model().vocab().max_phonemes(), text::MAX_PHONEMES);
}
