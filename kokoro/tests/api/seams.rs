//! Where chunks meet: no click, nothing missing, nothing doubled.

use kokoro::{Chunk, SpeechOptions};

use super::kokoro;

/// Samples at either side of a join that are looked at: 5 ms.
const BESIDE: usize = 120;
/// The largest step between neighbouring samples at a join. Sound has faded to nothing there; what
/// the model makes of silence is below 0.001.
const STEP: f32 = 0.004;

/// 200 short sentences: each is a chunk, so that there are 199 joins.
fn sentences() -> Vec<String> {
    let who = ["Anna", "The dog", "Nobody", "A friend", "My uncle", "She", "He", "The boat"];
    let does = ["left", "sang", "came back", "fell asleep", "stopped here"];
    let when = ["early", "at noon", "again", "too late", "in the rain"];
    let sentence =
        |at: usize| format!("{} {} {}.", who[at % 8], does[(at / 8) % 5], when[(at / 40) % 5]);
    (0..200).map(sentence).collect()
}

/// How fast a signal changes: the mean square of its second difference, which is mostly high
/// frequencies.
fn roughness(samples: &[f32]) -> f32 {
    let second = samples.windows(3).map(|x| (x[0] - 2.0 * x[1] + x[2]).powi(2));
    second.sum::<f32>() / samples.len() as f32
}

#[test]
fn two_hundred_sentences_meet_without_a_click() {
    let text = sentences().join(" ");
    let chunks: Vec<Chunk> =
        kokoro().stream(&text, &SpeechOptions::default()).map(Result::unwrap).collect();
    assert_eq!(chunks.len(), 200);

    let words = chunks.iter().flat_map(|chunk| &chunk.words).map(|word| &text[word.source.clone()]);
    let written = text.split(' ').flat_map(|word| match word.strip_suffix('.') {
        Some(word) => vec![word, "."],
        None => vec![word],
    });
    assert!(words.eq(written), "a word is missing or doubled");

    let speech: Vec<f32> = chunks.iter().flat_map(|chunk| chunk.samples.clone()).collect();
    let usual = roughness(&speech);
    for chunk in &chunks[1..] {
        let at = chunk.start as usize;
        let step = (speech[at] - speech[at - 1]).abs();
        assert!(step < STEP, "a step of {step} at {at}");
        let join = roughness(&speech[at - BESIDE..at + BESIDE]);
        assert!(join < usual, "roughness {join} at {at}, {usual} in all");
    }
}
