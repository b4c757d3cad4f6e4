//! `kokoro export`: the decoder as a fixed-shape ONNX segment.

use std::path::PathBuf;

use clap::{Args, value_parser};
use kokoro::export::{Exporter, SegmentSpec};
use kokoro::npu::SegmentPrecision;
use kokoro::npu::target::Target;
use kokoro::weights::Weights;

use crate::Common;
use crate::console::print;
use crate::error::Error;
use crate::progress::Progress;

/// Arguments of `export`.
#[derive(Args)]
pub struct Export {
    /// Seconds of speech that fit
    #[arg(
        long,
        value_name = "S",
        default_value_t = 5,
        value_parser = value_parser!(u32).range(1..=60)
    )]
    seconds: u32,
    /// Frames of 25 ms that fit, instead of seconds
    #[arg(
        long,
        value_name = "N",
        conflicts_with = "seconds",
        value_parser = value_parser!(u32).range(1..=2400)
    )]
    frames: Option<u32>,
    /// What it is for: nnapi, qnn, openvino, coreml or generic
    #[arg(long, value_name = "T", default_value = "nnapi")]
    target: Target,
    /// What convolutions are computed in: f32, a16w8 or int8 [default: a16w8 for qnn, f32 for
    /// coreml, else int8]
    #[arg(long, value_name = "P")]
    precision: Option<SegmentPrecision>,
    /// A convolution that stays in f32, by its name in the checkpoint; may be given more than once
    #[arg(long, value_name = "LAYER")]
    float: Vec<String>,
    /// The folder for the files
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
}

impl Export {
    /// Exports, and prints the model's path.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        let precision = self.precision.unwrap_or(self.target.default_precision());
        self.target.opset(precision).map_err(kokoro::Error::from)?;
        let weights = Weights::open(common.folder()?)?;
        let exporter = Exporter::new(&weights)?;
        let mut spec = SegmentSpec::seconds(self.seconds as usize, precision, self.target);
        spec.frames = self.frames.map_or(spec.frames, |frames| frames as usize);
        spec.float = self.float.clone();
        let mut bar = Progress::new();
        let progress = |done: usize, all: usize| bar.set(done as u64, all as u64, "calibrating");
        let path = exporter.export(&spec, &self.output, progress)?;
        drop(bar);
        print(&format!("{}\n", path.display()))
    }
}
