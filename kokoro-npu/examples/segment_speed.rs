//! How much faster the INT8 segment is than the f32 segment on ONNX Runtime's CPU provider, whole
//! and by operator.
//!
//! ```text
//! kokoro export --seconds 5 --precision f32 -o DIR && kokoro export --seconds 5 -o DIR
//! cargo run --release -p kokoro-npu --example segment_speed -- \
//!     LIBONNXRUNTIME DIR/kokoro-200-f32-nnapi.onnx DIR/kokoro-200-int8-nnapi.onnx [THREADS [RUNS]]
//! ```
//!
//! The two segments run in turn, each on the inputs of its own self-test, so that whatever else the
//! machine does slows both; figures are medians. Times by operator are means, and come from two
//! more sessions, which record them.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use kokoro_metrics::median_by;
use kokoro_npu::runtime::{OpTime, Provider, Runtime, Session, SessionInput, SessionOptions};
use kokoro_npu::segment::{SegmentInput, SelfTest};

/// Runs under the profiler; the first, which warms up, is in the means.
const PROFILED_RUNS: usize = 5;

const USAGE: &str = "expected LIBONNXRUNTIME F32.onnx INT8.onnx [THREADS [RUNS]]";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [library, float, coded, numbers @ ..] = &arguments[..] else { return Err(USAGE.into()) };
    let number = |at: usize, default: usize| numbers.get(at).map_or(Ok(default), |n| n.parse());
    let (threads, runs) = (number(0, 2)?, number(1, 9)?);
    let runtime = Runtime::load(Path::new(library))?;
    let (float, coded) = (&Segment::read(float, threads)?, &Segment::read(coded, threads)?);

    let (float_seconds, coded_seconds) = interleaved(&runtime, [float, coded], runs)?;
    println!("{threads} threads, medians of {runs} interleaved runs");
    println!(
        "f32 {float_seconds:.3} s, int8 {coded_seconds:.3} s: {:.2} times as fast",
        float_seconds / coded_seconds
    );

    let (float, coded) = (float.profile(&runtime)?, coded.profile(&runtime)?);
    let of = |times: &[OpTime], kinds: &[&str]| -> f64 {
        times.iter().filter(|time| kinds.contains(&time.op_type.as_str())).map(milliseconds).sum()
    };
    let convolutions = ["Conv", "FusedConv", "QLinearConv"];
    let (float_convs, coded_convs) = (of(&float, &convolutions), of(&coded, &convolutions));
    println!(
        "convolutions: f32 {float_convs:.0} ms (+ {:.0} to reorder), int8 {coded_convs:.0} ms \
         (+ {:.0} to code and decode): {:.2} times as fast",
        of(&float, &["ReorderInput", "ReorderOutput"]),
        of(&coded, &["QuantizeLinear", "DequantizeLinear"]),
        float_convs / coded_convs
    );
    for (name, times) in [("f32", &float), ("int8", &coded)] {
        println!("{name}: milliseconds and calls a run");
        for time in times.iter().filter(|time| milliseconds(time) >= 1.0) {
            println!(
                "  {:18} {:8.1} {:5}",
                time.op_type,
                milliseconds(time),
                time.calls / PROFILED_RUNS as u64
            );
        }
    }
    Ok(())
}

/// Of one profiled run.
fn milliseconds(time: &OpTime) -> f64 {
    time.microseconds as f64 / 1e3 / PROFILED_RUNS as f64
}

/// A file and what it is fed.
struct Segment {
    path: PathBuf,
    inputs: Vec<SegmentInput>,
    options: SessionOptions,
}

impl Segment {
    fn read(path: &str, threads: usize) -> Result<Self, Box<dyn Error>> {
        let path = PathBuf::from(path);
        let inputs = SelfTest::read(SelfTest::path(&path))?.inputs;
        Ok(Self { path, inputs, options: SessionOptions::new(Provider::Cpu { threads }) })
    }

    fn run(&self, session: &Session) -> Result<f64, Box<dyn Error>> {
        let inputs: Vec<_> = self.inputs.iter().map(SessionInput::from).collect();
        let start = Instant::now();
        session.run(&inputs)?;
        Ok(start.elapsed().as_secs_f64())
    }

    fn profile(&self, runtime: &Runtime) -> Result<Vec<OpTime>, Box<dyn Error>> {
        let profile =
            std::env::temp_dir().join(format!("segment-speed-{}.json", std::process::id()));
        let options = self.options.clone().with_profile(&profile);
        let session = Session::open(runtime, self.path.as_path(), &options)?;
        for _ in 0..PROFILED_RUNS {
            self.run(&session)?;
        }
        let times = session.profile()?;
        std::fs::remove_file(profile)?;
        Ok(times)
    }
}

/// Median seconds of both, run in turn after one run each to warm up.
fn interleaved(
    runtime: &Runtime,
    segments: [&Segment; 2],
    runs: usize,
) -> Result<(f64, f64), Box<dyn Error>> {
    let open = |segment: &Segment| Session::open(runtime, segment.path.as_path(), &segment.options);
    let sessions = [open(segments[0])?, open(segments[1])?];
    let mut seconds = [Vec::new(), Vec::new()];
    for round in 0..=runs {
        for i in 0..2 {
            let taken = segments[i].run(&sessions[i])?;
            if round > 0 {
                seconds[i].push(taken);
            }
        }
    }
    let median = |times: Vec<f64>| median_by(times, |seconds| *seconds).ok_or("expected a run");
    let [float, coded] = seconds.map(median);
    Ok((float?, coded?))
}
