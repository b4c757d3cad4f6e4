//! The generator's convolutions as a share of the processor's peak, which is measured in the same
//! run, in turns with them.
//!
//! `cargo bench -p kokoro-kernels --bench peak`; with `-- --test` it runs once and briefly.

use std::time::Instant;

use kokoro_kernels::{
    Activation, Affine, Conv, ConvInput, ConvOutput, Element, Geometry, Isa, Precision, Snake,
    WriteMode, bf16, peak,
};
use kokoro_metrics::median_by;

/// A convolution that keeps length and channels.
#[derive(Clone, Copy)]
struct Shape {
    channels: usize,
    columns: usize,
    kernel: usize,
    dilation: usize,
    /// How many of the generator's 48 convolutions count as this shape: those that have it, and
    /// those to which it is the nearest of [`SHAPES`].
    count: f64,
}

const fn shape(
    channels: usize,
    columns: usize,
    kernel: usize,
    dilation: usize,
    count: f64,
) -> Shape {
    Shape { channels, columns, kernel, dilation, count }
}

/// The shapes for 2 s of speech.
const SHAPES: [Shape; 8] = [
    shape(256, 1600, 3, 1, 6.0),
    shape(256, 1600, 7, 3, 12.0),
    shape(256, 1600, 11, 5, 6.0),
    shape(128, 9601, 3, 1, 6.0),
    shape(128, 9601, 7, 1, 4.0),
    shape(128, 9601, 7, 3, 2.0),
    shape(128, 9601, 11, 1, 8.0),
    shape(128, 9601, 11, 5, 4.0),
];

fn main() {
    let short = std::env::args().any(|arg| arg == "--test");
    let (runs, rounds) = if short { (1, 1000) } else { (9, 10_000_000) };
    let isa = Isa::best();
    println!("{isa}, {} threads; medians of {runs}", rayon::current_num_threads());
    println!("precision channels columns kernel dilation   G/s of the peak      share");
    for precision in [Precision::F32, Precision::Bf16, Precision::Int8] {
        if !isa.has(precision) {
            println!("{precision}: this processor has no instructions for it");
            continue;
        }
        let (mut seconds, mut least) = (0.0, 0.0); // of all 48: as measured, and at the peak
        for shape in SHAPES {
            let Speeds { ours, peak } = measure(isa, precision, shape, runs, rounds);
            let Shape { channels, columns, kernel, dilation, count } = shape;
            let operations = 2e-9 * count * (channels * channels * kernel * columns) as f64;
            seconds += operations / ours;
            least += operations / peak;
            println!(
                "{precision:>9} {channels:8} {columns:7} {kernel:6} {dilation:8} \
                 {ours:5.0} {peak:14.0} {:6.0} %",
                100.0 * ours / peak
            );
        }
        println!("{precision:>9} all 48, together: {:.0} %", 100.0 * least / seconds);
    }
}

/// 10⁹ operations a second. A convolution is counted as if it were computed directly.
struct Speeds {
    ours: f64,
    peak: f64,
}

/// Measures a convolution. Its tensors are in f32, but with int8 in bf16, as the model has them.
fn measure(
    isa: Isa,
    precision: Precision,
    Shape { channels, columns, kernel, dilation, .. }: Shape,
    runs: usize,
    rounds: u64,
) -> Speeds {
    let values = |n: usize| (0..n).map(|i| (i as f32 * 0.37).sin()).collect::<Vec<f32>>();
    let weight = values(channels * channels * kernel);
    let geometry = Geometry::same(kernel, dilation);
    let conv = Conv::with_isa(&weight, &values(channels), geometry, precision, isa);
    let peak = || {
        let start = Instant::now();
        let all = rayon::broadcast(|_| peak::multiply_adds(isa, precision, rounds));
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

/// Medians of the convolution, after an affine and a Snake, and of the peak, measured in turns.
fn turns<E: Element>(conv: &Conv, x: &[E], runs: usize, peak: impl Fn() -> f64) -> Speeds {
    let channels = conv.c_in();
    let affine = Affine::new((0..channels).map(|_| (0.1, 0.8, 0.1)));
    let activation = Activation::Snake(Snake::new(&vec![1.5; channels]));
    let mut y = vec![E::default(); x.len()];
    let operations = 2.0 * (x.len() * channels * conv.geometry().kernel) as f64;
    let (mut ours, mut peaks) = (Vec::new(), Vec::new());
    for _ in 0..runs + 1 {
        let start = Instant::now();
        let input = ConvInput { values: x, affine: Some(&affine), activation: &activation };
        let mode = WriteMode::Overwrite;
        let output =
            ConvOutput { values: &mut y, residual: None, mode, gain: 1.0, interrupt: None };
        conv.run_measured(&input, output);
        ours.push(operations / start.elapsed().as_secs_f64() / 1e9);
        peaks.push(peak());
    }
    // The first run is a warm-up.
    Speeds { ours: median(&ours[1..]), peak: median(&peaks[1..]) }
}

fn median(values: &[f64]) -> f64 {
    median_by(values.to_vec(), |value| *value).expect("at least one run is measured")
}
