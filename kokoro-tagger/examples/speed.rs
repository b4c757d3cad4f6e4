//! How fast texts are tagged on one thread: lines in, kilobytes a second out, of the first pass and
//! of nine more, in which all words are known that the tagger remembers.

use std::io::{self, Read};
use std::time::Instant;

use kokoro_tagger::Tagger;

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().lock().read_to_string(&mut text)?;
    let start = Instant::now();
    let tagger = Tagger::new();
    println!("new: {:.2} ms", start.elapsed().as_secs_f64() * 1e3);
    for passes in [1, 9] {
        let start = Instant::now();
        let mut tokens = 0;
        for _ in 0..passes {
            tokens += text.lines().map(|line| tagger.tag(line).len()).sum::<usize>();
        }
        let seconds = start.elapsed().as_secs_f64();
        let speed = (passes * text.len()) as f64 / 1e3 / seconds;
        println!("{speed:.0} kB/s, {:.2} µs a token", seconds * 1e6 / tokens as f64);
    }
    Ok(())
}
