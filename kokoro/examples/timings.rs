//! Prints when each phoneme sounds, and where the computing time went:
//! `cargo run --release -p kokoro --example timings -- weights/data af_heart "həlˈO wˈɜɹld."`.

use kokoro::{Kokoro, SpeechOptions};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [weights, voice, phonemes] = arguments.as_slice() else {
        return Err("usage: timings WEIGHTS_DIR VOICE PHONEMES".into());
    };
    let kokoro = Kokoro::load(weights)?;
    let speech = kokoro.speak_phonemes(phonemes, &SpeechOptions::new(voice))?;
    for token in &speech.tokens {
        let (start, end) = (token.start_seconds(), token.end_seconds());
        println!("{start:7.3} {end:7.3}  {}", token.phoneme);
    }
    println!("{:.3} s of speech", speech.seconds());
    for (stage, time) in speech.timings.iter() {
        println!("{:>12} {:8.1} ms", stage.name(), time.as_secs_f64() * 1e3);
    }
    Ok(())
}
