//! How long it takes until the first sound is there, and all of it, exact and with low latency:
//! `cargo run --release -p kokoro --example first_sound -- weights/data 9`.
//!
//! Prints a line of JSON for each text and latency: the first time in this process (cold, after the
//! model was loaded) and the median of the times after it (warm), in milliseconds.

use std::time::{Duration, Instant};

use kokoro::{Kokoro, Language, Latency, SpeechOptions};

/// A word, a sentence, and 300 characters.
const TEXTS: [(&str, &str); 3] = [
    ("word", "OK."),
    ("sentence", "The last ferry waits for nobody, not even the mayor."),
    (
        "300 characters",
        "When the bakery opens at five, the whole street smells of butter, cinnamon and warm \
         stone, and even the cats come out to look. Beyond the orchard a narrow lane climbs to \
         three white houses, and from there you can hear the mill. Please keep your ticket until \
         the very end of the long journey home, please.",
    ),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "weights/data".into());
    let runs: usize = arguments.next().map_or(Ok(9), |runs| runs.parse())?;
    let start = Instant::now();
    let kokoro = Kokoro::builder(folder).preload(Language::AmericanEnglish).build()?;
    println!("{{\"loaded_ms\": {:.1}}}", ms(start.elapsed()));
    for (name, text) in TEXTS {
        for (how, latency) in [("exact", Latency::Exact), ("low", Latency::Low)] {
            let options = SpeechOptions::default().latency(latency);
            let cold = times(&kokoro, text, &options)?;
            let warm: Result<Vec<_>, _> =
                (0..runs).map(|_| times(&kokoro, text, &options)).collect();
            let (first, all): (Vec<_>, Vec<_>) = warm?.into_iter().unzip();
            println!(
                "{{\"text\": \"{name}\", \"latency\": \"{how}\", \"cold_first_ms\": {:.1}, \
                 \"cold_all_ms\": {:.1}, \"first_ms\": {:.1}, \"all_ms\": {:.1}}}",
                ms(cold.0),
                ms(cold.1),
                median(first),
                median(all),
            );
        }
    }
    Ok(())
}

/// The time until the first chunk is there, and until all are.
fn times(
    kokoro: &Kokoro,
    text: &str,
    options: &SpeechOptions,
) -> Result<(Duration, Duration), kokoro::Error> {
    let (start, mut first) = (Instant::now(), None);
    for chunk in kokoro.stream(text, options) {
        chunk?;
        first.get_or_insert_with(|| start.elapsed());
    }
    let all = start.elapsed();
    Ok((first.unwrap_or(all), all))
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times.get(times.len() / 2).map_or(0.0, |time| ms(*time))
}
