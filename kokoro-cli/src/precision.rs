//! `--precision`: what the decoder computes in, on the CPU or in segments.

use clap::Args;
use kokoro::Precision;

use crate::error::Error;

/// What the decoder computes in.
#[derive(Args, Clone, Default)]
pub struct PrecisionArg {
    /// Numbers of the decoder's convolutions: f32, bf16 or int8 on the CPU, f32, a16w8 or int8 in
    /// segments [default: the CPU's fastest of f32 and int8; what suits the provider]
    #[arg(long, value_name = "P", value_parser = ["f32", "bf16", "a16w8", "int8"])]
    precision: Option<String>,
}

impl PrecisionArg {
    /// For the CPU.
    ///
    /// # Errors
    /// For one that only segments have.
    pub fn cpu(&self) -> Result<Precision, Error> {
        match &self.precision {
            None => Ok(Precision::default()),
            Some(name) => name.parse().map_err(|_| Error::CpuPrecision { found: name.clone() }),
        }
    }

    /// For a segment, if one was named.
    ///
    /// # Errors
    /// For one that only the CPU has.
    #[cfg(feature = "npu")]
    pub fn segment(&self) -> Result<Option<kokoro::npu::SegmentPrecision>, Error> {
        let parse = |name: &String| name.parse().map_err(|error| kokoro::Error::from(error).into());
        self.precision.as_ref().map(parse).transpose()
    }
}
