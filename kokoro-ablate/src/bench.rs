//! Opens a decoder and measures how long a decoding takes.

use std::sync::Arc;
use std::time::Instant;

use candle_core::Device;
use kokoro_core::{CancelToken, Decoder, Features, Precision, PrecisionPlan, SpectrumDecoder};
use kokoro_npu::decoder::guard::examine;
use kokoro_npu::decoder::{SegmentDecoder, SegmentFile};
use kokoro_npu::runtime::{Provider, Runtime, SessionOptions};

use crate::error::Result;
use crate::row::Opening;
use crate::shared_model::SharedModel;

/// A decoder, ready to run.
#[derive(Clone)]
pub(super) struct Opened {
    pub decoder: Arc<dyn SpectrumDecoder>,
    pub opening: Opening,
    /// Whether it has run before: its first run is the cold one.
    pub ran: bool,
}

/// Opens our own decoder.
pub(super) fn open_cpu(model: &SharedModel, precision: Precision) -> Result<Opened> {
    let start = Instant::now();
    let vb = model.weights.var_builder(&Device::Cpu).pp("decoder");
    let decoder = Decoder::new(model.config(), PrecisionPlan::new(precision), vb)
        .map_err(kokoro_core::Error::from)?;
    let load_seconds = start.elapsed().as_secs_f64();
    let opening = Opening { load_seconds, ..Opening::default() };
    Ok(Opened { decoder: Arc::new(decoder), opening, ran: false })
}

/// Opens a segment. ONNX Runtime's CPU provider gets as many threads as our own decoder has.
pub(super) fn open_segment(
    model: &SharedModel,
    runtime: &Runtime,
    file: &SegmentFile,
    provider: &Provider,
) -> Result<Opened> {
    let start = Instant::now();
    let file = SegmentFile::read(&file.path, &model.weights)?;
    let load_seconds = start.elapsed().as_secs_f64();
    let threads = rayon::current_num_threads();
    let options = SessionOptions::new(provider.clone()).with_threads(threads);
    let start = Instant::now();
    let decoder = SegmentDecoder::open(runtime, &file, &options, &model.weights)?;
    let compile_seconds = Some(start.elapsed().as_secs_f64());
    let placement = decoder.placement().shares();
    let opening = Opening { load_seconds, compile_seconds, placement };
    Ok(Opened { decoder: Arc::new(decoder), opening, ran: false })
}

/// One decoding.
pub(super) struct Pass {
    pub decoder_seconds: f64,
    pub vocoder_seconds: f64,
    pub logits: Vec<f32>,
    pub samples: Vec<f32>,
}

impl Pass {
    /// Decodes features once.
    pub fn of(
        model: &SharedModel,
        decoder: &dyn SpectrumDecoder,
        features: &Features,
    ) -> Result<Self> {
        let start = Instant::now();
        let logits = decoder.decode(features, &CancelToken::new())?.logits;
        let decoder_seconds = start.elapsed().as_secs_f64();
        let (samples, vocoder_seconds) = model.vocode(&logits, features.frames)?;
        Ok(Self { decoder_seconds, vocoder_seconds, logits, samples })
    }

    pub fn seconds(&self) -> f64 {
        self.decoder_seconds + self.vocoder_seconds
    }
}

/// What is wrong with logits, if anything is.
pub(super) fn guard_finding(logits: &[f32], features: &Features) -> Option<String> {
    examine(logits, features).map(|finding| finding.to_string())
}
