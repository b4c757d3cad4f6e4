//! A stream: its chunks, its clock, its sources, its end.

use std::num::NonZeroUsize;
use std::ops::Range;

use kokoro::plan::{Item, PlannedUtterance};
use kokoro::text::{self, Utterance};
use kokoro::{Chunk, DecodedBy, Error, Language, SAMPLE_RATE, Speech, SpeechOptions};

use super::{TEXT, bits, kokoro};

fn chunks(text: &str) -> Vec<Chunk> {
    let chunks = kokoro().stream(text, &SpeechOptions::default());
    chunks.collect::<Result<_, _>>().expect("the text can be spoken")
}

#[test]
fn a_stream_is_the_speech_bit_for_bit() {
    let speech = kokoro().speak(TEXT, &SpeechOptions::default()).unwrap();
    let chunks = chunks(TEXT);
    assert_eq!(chunks.len(), 4);
    let joined: Vec<f32> = chunks.iter().flat_map(|chunk| chunk.samples.clone()).collect();
    assert_eq!(bits(&joined), bits(&speech.samples));
    let tokens: Vec<_> = chunks.iter().flat_map(|chunk| chunk.tokens.clone()).collect();
    assert_eq!(tokens, speech.tokens);
    assert_eq!(speech.reports.len(), chunks.len());
}

#[test]
fn the_clock_has_no_gap_and_every_token_is_in_its_chunk() {
    let chunks = chunks(TEXT);
    let mut clock = 0;
    for (index, chunk) in chunks.iter().enumerate() {
        assert_eq!((chunk.index, chunk.start), (index, clock));
        assert_eq!(chunk.is_last, index + 1 == chunks.len());
        let mut at = chunk.start;
        for token in &chunk.tokens {
            assert!(token.start >= at && token.end >= token.start, "{token:?}");
            at = token.end;
        }
        clock = chunk.end();
        assert!(at <= clock, "{at} {clock}");
    }
}

#[test]
fn chunks_and_tokens_know_what_they_speak() {
    let chunks = chunks(TEXT);
    let spoken: Vec<&str> = chunks.iter().map(|chunk| &TEXT[chunk.source.clone()]).collect();
    assert_eq!(spoken, ["Rain again?", "Who left the kettle on?", "Yes.", "It was me."]);
    for chunk in &chunks {
        assert!(!chunk.tokens.is_empty());
        let within = |place: &Range<usize>| {
            chunk.source.start <= place.start && place.end <= chunk.source.end
        };
        assert!(chunk.tokens.iter().all(|token| within(&token.source)));
        let words = chunk.words.iter().map(|word| &TEXT[word.source.clone()]);
        assert_eq!(
            words.collect::<Vec<_>>().join(" ").replace(" ?", "?").replace(" .", "."),
            TEXT[chunk.source.clone()]
        );
        for word in &chunk.words {
            assert!(chunk.start <= word.start && word.end <= chunk.end());
            // A mark may lie in silence that was cut.
            assert!(word.start < word.end || !word.phonemes.contains(text::is_sound), "{word:?}");
        }
    }
}

#[test]
fn tokens_of_phonemes_are_the_symbols_themselves() {
    let phonemes = "həlˈO\n☃ wˈɜɹld.";
    let speech = kokoro().speak_phonemes(phonemes, &SpeechOptions::default()).unwrap();
    assert_eq!(speech.unknown, ["☃"]);
    for token in &speech.tokens {
        let source = &phonemes[token.source.clone()];
        assert!(source == token.phoneme.to_string() || source == "\n", "{source:?} for {token:?}");
    }
}

#[test]
fn utterances_on_many_threads_are_the_stream_too() {
    let options = SpeechOptions::default();
    let plan = kokoro().plan(TEXT, &options);
    let mut many = Vec::new();
    let threads = NonZeroUsize::new(3).unwrap();
    let spoken = kokoro().speak_many(plan, &options, threads, |chunk| {
        many.push(chunk);
        Ok::<_, Error>(())
    });
    spoken.unwrap();
    let one_by_one = chunks(TEXT);
    assert_eq!(many.len(), one_by_one.len());
    for (many, one) in many.iter().zip(&one_by_one) {
        assert_eq!(bits(&many.samples), bits(&one.samples));
        let place = |chunk: &Chunk| (chunk.index, chunk.is_last, chunk.start, chunk.source.clone());
        assert_eq!(place(many), place(one));
        assert_eq!(many.tokens, one.tokens);
    }
}

/// The speech of an utterance.
fn speak(utterance: &Utterance) -> Speech {
    let language = Language::AmericanEnglish;
    let planned = PlannedUtterance::new(utterance.clone(), "af_heart", language);
    let items = std::iter::once(Ok(Item::Utterance(Box::new(planned))));
    let stream = kokoro().stream_items(items, &SpeechOptions::default());
    stream.collect_speech().expect("the utterance can be spoken")
}

#[test]
fn an_utterance_may_be_changed_before_it_is_spoken() {
    let mut utterance = Utterance::new("Hello.", "həlˈO.", 0..6);
    utterance.phonemes.push_str(" wˈɜɹld."); // without sources of their own
    let speech = speak(&utterance);
    assert_eq!(speech.tokens.len(), utterance.phonemes.chars().count());
    assert!(speech.tokens.iter().all(|token| token.source == (0..6)));

    utterance.phonemes.push('☃'); // which has no token
    let speech = speak(&utterance);
    assert_eq!(speech.unknown, ["☃"]);
}

#[test]
fn an_error_ends_a_stream() {
    let nobody = SpeechOptions::new("af_nobody");
    let mut stream = kokoro().stream(TEXT, &nobody);
    assert!(matches!(stream.next(), Some(Err(Error::Weights(_)))));
    assert!(stream.next().is_none());

    let options = SpeechOptions::default();
    for nothing in ["", " \n ", "…!", "Привет"] {
        let mut stream = kokoro().stream(nothing, &options);
        let Some(Err(Error::Text(text::Error::NothingToSay { .. }))) = stream.next() else {
            panic!("something was said of {nothing:?}")
        };
        assert!(stream.next().is_none());
    }
    let mut stream = kokoro().stream_phonemes("☃", &options);
    assert!(matches!(stream.next(), Some(Err(Error::NothingToSay))));
    let fast = SpeechOptions::default().speed(9.0);
    assert!(matches!(kokoro().speak("Hello.", &fast), Err(Error::Model(_))));
}

#[test]
fn a_pause_is_silence_and_has_its_place() {
    let chunks = chunks("Yes.\n\n***\n\nNo.");
    assert_eq!(chunks.len(), 2);
    assert_eq!(chunks[0].boundary, Some(text::Boundary::Section));
    // The pause stands at the start of the chunk after it.
    let first = samples_before(&chunks[1]) as usize;
    assert!(first > SAMPLE_RATE as usize / 2, "{first} samples");
    assert!(chunks[1].samples[..first - BEFORE_A_SOUND].iter().all(|&sample| sample == 0.0));
    assert_eq!(chunks[1].start, chunks[0].end());

    let signs = kokoro().speak_phonemes("?! …", &SpeechOptions::default()).unwrap();
    assert!(signs.samples.iter().all(|&sample| sample == 0.0) && !signs.samples.is_empty());
    assert_eq!(signs.reports[0].by, DecodedBy::Silence);
}

/// Samples that a sound may be heard before the time of its symbol: 0.2 s.
const BEFORE_A_SOUND: usize = 4800;

/// Samples of a chunk before its first word.
fn samples_before(chunk: &Chunk) -> u64 {
    chunk.tokens[0].start - chunk.start
}
