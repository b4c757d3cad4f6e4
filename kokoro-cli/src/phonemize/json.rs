//! An utterance as a line of JSON.

use std::ops::Range;

use kokoro::text::{Origin, Utterance};
use serde::Serialize;

/// What `--json` prints of an utterance. Ranges are bytes of the text, from the first to the one
/// after the last.
#[derive(Serialize)]
struct Line<'a> {
    /// The sentence as it is written.
    text: &'a str,
    source: [usize; 2],
    phonemes: &'a str,
    words: Vec<Word<'a>>,
    /// What was left out, because nothing can be said of it.
    unknown: &'a [String],
}

#[derive(Serialize)]
struct Word<'a> {
    /// The word as it is said.
    spoken: &'a str,
    source: [usize; 2],
    phonemes: String,
    /// Where the pronunciation came from.
    origin: &'static str,
}

/// One line, without its end.
pub fn line(utterance: &Utterance) -> String {
    let Utterance { text, phonemes, words, unknown, .. } = utterance;
    let symbols: Vec<char> = phonemes.chars().collect();
    let words = words.iter().map(|word| Word {
        spoken: &word.spoken,
        source: pair(&word.source),
        phonemes: symbols[word.symbols.clone()].iter().collect(),
        origin: name(word.origin),
    });
    let words = words.collect();
    let line = Line { text, source: pair(&utterance.source()), phonemes, words, unknown };
    // A structure of strings and numbers can always be written.
    serde_json::to_string(&line).unwrap_or_default()
}

fn pair(range: &Range<usize>) -> [usize; 2] {
    [range.start, range.end]
}

/// The name of an origin.
fn name(origin: Origin) -> &'static str {
    match origin {
        Origin::Markup => "markup",
        Origin::UserLexicon => "user lexicon",
        Origin::Lexicon => "lexicon",
        Origin::Rule => "rule",
        Origin::Guess => "guess",
        Origin::Letters => "letters",
        Origin::Espeak => "espeak",
        Origin::Punctuation => "punctuation",
        _ => "silent",
    }
}
