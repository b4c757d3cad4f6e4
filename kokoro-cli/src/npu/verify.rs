//! `kokoro npu verify`: whether NNAPI's provider would take a segment whole.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use kokoro::npu::runtime::{Runtime, dump_level1, find};
use nnapi_rules::{Options, Report, verify_file};

use crate::error::Error;

/// Arguments of `npu verify`.
#[derive(Args)]
pub struct Verify {
    /// The segment
    segment: PathBuf,
    /// The library of ONNX Runtime [default: $ORT_DYLIB_PATH, else that of the system or of Python]
    #[arg(long, value_name = "FILE")]
    ort_lib: Option<PathBuf>,
}

impl Verify {
    /// Prints the report; a segment that is not taken whole is an error.
    pub fn run(&self) -> Result<(), Error> {
        let report = self.report()?;
        writeln!(io::stdout(), "{report}").map_err(Error::io("write", "-"))?;
        if report.is_whole() && report.partitions == 1 {
            return Ok(());
        }
        let message = format!(
            "{}: NNAPI's provider would not take all of it in one piece",
            self.segment.display()
        );
        Err(Error::Other(message))
    }

    /// Judges what ONNX Runtime hands to the provider: the graph after the optimisations that run before it.
    fn report(&self) -> Result<Report, Error> {
        let library = find(self.ort_lib.as_deref()).map_err(other)?;
        let runtime = Runtime::load(&library).map_err(other)?;
        let folder = tempfile::tempdir().map_err(Error::io("create", std::env::temp_dir()))?;
        let dump = folder.path().join("optimized.onnx");
        dump_level1(&runtime, Path::new(&self.segment), &[], &dump).map_err(other)?;
        Ok(verify_file(&dump, &Options::default())?)
    }
}

fn other(error: kokoro::npu::runtime::Error) -> Error {
    Error::Other(error.to_string())
}
