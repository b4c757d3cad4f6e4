//! Prints the phonemes of lines, or with `--words` each word with its phonemes and their origin.
//! With `--as-written` numbers and the like are read only as upstream reads them.
//!
//! `cargo run --release -p kokoro-text --example phonemes -- en-us [--words] [--as-written] < FILE`

use std::io::{BufWriter, Write, stdin, stdout};

use kokoro_text::{Normalization, TextOptions, phonemizer, utterances};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let language = arguments.next().ok_or("expected a language")?.parse()?;
    let arguments: Vec<String> = arguments.collect();
    let by_words = arguments.iter().any(|argument| argument == "--words");
    let mut options = TextOptions::default();
    if arguments.iter().any(|argument| argument == "--as-written") {
        options.normalization = Normalization::Off;
    }

    let phonemizer = phonemizer(language)?;
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lines() {
        let line = line?;
        let mut said = Vec::new();
        for utterance in utterances(&line, phonemizer.as_ref(), &options) {
            let Ok(utterance) = utterance else { continue };
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
