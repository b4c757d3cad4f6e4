//! The figures behind the guard's constants (`kokoro_npu::decoder::guard`), by the CPU in f32.
//!
//! - Mean loudness for each whole value of the energy curve, over the phrases with which the
//!   exporter calibrates, beside `EXPECTED_DB`.
//! - The extremes of what the guard judges, over every voice at two speeds, speaking the phrases of
//!   the sensitivity's sweep, to which that table was not fitted.
//!
//! `cargo run --release -p kokoro-export --example guard [WEIGHTS]`, a minute or two.

use std::error::Error;
use std::path::PathBuf;

use candle_core::Device;
use kokoro_core::{CancelToken, Decoder, Features, PrecisionPlan, SpectrumDecoder};
use kokoro_export::{Exporter, Phrase, held_out, phrases};
use kokoro_npu::decoder::guard::{EXPECTED_DB, Measures, loudness_db};
use kokoro_weights::Weights;

const SPEEDS: [f32; 2] = [1.0, 1.5];
/// The energy curve's value that belongs to the first entry of the table.
const FIRST: f32 = -8.0;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map_or("weights/data".into(), PathBuf::from);
    let weights = Weights::open(&folder)?;
    let exporter = Exporter::new(&weights)?;
    let vb = weights.var_builder(&Device::Cpu).pp("decoder");
    let decoder = Decoder::new(exporter.config(), PrecisionPlan::F32, vb)?;
    let speak = |phrase: &Phrase| -> Result<(Vec<f32>, Features), Box<dyn Error>> {
        let features = exporter.features(phrase)?;
        Ok((decoder.decode(&features, &CancelToken::new())?.logits, features))
    };

    let mut sums = [(0.0, 0u32); EXPECTED_DB.len()];
    for phrase in phrases().into_iter() {
        let (logits, features) = speak(&phrase)?;
        for (db, energy) in loudness_db(&logits).into_iter().zip(features.energy) {
            let place = (energy.round() - FIRST).clamp(0.0, (sums.len() - 1) as f32) as usize;
            sums[place].0 += db;
            sums[place].1 += 1;
        }
    }
    println!("energy  values  mean loudness, dB  EXPECTED_DB");
    for (index, ((sum, count), expected)) in sums.iter().zip(EXPECTED_DB).enumerate() {
        let (energy, mean) = (FIRST + index as f32, sum / f64::from(*count));
        println!("{energy:6} {count:7} {mean:18.1} {expected:12.1}");
    }

    let mut all = Vec::new();
    for voice in weights.voice_names() {
        for speed in SPEEDS {
            for phrase in held_out() {
                let (logits, features) = speak(&Phrase { voice: voice.into(), speed, ..phrase })?;
                all.push(Measures::of(&logits, &features));
            }
        }
    }
    let ends = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::MAX, f64::MIN), |(low, high), x| (low.min(x), high.max(x)))
    };
    println!("\n{} utterances, least and greatest:", all.len());
    let print = |name: &str, (low, high): (f64, f64)| println!("{name:28} {low:8.3} {high:8.3}");
    print("largest log magnitude", ends(&mut all.iter().map(|m| f64::from(m.log_magnitude))));
    print("largest phase argument", ends(&mut all.iter().map(|m| f64::from(m.phase))));
    print("share of stuck columns", ends(&mut all.iter().map(|m| m.stuck)));
    print("deviation of loudness, dB", ends(&mut all.iter().filter_map(|m| m.off_db)));
    print("correlation", ends(&mut all.iter().filter_map(|m| m.correlation)));
    Ok(())
}
