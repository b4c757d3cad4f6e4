//! `kokoro voices blend`: a file with a voice made of others.

use std::path::PathBuf;

use clap::Args;
use kokoro::read_voice;
use kokoro::weights::{VoiceFormat, Weights, write_voice};

use crate::Common;
use crate::error::Error;

/// Arguments of `voices blend`.
#[derive(Args)]
pub struct Blend {
    /// Voices and files with their weights: af_heart(2)+af_bella(1), a,b, a:60,b:40, 0.7*a+0.3*b
    #[arg(value_name = "BLEND", allow_hyphen_values = true)]
    blend: String,
    /// The file to write, which `--voice` takes
    #[arg(short, long, value_name = "FILE.safetensors")]
    output: PathBuf,
}

impl Blend {
    /// Writes the file, whole or not at all.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        if VoiceFormat::of_file_name(&self.output) != Some(VoiceFormat::Safetensors) {
            return Err(Error::VoiceName { path: self.output.clone() });
        }
        let weights = Weights::open(common.folder()?)?;
        let voice = read_voice(&self.blend, &weights)?;
        Ok(write_voice(&self.output, voice.rows())?)
    }
}
