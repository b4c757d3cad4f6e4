//! One model, many threads.

use std::num::NonZeroUsize;

use kokoro::{Kokoro, Language, SpeechOptions};

use super::{FOLDER, bits, kokoro};

#[test]
fn many_threads_may_speak_at_once() {
    let voices = ["af_heart", "bm_george", "ef_dora", "zf_xiaobei"];
    let speak = |voice: &str| {
        let options = SpeechOptions::new(voice).seed(7);
        bits(&kokoro().speak_phonemes("həlˈO wˈɜɹld.", &options).unwrap().samples)
    };
    let alone = voices.map(speak);
    std::thread::scope(|scope| {
        let at_once = voices.map(|voice| scope.spawn(move || speak(voice)));
        for (thread, alone) in at_once.into_iter().zip(&alone) {
            assert!(thread.join().unwrap() == *alone);
        }
    });
}

#[test]
fn a_pool_of_its_own_gives_the_same_samples() {
    let options = SpeechOptions::default();
    let shared = kokoro().speak("Rain again?", &options).unwrap();
    for threads in [1, 3] {
        let own = Kokoro::builder(FOLDER).threads(NonZeroUsize::new(threads).unwrap());
        let own = own.preload(Language::AmericanEnglish).build().unwrap();
        let speech = own.speak("Rain again?", &options).unwrap();
        assert_eq!(bits(&speech.samples), bits(&shared.samples), "{threads} threads");
    }
}
