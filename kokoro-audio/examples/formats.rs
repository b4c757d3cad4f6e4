//! Writes a WAV file of 24 kHz in every format, and tells each one's size and speed:
//!
//! ```sh
//! cargo run --release -p kokoro-audio --example formats -- speech.wav target/formats
//! ```
//!
//! The folder's files are what `tools/audio_quality.py` measures.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use kokoro_audio::{AudioFormat, AudioOptions, Encoder, INPUT_RATE, Target};

/// The fastest of so many runs is told, for other programs slow some down.
const RUNS: usize = 5;
/// What is tried besides the default, in bits per second.
const BIT_RATES: [u32; 6] = [16_000, 24_000, 32_000, 48_000, 64_000, 80_000];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [speech, folder] = &arguments[..] else {
        return Err("expected a WAV file and a folder".into());
    };
    let samples = read(speech)?;
    let seconds = samples.len() as f64 / f64::from(INPUT_RATE);
    fs::create_dir_all(folder)?;
    println!(
        "format      bits per second  bytes per second of speech  seconds of speech per second"
    );
    for format in AudioFormat::all() {
        let mut options = AudioOptions::new(format);
        options.target = Target::File;
        let bit_rates = BIT_RATES.map(Some);
        let lossy = matches!(
            format,
            AudioFormat::Opus | AudioFormat::Mp3 | AudioFormat::Aac | AudioFormat::M4a
        );
        for bit_rate in [&[None][..], if lossy { &bit_rates } else { &[] }].concat() {
            options.bit_rate = bit_rate;
            let (bytes, time) = encode(&options, &samples)?;
            let rate = bit_rate.map_or("default".to_owned(), |rate| rate.to_string());
            let size = bytes.len() as f64 / seconds;
            let speed = seconds / time.as_secs_f64();
            println!("{:12}{rate:>15}{size:>28.0}{speed:>30.0}", format.name());
            let name = format!("{}-{rate}.{}", format.name(), format.extension());
            fs::write(folder.join(name), bytes)?;
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<f32>, Box<dyn Error>> {
    let mut reader = hound::WavReader::open(path)?;
    let spec = reader.spec();
    if (spec.channels, spec.sample_rate, spec.bits_per_sample) != (1, INPUT_RATE, 16) {
        return Err(format!("expected one channel of 16 bits at 24 kHz, found {spec:?}").into());
    }
    let samples = reader.samples::<i16>();
    Ok(samples.map(|s| s.map(|s| f32::from(s) / 32_768.0)).collect::<Result<_, _>>()?)
}

/// The file, and how long the fastest run took.
fn encode(options: &AudioOptions, samples: &[f32]) -> Result<(Vec<u8>, Duration), Box<dyn Error>> {
    let mut best = Duration::MAX;
    let mut file = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        let mut encoder = Encoder::new(options)?;
        let mut bytes = encoder.push(samples)?;
        let ending = encoder.finish()?;
        bytes.extend(ending.bytes);
        if let Some(start) = ending.start {
            bytes[..start.len()].copy_from_slice(&start);
        }
        best = best.min(start.elapsed());
        file = bytes;
    }
    Ok((file, best))
}
