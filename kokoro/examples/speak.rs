//! Speaks a text into a WAV file, chunk by chunk, as a program with a player would:
//! `cargo run --release -p kokoro --example speak -- weights/data af_heart "Hello." hello.wav`.

use std::io::Write;

use kokoro::wav::{self, SampleFormat};
use kokoro::weights::files::AtomicFile;
use kokoro::{Kokoro, SpeechOptions};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [weights, voice, text, output] = arguments.as_slice() else {
        return Err("usage: speak WEIGHTS_DIR VOICE TEXT OUT.wav".into());
    };
    let kokoro = Kokoro::load(weights)?;
    let mut file = AtomicFile::create(output)?;
    file.write_all(&wav::header(SampleFormat::F32, None)?)?; // the length is not known yet
    for chunk in kokoro.stream(text, &SpeechOptions::new(voice)) {
        let chunk = chunk?;
        wav::write_samples(&mut file, SampleFormat::F32, &chunk.samples)?;
        println!("{:>9} {}", chunk.start, &text[chunk.source]);
    }
    Ok(file.commit()?)
}
