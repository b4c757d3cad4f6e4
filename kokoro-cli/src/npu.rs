//! `kokoro npu`: what a neural processor, or its numbers, would make of a segment.

mod sensitivity;
mod verify;

use clap::{Args, Subcommand};

use crate::Common;
use crate::error::Error;

/// Arguments of `npu`.
#[derive(Args)]
pub struct Npu {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Judge a segment by the rules of Android's NNAPI provider
    Verify(verify::Verify),
    /// Measure what each convolution's 8-bit codes alone do to the sound: a table of name, per cent
    /// of the multiply-adds, dB
    Sensitivity(sensitivity::Sensitivity),
}

impl Npu {
    /// Runs the command.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        match &self.command {
            Command::Verify(verify) => verify.run(),
            Command::Sensitivity(sensitivity) => sensitivity.run(common),
        }
    }
}
