//! Weighs the two choices of the 8-bit quantiser and prints a table: the share of each channel
//! that is clipped, and whether the upsamplers stay in f32. Some minutes.
//!
//! `cargo run --release -p kokoro-export --example choices [WEIGHTS]`

use std::error::Error;
use std::path::PathBuf;

use kokoro_export::{Exporter, weigh_choices};
use kokoro_weights::Weights;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map_or("weights/data".into(), PathBuf::from);
    let exporter = Exporter::new(&Weights::open(&folder)?)?;
    println!("| clipped | upsamplers | log-mel, mean and worst | each utterance, dB |");
    println!("|---|---|---|---|");
    weigh_choices(&exporter, |choice| {
        let upsamplers = if choice.float.is_empty() { "int8" } else { "f32" };
        let each: Vec<_> = choice.distances_db.iter().map(|db| format!("{db:.2}")).collect();
        println!(
            "| {:.0e} | {upsamplers} | {:.3}, {:.3} dB | {} |",
            choice.clipped,
            choice.mean_db(),
            choice.worst_db(),
            each.join(" ")
        );
    })?;
    Ok(())
}
