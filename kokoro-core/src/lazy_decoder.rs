//! The decoder on the CPU for programs in which another decoder does the work.

use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

use candle_nn::VarBuilder;

use crate::decoder::Decoder;
use crate::{
    Calibration, CancelToken, Config, Decoded, Error, Features, PrecisionPlan, SpectrumDecoder,
};

/// A [`Decoder`] that reads its weights when it is first asked.
pub struct LazyDecoder {
    config: Config,
    plan: PrecisionPlan,
    vb: VarBuilder<'static>,
    decoder: OnceLock<Decoder>,
}

impl LazyDecoder {
    /// Will read everything under `decoder`.
    pub fn new(config: &Config, plan: PrecisionPlan, vb: VarBuilder<'static>) -> Self {
        Self { config: config.clone(), plan, vb: vb.pp("decoder"), decoder: OnceLock::new() }
    }

    fn decoder(&self) -> Result<&Decoder, Error> {
        if let Some(decoder) = self.decoder.get() {
            return Ok(decoder);
        }
        // Two threads may both read; the second's copy is dropped.
        let decoder = Decoder::new(&self.config, self.plan, self.vb.clone())?;
        Ok(self.decoder.get_or_init(|| decoder))
    }
}

impl SpectrumDecoder for LazyDecoder {
    fn decode(&self, features: &Features, cancel: &CancelToken) -> Result<Decoded, Error> {
        self.decoder()?.decode(features, cancel)
    }

    fn calibrate(&self, features: &Features, cancel: &CancelToken) -> Result<Calibration, Error> {
        self.decoder()?.calibrate(features, cancel)
    }

    fn decode_part(
        &self,
        features: &Features,
        part: Range<usize>,
        calibration: &Calibration,
        cancel: &CancelToken,
    ) -> Result<Decoded, Error> {
        self.decoder()?.decode_part(features, part, calibration, cancel)
    }
}

impl fmt::Debug for LazyDecoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let read = self.decoder.get().is_some();
        f.debug_struct("LazyDecoder").field("plan", &self.plan).field("read", &read).finish()
    }
}
