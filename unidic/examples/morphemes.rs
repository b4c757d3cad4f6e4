//! Divides the lines of the standard input: each word and its reading, with a slash between, a
//! space behind each.
//!
//! `cargo run --release -p unidic --example morphemes -- text-data/japanese.unidic < TEXT`

use std::error::Error;
use std::io::{BufRead, BufWriter, Write, stdin, stdout};
use std::path::Path;

use unidic::Dictionary;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("expected a packed dictionary")?;
    let dictionary = Dictionary::open(Path::new(&path))?;
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let line = line?;
        for morpheme in dictionary.morphemes(&line) {
            let surface = &line[morpheme.range];
            write!(out, "{surface}/{} ", morpheme.reading.as_deref().unwrap_or(surface))?;
        }
        writeln!(out)?;
    }
    Ok(out.flush()?)
}
