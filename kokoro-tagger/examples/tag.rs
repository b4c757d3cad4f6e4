//! Lines in, a JSON line of `[text, tag, space]` for each token out.

use std::io::{self, BufRead, Write};

use kokoro_tagger::Tagger;

fn main() -> io::Result<()> {
    let tagger = Tagger::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let tokens = tagger.tag(&line).into_iter().map(|token| {
            let space = if token.space { " " } else { "" };
            (line[token.range].to_owned(), token.tag.as_str(), space)
        });
        serde_json::to_writer(&mut out, &tokens.collect::<Vec<_>>())?;
        writeln!(out)?;
    }
    out.flush()
}
