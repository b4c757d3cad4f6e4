//! `kokoro npu-trial`: tries a segment on behalf of another process, because a driver may crash. It
//! is called by this program, not by people.

use std::path::PathBuf;

use clap::Args;
use kokoro::npu::decoder::{SegmentDecoder, SegmentFile, self_test};
use kokoro::npu::runtime::{Probe, SessionOptions};
use kokoro::weights::Weights;

use crate::Common;
use crate::backend::NpuArgs;
use crate::console::print;
use crate::error::Error;

/// Arguments of `npu-trial`.
#[derive(Args)]
pub struct Trial {
    /// The segment
    segment: PathBuf,
    #[command(flatten)]
    npu: NpuArgs,
}

impl Trial {
    /// Opens the segment, runs its self-test and prints the verdict for the process that waits.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        let folder = common.folder()?;
        let weights = Weights::open(&folder)?;
        let runtime = self.npu.runtime()?;
        let provider = self.npu.provider()?;
        let session: SessionOptions = self.npu.options(&folder, provider, vec![]).session;
        let tried = SegmentFile::read(&self.segment, &weights)
            .and_then(|file| SegmentDecoder::open(&runtime, &file, &session, &weights))
            .and_then(|segment| self_test(&segment));
        let verdict = tried.map_err(kokoro::Error::from)?;
        let report = Probe::report(&verdict)?;
        print(&report)
    }
}
