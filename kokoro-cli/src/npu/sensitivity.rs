//! `kokoro npu sensitivity`: which convolutions suffer from 8 bits.

use std::path::PathBuf;

use clap::Args;
use kokoro::export::quantize::table;
use kokoro::export::{Exporter, held_out, phrases, sweep};
use kokoro::npu::SegmentPrecision;
use kokoro::weights::Weights;
use kokoro::weights::files::write_atomically;

use crate::Common;
use crate::console::print;
use crate::error::Error;
use crate::progress::Progress;

/// Arguments of `npu sensitivity`.
#[derive(Args)]
pub struct Sensitivity {
    /// The table [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Sensitivity {
    /// Calibrates, measures every convolution, and writes the table.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        let weights = Weights::open(common.folder()?)?;
        let exporter = Exporter::new(&weights)?;
        let mut bar = Progress::new();
        let mut show = |done: usize, all: usize, what: &str| {
            bar.set(done as u64, all as u64, what.to_owned());
        };
        let calibration = exporter.calibrate(SegmentPrecision::Int8, &phrases(), |done, all| {
            show(done, all, "calibrating")
        })?;
        let measured = |done, all| show(done, all, "measuring");
        let rows = sweep(&exporter, &calibration, &held_out(), measured);
        drop(bar);
        let text = table(&rows?);
        match &self.output {
            Some(path) => Ok(write_atomically(path, text)?),
            None => print(&text),
        }
    }
}
