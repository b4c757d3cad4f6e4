//! Speaks a text into a file whose name says the format, chunk by chunk, as a program with a player
//! would:
//! `cargo run --release -p kokoro --example speak -- weights/data af_heart "Hello." hello.opus`.

use std::io::Write;

use kokoro::audio::{AudioFormat, AudioOptions, Encoder};
use kokoro::weights::files::AtomicFile;
use kokoro::{Kokoro, SpeechOptions};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [weights, voice, text, output] = arguments.as_slice() else {
        return Err("usage: speak WEIGHTS_DIR VOICE TEXT OUT".into());
    };
    let kokoro = Kokoro::load(weights)?;
    let mut file = AtomicFile::create(output)?;
    let mut encoder = Encoder::new(&AudioOptions::new(AudioFormat::of_file_name(output)?))?;
    for chunk in kokoro.stream(text, &SpeechOptions::new(voice)) {
        let chunk = chunk?;
        file.write_all(&encoder.push(&chunk.samples)?)?; // or to a player, as the bytes come
        println!("{:>9} {}", chunk.start, &text[chunk.source]);
    }
    file.write_all(&encoder.finish()?.bytes)?;
    Ok(file.commit()?)
}
