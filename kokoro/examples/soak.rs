//! Speaks the same sentences again and again in one process and prints how much memory it uses:
//! `cargo run --release -p kokoro --example soak -- 500`.
//!
//! Fails if the samples of a sentence are not those of its first time.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use kokoro::{Kokoro, SpeechOptions};

/// From a word to a long sentence, so that memory has something to grow by.
const SENTENCES: [&str; 10] = [
    "Yes.",
    "Rain again?",
    "Who left the kettle on the roof?",
    "His watch was slow, but his excuses were quick.",
    "The last ferry waits for nobody, not even the mayor.",
    "Please keep your ticket until the very end of the journey.",
    "The tea is too hot to drink and too good to leave.",
    "Snow fell all night, so softly that the village woke without noticing.",
    "Beyond the orchard a narrow lane climbs to three white houses, and from there you can hear \
     the mill.",
    "When the bakery opens at five, the whole street smells of butter, cinnamon and warm stone, \
     and even the cats come out to look.",
];
/// Lines of the report.
const LINES: usize = 10;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let count: usize = std::env::args().nth(1).map_or(Ok(500), |n| n.parse())?;
    let kokoro = Kokoro::load("weights/data")?;
    let (options, mut seen, mut audio) = (SpeechOptions::default(), HashMap::new(), 0.0);
    println!("{}, {} sentences", kokoro.precision(), count);
    for i in 0..count {
        let text = SENTENCES[i % SENTENCES.len()];
        let speech = kokoro.speak(text, &options)?;
        audio += speech.seconds();
        let mut hash = DefaultHasher::new();
        speech.samples.iter().for_each(|x| x.to_bits().hash(&mut hash));
        let hash = hash.finish();
        if *seen.entry(text).or_insert(hash) != hash {
            return Err(format!("sentence {i} is not as it was before: {text}").into());
        }
        if (i + 1).is_multiple_of(count.div_ceil(LINES)) || i + 1 == count {
            println!("{:>5} sentences, {audio:6.0} s of speech: {}", i + 1, resident());
        }
    }
    Ok(())
}

/// Resident memory, now and at its peak, where the system reports it as Linux does.
fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |key: &str| {
        status.lines().find_map(|line| line.strip_prefix(key)).unwrap_or("?").trim().to_owned()
    };
    format!("resident {}, at most {}", line("VmRSS:"), line("VmHWM:"))
}
