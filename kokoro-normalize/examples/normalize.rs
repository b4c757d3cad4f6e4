//! Reads lines from the standard input and writes each as it is read aloud.
//!
//! ```sh
//! echo 'It was $5.' | cargo run -p kokoro-normalize --example normalize -- --lang en-us
//! ```

use std::error::Error;
use std::io::{BufRead, BufWriter, Write, stdin, stdout};

use kokoro_normalize::{Dialect, Options, english};
use mapped_text::MappedText;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let dialect = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] | ["--lang", "en-us"] => Dialect::American,
        ["--lang", "en-gb"] => Dialect::British,
        _ => return Err("expected --lang en-us or --lang en-gb".into()),
    };
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let text = MappedText::from_source(&line?);
        let read = english(&text, &[], dialect, &Options::default());
        writeln!(out, "{}", read.text.as_str())?;
    }
    Ok(out.flush()?)
}
