//! Prints the phonemes of lines, or with `--words` each word with its phonemes and their origin.
//!
//! `cargo run --release -p kokoro-text --example phonemes -- en-us [--words] < FILE`

use std::io::{BufWriter, Write, stdin, stdout};

use kokoro_text::{TextOptions, phonemizer, utterances};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let language = arguments.next().ok_or("expected a language")?.parse()?;
    let by_words = arguments.next().is_some_and(|argument| argument == "--words");

    let phonemizer = phonemizer(language)?;
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lines() {
        let line = line?;
        let mut said = Vec::new();
        for utterance in utterances(&line, phonemizer.as_ref(), &TextOptions::default()) {
            let utterance = utterance?;
            for word in utterance.words.iter().filter(|_| by_words) {
                let written = &line[word.source.clone()];
                let symbols = utterance.phonemes.chars().skip(word.symbols.start);
                let phonemes: String = symbols.take(word.symbols.len()).collect();
                writeln!(out, "{written}\t{phonemes}\t{:?}", word.origin)?;
            }
            said.push(utterance.phonemes);
        }
        if !by_words {
            writeln!(out, "{}", said.join(" "))?;
        }
    }
    Ok(())
}
