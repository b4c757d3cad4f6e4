//! Where chunks meet: no click, nothing missing, nothing doubled.

use kokoro::{Chunk, Latency, SpeechOptions};

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

/// Sentences of four to eight seconds, which low latency divides.
const LONG: &str = "When the bakery opens at five, the whole street smells of butter, cinnamon and \
    warm stone, and even the cats come out to look. Beyond the orchard a narrow lane climbs to \
    three white houses, and from there you can hear the mill. Please keep your ticket until the \
    very end of the long journey home, because nobody will give you another one.";

#[test]
fn pieces_of_an_utterance_meet_without_a_click() {
    let speak = |latency| -> Vec<Chunk> {
        let options = SpeechOptions::default().latency(latency);
        kokoro().stream(LONG, &options).map(Result::unwrap).collect()
    };
    let (whole, pieces) = (speak(Latency::Exact), speak(Latency::Low));
    assert!(whole.len() == 3 && pieces.len() > 3, "{} and {}", whole.len(), pieces.len());
    let words = |chunks: &[Chunk]| -> Vec<_> {
        chunks.iter().flat_map(|chunk| &chunk.words).map(|word| word.source.clone()).collect()
    };
    assert_eq!(words(&pieces), words(&whole), "a word is missing or doubled");
    for chunk in &pieces {
        assert!(chunk.words.iter().all(|word| word.start >= chunk.start), "{:?}", chunk.words);
    }

    let speech: Vec<f32> = pieces.iter().flat_map(|chunk| chunk.samples.clone()).collect();
    let steepest = speech.windows(2).map(|x| (x[1] - x[0]).abs()).fold(0.0, f32::max);
    let roughest = speech.chunks(2 * BESIDE).map(roughness).fold(0.0, f32::max);
    for chunk in &pieces[1..] {
        let at = chunk.start as usize;
        let step = (speech[at] - speech[at - 1]).abs();
        let join = roughness(&speech[at - BESIDE..at + BESIDE]);
        // A join may lie within a sound, which is steep and rough by itself.
        assert!(step < steepest / 2.0 && join < roughest / 2.0, "{step} and {join} at {at}");
    }
}
