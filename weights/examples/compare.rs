//! Compares a model folder with a state dict in safetensors, number by number:
//! `cargo run --release -p kokoro-weights --example compare FOLDER STATE_DICT.safetensors`.
//!
//! Prints how many tensors and parameters there are, how many differ in any bit, the largest
//! relative difference (|a − b| / |b|, number by number), and the hash of all parameters
//! (`Weights::parameters_sha256`).

use std::path::PathBuf;
use std::time::Instant;

use kokoro_weights::Weights;
use safetensors::SafeTensors;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [folder, reference] = arguments.as_slice() else {
        return Err("usage: compare FOLDER STATE_DICT.safetensors".into());
    };
    let start = Instant::now();
    let weights = Weights::open(folder)?;
    println!("opened in {:?}", start.elapsed());
    let bytes = std::fs::read(reference)?;
    let reference = SafeTensors::deserialize(&bytes)?;
    let mut names = reference.names();
    names.sort_unstable();
    assert_eq!(names, weights.tensor_names(), "names");

    let (mut parameters, mut differing, mut worst) = (0, 0, (0.0, ""));
    for name in &names {
        let view = reference.tensor(name)?;
        assert_eq!(weights.shape(name)?, view.shape(), "shape of {name}");
        let expected = view.data().as_chunks().0.iter().map(|&chunk| f32::from_le_bytes(chunk));
        let found = weights.tensor(name)?;
        for (&found, expected) in found.iter().zip(expected) {
            parameters += 1;
            differing += usize::from(found.to_bits() != expected.to_bits());
            let difference =
                if found == expected { 0.0 } else { ((found - expected) / expected).abs() };
            if difference > worst.0 {
                worst = (difference, name);
            }
        }
    }
    println!("{} tensors, {parameters} parameters, {differing} differ in some bit", names.len());
    println!("largest relative difference {:e} {}", worst.0, worst.1);
    let start = Instant::now();
    let hash = weights.parameters_sha256()?;
    println!("all parameters: sha256 {hash} (dequantised and hashed in {:?})", start.elapsed());
    let start = Instant::now();
    let fresh = Weights::open(folder)?;
    let count: usize =
        fresh.tensor_names().iter().map(|name| fresh.tensor(name).map_or(0, |t| t.len())).sum();
    println!("opened, verified and dequantised {count} parameters in {:?}", start.elapsed());
    Ok(())
}
