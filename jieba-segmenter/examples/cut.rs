//! Cuts lines to words, with tabs between them.
//!
//! `cargo run --release -p jieba-segmenter --example cut < FILE`

use std::io::{BufWriter, Write, stdin, stdout};

use jieba_segmenter::Segmenter;

fn main() -> std::io::Result<()> {
    let segmenter = Segmenter::new();
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lines() {
        let line = line?;
        let words: Vec<_> = segmenter.cut(&line).into_iter().map(|word| &line[word]).collect();
        writeln!(out, "{}", words.join("\t"))?;
    }
    out.flush()
}
