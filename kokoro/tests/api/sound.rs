//! What the author asks for, measured in the sound: pauses and volume.

use std::ops::Range;
use std::time::Duration;

use kokoro::plan::{InnerPause, Item, Pause, PauseKind, PausePolicy};
use kokoro::{SAMPLE_RATE, SpeechOptions};

use super::kokoro;

/// Samples whose level is judged together: 5 ms.
const WINDOW: usize = 120;
/// A window is silent if it is this much softer than the loudest one: 40 dB.
const SOFTER: f32 = 0.01;
/// How far a pause may be from what was asked for.
const PAUSE_TOLERANCE: f64 = 0.025;

/// The level of each window.
fn levels(samples: &[f32]) -> Vec<f32> {
    let level = |window: &[f32]| (window.iter().map(|x| x * x).sum::<f32>() / 120.0).sqrt();
    samples.chunks(WINDOW).map(level).collect()
}

/// The silence around the middle of a range of samples, in seconds.
fn silence_at(samples: &[f32], range: Range<u64>) -> f64 {
    let levels = levels(samples);
    let loudest = levels.iter().copied().fold(0.0, f32::max);
    let silent = |level: &&f32| **level < SOFTER * loudest;
    let middle = (range.start + range.end) as usize / 2 / WINDOW;
    let before = levels[..middle].iter().rev().take_while(silent).count();
    let after = levels[middle..].iter().take_while(silent).count();
    ((before + after) * WINDOW) as f64 / f64::from(SAMPLE_RATE)
}

/// The steps of a text, without pauses between them.
fn utterances(text: &str) -> Vec<Item> {
    let plan = kokoro().plan(text, &SpeechOptions::default()).map(|item| item.expect("a plan"));
    plan.filter(|item| matches!(item, Item::Utterance(_))).collect()
}

/// A pause that the author asked for.
fn a_break(milliseconds: u64) -> Item {
    let pause: Pause = PausePolicy::default().pause(PauseKind::Break, 0);
    let duration = Duration::from_millis(milliseconds);
    let mut pause = pause;
    pause.duration = duration;
    Item::Pause(pause)
}

#[test]
fn a_pause_between_sentences_is_as_long_as_asked_for() {
    let text = "The rain fell all day. The dog slept by the fire.";
    for milliseconds in [200, 500, 2000] {
        let mut items = utterances(text);
        items.insert(1, a_break(milliseconds));
        let stream = kokoro().stream_items(items.into_iter().map(Ok), &SpeechOptions::default());
        let speech = stream.collect_speech().expect("speech");
        let dot = speech.words.iter().position(|word| word.spoken == ".").expect("a full stop");
        let gap = speech.words[dot - 1].end..speech.words[dot + 1].start;
        let found = silence_at(&speech.samples, gap);
        let expected = milliseconds as f64 / 1000.0;
        assert!((found - expected).abs() <= PAUSE_TOLERANCE, "{found} s, expected {expected}");
    }
}

#[test]
fn a_pause_within_a_sentence_is_as_long_as_asked_for() {
    let text = "When the rain fell, the dog slept by the fire.";
    for milliseconds in [300, 500, 1500] {
        let mut items = utterances(text);
        let Item::Utterance(planned) = &mut items[0] else { panic!("no utterance") };
        let comma = planned.utterance.phonemes.chars().position(|c| c == ',').expect("a comma");
        let duration = Duration::from_millis(milliseconds);
        planned.pauses.push(InnerPause { symbols: comma..comma + 2, duration });
        let stream = kokoro().stream_items(items.into_iter().map(Ok), &SpeechOptions::default());
        let speech = stream.collect_speech().expect("speech");
        let comma = speech.words.iter().position(|word| word.spoken == ",").expect("a comma");
        let gap = speech.words[comma - 1].end..speech.words[comma + 1].start;
        let found = silence_at(&speech.samples, gap);
        let expected = milliseconds as f64 / 1000.0;
        assert!((found - expected).abs() <= PAUSE_TOLERANCE, "{found} s, expected {expected}");
    }
}

#[test]
fn six_decibels_less_are_half_the_amplitude() {
    let level = |options: &SpeechOptions| {
        let speech = kokoro().speak("The rain fell all day.", options).expect("speech");
        let power: f32 = speech.samples.iter().map(|x| x * x).sum();
        10.0 * (power / speech.samples.len() as f32).log10()
    };
    let difference = level(&SpeechOptions::default().decibels(-6.0)) - level(&Default::default());
    assert!((difference + 6.0).abs() < 0.5, "{difference} dB");
}
