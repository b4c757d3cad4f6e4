//! How often the language of a text is found: `detected LANG < TEXTS`.
//!
//! Texts are divided by lines of `%`, as in Debian's packages `fortunes-es` and the like. Prints
//! the share of texts that are found to be in LANG, by their length.

use std::error::Error;
use std::io::{self, Read};

use kokoro_text::{Language, detect};

/// Lengths in bytes at which classes of texts begin and end.
const BORDERS: [usize; 5] = [20, 50, 100, 200, 2000];

fn main() -> Result<(), Box<dyn Error>> {
    let language: Language =
        std::env::args().nth(1).ok_or("usage: detected LANG < TEXTS")?.parse()?;
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    let all = String::from_utf8_lossy(&bytes);
    let texts: Vec<String> = all
        .split("\n%")
        .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    for border in BORDERS.windows(2) {
        let of_length = texts.iter().filter(|text| (border[0]..border[1]).contains(&text.len()));
        let (all, right) = of_length.fold((0, 0), |(all, right), text| {
            (all + 1, right + usize::from(detect(text) == Some(language)))
        });
        let percent = 100.0 * right as f64 / all.max(1) as f64;
        println!("{} to {} bytes: {right} of {all}, {percent:.1} %", border[0], border[1] - 1);
    }
    Ok(())
}
