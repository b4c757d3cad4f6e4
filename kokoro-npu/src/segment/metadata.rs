//! The metadata of a segment: capacity, precision, target, weights and exporter.

use kokoro_core::architecture::FRAMES_PER_SECOND;
use kokoro_onnx::{Model, StringEntry};

use crate::target::Target;
use crate::{Error, Result, SegmentPrecision};

/// What a segment says of itself, in the model's own properties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// Frames that fit.
    pub frames: usize,
    /// Numbers that convolutions are computed in.
    pub precision: SegmentPrecision,
    /// What it was made for.
    pub target: Target,
    /// [`Weights::identity`](kokoro_weights::Weights::identity) of what it was made from.
    pub weights: String,
    /// Version of the exporter.
    pub exporter: String,
}

const FRAMES: &str = "kokoro.frames";
const PRECISION: &str = "kokoro.precision";
const TARGET: &str = "kokoro.target";
const WEIGHTS: &str = "kokoro.weights";
const EXPORTER: &str = "kokoro.exporter";

impl Metadata {
    /// Seconds of speech that fit.
    pub fn seconds(&self) -> f64 {
        self.frames as f64 / FRAMES_PER_SECOND as f64
    }

    /// The file's name: `kokoro-200-int8-nnapi.onnx` for 200 frames.
    pub fn file_name(&self) -> String {
        file_name(self.frames, self.precision, self.target)
    }

    /// Writes it into a model.
    pub fn write(&self, model: &mut Model) {
        model.producer_name = "kokoro".into();
        model.producer_version = self.exporter.clone();
        let (frames, precision) = (self.frames.to_string(), self.precision.to_string());
        let target = self.target.to_string();
        let entries = [
            (FRAMES, &frames),
            (PRECISION, &precision),
            (TARGET, &target),
            (WEIGHTS, &self.weights),
            (EXPORTER, &self.exporter),
        ];
        model.metadata_props = entries.map(|(key, value)| StringEntry::new(key, value)).into();
    }

    /// Reads it from a model.
    ///
    /// # Errors
    /// [`Error::Foreign`] names the property that is missing or makes no sense.
    pub fn read(model: &Model) -> Result<Self> {
        let text = |key: &'static str| model.metadata(key).ok_or(Error::Foreign { missing: key });
        Ok(Self {
            frames: text(FRAMES)?
                .parse()
                .ok()
                .filter(|&n| n > 0)
                .ok_or(Error::Foreign { missing: FRAMES })?,
            precision: text(PRECISION)?
                .parse()
                .map_err(|_| Error::Foreign { missing: PRECISION })?,
            target: text(TARGET)?.parse().map_err(|_| Error::Foreign { missing: TARGET })?,
            weights: text(WEIGHTS)?.into(),
            exporter: text(EXPORTER)?.into(),
        })
    }
}

/// The name of a segment's file: `kokoro-200-int8-nnapi.onnx` for 200 frames.
pub fn file_name(frames: usize, precision: SegmentPrecision, target: Target) -> String {
    format!("kokoro-{frames}-{precision}-{target}.onnx")
}
