//! Speaks a text into a WAV file, sentence by sentence:
//! `cargo run --release -p kokoro --example speak -- weights/data af_heart "Hello world." hello.wav`.

use kokoro::{Kokoro, Options, SAMPLE_RATE};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [weights, voice, text, output] = arguments.as_slice() else {
        return Err("usage: speak WEIGHTS_DIR VOICE TEXT OUT.wav".into());
    };
    let kokoro = Kokoro::load(weights)?;
    let options = Options { voice: voice.clone(), ..Options::default() };
    let format = hound::WavSpec {
        channels: 1,
        sample_rate: SAMPLE_RATE,
        bits_per_sample: 32,
        sample_format: hound::SampleFormat::Float,
    };
    let mut wav = hound::WavWriter::create(output, format)?;
    for utterance in kokoro.utterances(text, options.language()?)? {
        for sample in kokoro.speak_utterance(&utterance?, &options)?.samples {
            wav.write_sample(sample)?;
        }
    }
    Ok(wav.finalize()?)
}
