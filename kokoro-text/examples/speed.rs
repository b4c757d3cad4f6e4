//! How fast the front end reads a file, in user time of one core, and what loading takes.
//!
//! `cargo run --release -p kokoro-text --example speed -- en-us FILE`; Linux only. On other systems
//! it fails to read `/proc/self`.

use std::fs;
use std::time::Instant;

use kokoro_text::{TextOptions, phonemizer, utterances};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let language = arguments.next().ok_or("expected a language")?.parse()?;
    let text = fs::read_to_string(arguments.next().ok_or("expected a text file")?)?;

    let start = Instant::now();
    let phonemizer = phonemizer(language)?;
    utterances("Hello.", phonemizer.as_ref(), &TextOptions::default()).for_each(drop);
    println!("first utterance after {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    println!("resident: {} kB", status("VmRSS:")?);

    let start = user_seconds()?;
    let spoken = utterances(&text, phonemizer.as_ref(), &TextOptions::default()).flatten();
    let phonemes: usize = spoken.map(|utterance| utterance.phonemes.chars().count()).sum();
    let seconds = user_seconds()? - start;
    println!("{} bytes, {phonemes} phonemes in {seconds:.2} s", text.len());
    println!("{:.0} kB/s of user time", text.len() as f64 / 1e3 / seconds);
    println!("resident at most: {} kB", status("VmHWM:")?);
    Ok(())
}

/// The user time of this process: the 14th field of its `stat`, in hundredths of a second.
fn user_seconds() -> Result<f64, Box<dyn std::error::Error>> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let (_, fields) = stat.rsplit_once(')').ok_or("no name in stat")?; // the name may have spaces
    let ticks: f64 = fields.split_whitespace().nth(11).ok_or("no user time in stat")?.parse()?;
    Ok(ticks / 100.0)
}

/// A number of the status of this process.
fn status(name: &str) -> Result<u64, Box<dyn std::error::Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)).ok_or("no such line")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
