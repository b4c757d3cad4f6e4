//! `kokoro npu verify`: whether NNAPI's provider would take a segment whole.

use std::path::PathBuf;

use clap::Args;
use kokoro::npu::runtime::dump_level1;
use nnapi_rules::{RulesOptions, RulesReport, verify_file};

use crate::console::print;
use crate::error::Error;
use crate::npu_library::LibraryArg;

/// Arguments of `npu verify`.
#[derive(Args)]
pub struct Verify {
    /// The segment
    segment: PathBuf,
    #[command(flatten)]
    library: LibraryArg,
}

impl Verify {
    /// Prints the report; a segment that is not taken whole is an error.
    pub fn run(&self) -> Result<(), Error> {
        let report = self.report()?;
        print(&format!("{report}\n"))?;
        if report.is_whole() && report.partitions == 1 {
            return Ok(());
        }
        Err(Error::NotWhole { segment: self.segment.clone() })
    }

    /// Judges what ONNX Runtime hands to the provider: the graph after the optimisations that run
    /// before it.
    fn report(&self) -> Result<RulesReport, Error> {
        let runtime = self.library.load()?;
        let folder = tempfile::tempdir().map_err(Error::io("create", std::env::temp_dir()))?;
        let dump = folder.path().join("optimized.onnx");
        dump_level1(&runtime, self.segment.as_path(), &[], &dump)?;
        Ok(verify_file(&dump, &RulesOptions::default())?)
    }
}
