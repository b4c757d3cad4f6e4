//! Voices by name, blend and file.

use kokoro::weights::{Weights, write_voice};
use kokoro::{Error, Language, Latency, SpeechOptions, read_voice};

use crate::{FOLDER, bits, kokoro};

const PHONEMES: &str = "həlˈO.";

fn speak(voice: &str) -> Result<Vec<f32>, Error> {
    let options = SpeechOptions::new(voice).language(Language::AmericanEnglish);
    Ok(kokoro().speak_phonemes(PHONEMES, &options)?.samples)
}

#[test]
fn a_blend_of_one_voice_is_that_voice() {
    let alone = speak("af_heart").unwrap();
    assert_eq!(bits(&speak("af_heart(3)").unwrap()), bits(&alone));
    assert_eq!(bits(&speak("af_heart + af_heart").unwrap()), bits(&alone));
}

#[test]
fn dialects_of_a_blend_are_one_voice() {
    let blend = speak("af_heart(3)+af_bella(1)").unwrap();
    assert_ne!(bits(&blend), bits(&speak("af_heart").unwrap()));
    for same in ["af_heart:75,af_bella:25", "0.75*af_heart + 0.25*af_bella"] {
        assert_eq!(bits(&speak(same).unwrap()), bits(&blend), "{same}");
    }
}

#[test]
fn a_file_is_a_voice() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my-own voice.safetensors");
    let weights = Weights::open(FOLDER).unwrap();
    let blend = "af_heart(2)-af_sky(0.5)";
    write_voice(&path, read_voice(blend, &weights).unwrap().rows()).unwrap();
    let spoken = speak(path.to_str().unwrap()).unwrap();
    assert_eq!(bits(&spoken), bits(&speak(blend).unwrap()));
    let quoted = format!("\"{}\" (3) + af_heart", path.display());
    assert!(speak(&quoted).is_ok());
}

#[test]
fn what_is_no_voice_is_an_error() {
    assert!(matches!(speak("af_heart+af_hart"), Err(Error::Weights(_))));
    assert!(matches!(speak("af_heart(0)"), Err(Error::Blend(_))));
    assert!(matches!(speak("/no/such/file.pt"), Err(Error::Weights(_))));
}

#[test]
fn a_blend_reads_the_language_of_its_first_voice() {
    let language = |voice: &str| SpeechOptions::new(voice).text_language();
    assert_eq!(language("0.7*bf_emma+0.3*af_sky").unwrap(), Language::BritishEnglish);
    assert!(matches!(language("mine.pt"), Err(Error::NoLanguage { .. })));
}

#[test]
fn a_voice_that_was_measured_speaks_as_it_would_have() {
    let options = SpeechOptions::new("af_bella(2)+af_sky").latency(Latency::Low);
    kokoro().measure_voice(&options).expect("the voices are there");
    let missing = kokoro().measure_voice(&SpeechOptions::new("nobody_at_all"));
    assert!(matches!(missing, Err(Error::Weights(_))), "{missing:?}");
    let speech = kokoro().speak(crate::TEXT, &options).expect("it is spoken");
    assert!(speech.seconds() > 2.0);
}
