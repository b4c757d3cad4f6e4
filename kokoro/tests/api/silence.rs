//! What is said to be silent is silent, by the sound itself.

use std::ops::Range;

use kokoro::model::{Delivery, Silences, TimedSymbol, Voice, silences};

use super::kokoro;

/// dB below the level of the speech under which all lies that may be cut: as quiet as a room.
const DEPTH: f64 = 35.0;

/// Samples of a frame.
const FRAME: usize = 600;

/// Samples of a window in which the level is measured: 5 ms.
const WINDOW: usize = 120;

/// dB below the level of the speech at which a sound is heard to begin.
const AUDIBLE: f64 = 40.0;

/// Samples before a sound that a listener would notice as a delay: 60 ms.
const LEAD_IN: usize = 1440;

/// Weak onsets, plosives at the end, marks inside, one syllable.
const PHONEMES: [&str; 10] = [
    "fˈɔɹ fˈɑɹməɹz fˈWnd ɐ fˈɑks.",
    "hˈɛnɹi hˈɪd ðə hˈæt: hi hˈATᵻd ɪt.",
    "ʃˌi sˈɛlz ʃˈɛlz; hi ʃˈʌts ðə ʃˈɑp.",
    "ðə θˈɪn θˈif θˈɔt twˈIs.",
    "pˈʊt ɪt ˈʌp, plˈiz, ænd stˈɑp!",
    "ˈɔl ɪz wˈɛl. ˈɔl wɪl bi wˈɛl.",
    "wˌɛɹ wɜɹ wˌi? wˈɛl, wˈAt.",
    "“kˈʌm ˈɪn,” hi sˈɛd.",
    "jˈɛs.",
    "stˈɑp!",
];

#[test]
fn thirty_utterances_lose_nothing_that_is_heard() {
    let voices = [("af_heart", 1.0), ("am_michael", 0.7), ("bf_emma", 1.0)];
    for (voice, speed) in voices {
        for phonemes in PHONEMES {
            check(voice, speed, phonemes);
        }
    }
}

/// Asserts that the cut parts are silent, and that not much of the lead-in is left at speed 1.
fn check(name: &str, speed: f32, phonemes: &str) {
    let model = kokoro().model();
    let voice = Voice::new(kokoro().weights().voice(name).expect("a voice"), model.config())
        .expect("a voice has its shape");
    let tokens = model.vocab().encode(phonemes).expect("phonemes");
    let prepared = model.prepare(&tokens, &voice, &Delivery::new(speed, 0)).expect("features");
    let symbols = timed(tokens.phonemes(), &prepared.durations);
    let found = silences(&symbols, &prepared.features.energy);
    let samples = model.complete(prepared).expect("samples").samples;
    let Silences { lead, inner, tail, .. } = found;
    assert_eq!((lead.start, tail.end), (0, samples.len()));

    let speech = power(&samples[lead.end..tail.start]);
    let below = |part: &Range<usize>, depth: f64| {
        let windows = samples[part.clone()].chunks(WINDOW);
        windows.map(power).fold(0.0, f64::max) < speech * 10f64.powf(-depth / 10.0)
    };
    let quiet = |part: &Range<usize>| below(part, DEPTH);
    assert!(quiet(&lead), "{name} {phonemes}: the lead {lead:?} is heard");
    for silence in &inner {
        assert!(quiet(&silence.samples), "{name} {phonemes}: {silence:?} is heard");
    }
    // After one syllable the model adds a click, which is to be cut.
    if phonemes.contains(' ') {
        assert!(quiet(&tail), "{name} {phonemes}: the tail {tail:?} is heard");
    }
    let lead_in = lead.end..(lead.end + LEAD_IN).min(samples.len());
    assert!(speed < 1.0 || !below(&lead_in, AUDIBLE), "{name} {phonemes}: a lead-in of over 60 ms");
}

/// The samples of each symbol, by the frames of the tokens.
fn timed(symbols: &[char], frames: &[u32]) -> Vec<TimedSymbol> {
    let mut end = frames[0] as usize * FRAME;
    let place = |(&symbol, &frames): (&char, &u32)| {
        let start = end;
        end += frames as usize * FRAME;
        (symbol, start..end)
    };
    symbols.iter().zip(&frames[1..]).map(place).collect()
}

/// Mean square.
fn power(samples: &[f32]) -> f64 {
    let sum: f64 = samples.iter().map(|&sample| f64::from(sample).powi(2)).sum();
    sum / samples.len().max(1) as f64
}
