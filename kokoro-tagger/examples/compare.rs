//! How many tokens and tags are those of spaCy.
//!
//! ```text
//! python tools/documentation.py > TEXT
//! python tools/golden.py WHEEL --lines < TEXT > GOLDEN
//! cargo run --release -p kokoro-tagger --example compare < GOLDEN
//! ```

use std::io::{self, BufRead};

use kokoro_tagger::Tagger;
use serde_json::Value;

fn main() -> io::Result<()> {
    let tagger = Tagger::new();
    let (mut tokens, mut texts, mut other_tags) = (0, 0, 0);
    for line in io::stdin().lock().lines() {
        let golden: Value = serde_json::from_str(&line?)?;
        let text = golden["text"].as_str().unwrap_or_default();
        let expected = golden["tokens"].as_array().map_or(&[][..], Vec::as_slice);
        let found = tagger.tag(text);
        let same = |token: &kokoro_tagger::Token, golden: &Value| {
            golden[0] == text[token.range.clone()] && golden[2] == token.space
        };
        tokens += expected.len();
        if found.len() == expected.len() && found.iter().zip(expected).all(|(t, g)| same(t, g)) {
            let differ = |(token, golden): (_, &Value)| {
                let token: &kokoro_tagger::Token = token;
                golden[1] != token.tag.as_str()
            };
            other_tags += found.iter().zip(expected).filter(|&pair| differ(pair)).count();
        } else {
            texts += 1;
            println!("other tokens: {text:?}");
        }
    }
    let share = 100.0 * (1.0 - other_tags as f64 / tokens as f64);
    println!(
        "{tokens} tokens; {texts} texts with other tokens; {other_tags} other tags: {share:.3} %"
    );
    Ok(())
}
