//! The generator's convolutions as parts of what the processor can do: products on registers alone, timed in the same run, in turns.
//!
//! `cargo bench -p kokoro-kernels --bench ceiling`; with `-- --test` once and short.

use std::time::Instant;

use kokoro_kernels::{
    Activation, Affine, Conv, Element, Geometry, Input, Isa, Output, Precision, Snake, bf16,
    ceiling,
};

/// (channels, columns, kernel, dilation) of 2 s of speech, and how many of the generator's 48 convolutions are like that or nearest to it.
const SHAPES: [((usize, usize, usize, usize), f64); 8] = [
    ((256, 1600, 3, 1), 6.0),
    ((256, 1600, 7, 3), 12.0),
    ((256, 1600, 11, 5), 6.0),
    ((128, 9601, 3, 1), 6.0),
    ((128, 9601, 7, 1), 4.0),
    ((128, 9601, 7, 3), 2.0),
    ((128, 9601, 11, 1), 8.0),
    ((128, 9601, 11, 5), 4.0),
];

fn main() {
    let short = std::env::args().any(|arg| arg == "--test");
    let (runs, rounds) = if short { (1, 1000) } else { (9, 10_000_000) };
    let isa = Isa::best();
    println!("{isa}, {} threads; medians of {runs}", rayon::current_num_threads());
    println!("precision channels columns kernel dilation   G/s of the ceiling   share");
    for precision in [Precision::F32, Precision::Bf16, Precision::Int8] {
        if !isa.has(precision) {
            println!("{precision}: this processor has no instructions for it");
            continue;
        }
        let (mut seconds, mut least) = (0.0, 0.0); // of all 48: what they take, and what they would take at the ceiling
        for (shape, count) in SHAPES {
            let (ours, peak) = measure(isa, precision, shape, runs, rounds);
            let (channels, columns, kernel, dilation) = shape;
            let operations = 2e-9 * count * (channels * channels * kernel * columns) as f64;
            seconds += operations / ours;
            least += operations / peak;
            println!(
                "{precision:>9} {channels:8} {columns:7} {kernel:6} {dilation:8} {ours:5.0} {peak:14.0} {:6.0} %",
                100.0 * ours / peak
            );
        }
        println!("{precision:>9} all 48, together: {:.0} %", 100.0 * least / seconds);
    }
}

/// 10⁹ operations a second of the convolution (counted as a direct one) and of the ceiling. In memory as the model has it: 8 bits go with
/// tensors of half the size.
fn measure(
    isa: Isa,
    precision: Precision,
    (channels, columns, kernel, dilation): (usize, usize, usize, usize),
    runs: usize,
    rounds: u64,
) -> (f64, f64) {
    let values = |n: usize| (0..n).map(|i| (i as f32 * 0.37).sin()).collect::<Vec<f32>>();
    let weight = values(channels * channels * kernel);
    let geometry = Geometry::same(kernel, dilation);
    let conv = Conv::with_isa(&weight, &values(channels), geometry, precision, isa);
    let peak = || {
        let start = Instant::now();
        let all = rayon::broadcast(|_| ceiling::multiply_adds(isa, precision, rounds));
        2.0 * all.iter().sum::<u64>() as f64 / start.elapsed().as_secs_f64() / 1e9
    };
    let x = values(columns * channels);
    match precision {
        Precision::Int8 => {
            let x: Vec<bf16> = x.into_iter().map(bf16::from_f32).collect();
            turns(&conv, &x, runs, peak)
        }
        Precision::F32 | Precision::Bf16 => turns(&conv, &x, runs, peak),
    }
}

/// Medians of the convolution after an affine and a Snake, and of the ceiling, in turns.
fn turns<E: Element>(conv: &Conv, x: &[E], runs: usize, peak: impl Fn() -> f64) -> (f64, f64) {
    let channels = conv.c_in();
    let affine = Affine::new((0..channels).map(|_| (0.1, 0.8, 0.1)));
    let activation = Activation::Snake(Snake::new(&vec![1.5; channels]));
    let mut y = vec![E::default(); x.len()];
    let operations = 2.0 * (x.len() * channels * conv.geometry().kernel) as f64;
    let (mut ours, mut peaks) = (Vec::new(), Vec::new());
    for _ in 0..runs + 1 {
        let start = Instant::now();
        let input = Input { values: x, affine: Some(&affine), activation: &activation };
        let output = Output { values: &mut y, residual: None, accumulate: false, gain: 1.0 };
        conv.run(&input, output, true);
        ours.push(operations / start.elapsed().as_secs_f64() / 1e9);
        peaks.push(peak());
    }
    (median(&mut ours[1..]), median(&mut peaks[1..])) // the first is a warm-up
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
