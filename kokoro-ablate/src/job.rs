//! A sentence in a process of its own, for its peak memory: the peak of a process that does many
//! things belongs to none of them.

use std::path::PathBuf;

use kokoro_metrics::peak_mb;
use kokoro_npu::decoder::SegmentFile;
use kokoro_npu::runtime::Runtime;
use kokoro_weights::Weights;
use serde::{Deserialize, Serialize};

use crate::bench::{Opened, Pass, open_cpu, open_segment};
use crate::error::{Error, Result};
use crate::path::{DecodePath, SegmentKind};
use crate::sentence::Sentence;
use crate::shared_model::SharedModel;

/// One sentence by one path, to be spoken in a process of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// The folder of the model.
    pub weights: PathBuf,
    /// The library of ONNX Runtime, for paths that need it.
    pub library: Option<PathBuf>,
    /// The folder of the segments.
    pub segments: PathBuf,
    /// The path's name.
    pub path: String,
    /// Frames of the segment.
    pub bucket: Option<usize>,
    /// What is spoken.
    pub sentence: Sentence,
}

/// What a [`Job`] took.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Memory {
    /// Peak resident memory of the process so far, in units of 2²⁰ bytes. Mapped files count as far
    /// as they were read. None where the system does not tell; Linux does.
    pub peak_mb: Option<f64>,
}

impl Job {
    /// Speaks the sentence, then gives the peak memory of the whole process: so a process that
    /// calls this should do nothing else.
    ///
    /// # Errors
    /// Whatever opening and running report.
    pub fn run(&self) -> Result<Memory> {
        let model = SharedModel::new(&Weights::open(&self.weights)?)?;
        let opened = self.open(&model)?;
        let features = model.prepare(&self.sentence)?.features;
        Pass::of(&model, opened.decoder.as_ref(), &features)?;
        Ok(Memory { peak_mb: peak_mb() })
    }

    fn open(&self, model: &SharedModel) -> Result<Opened> {
        let path: DecodePath = self.path.parse()?;
        let (precision, provider) = match &path {
            DecodePath::Cpu(precision) => return open_cpu(model, *precision),
            DecodePath::Segment { precision, provider } => (*precision, provider),
        };
        let kind = SegmentKind { precision, target: provider.target() };
        let missing = || Error::NoCapacity { path: self.path.clone() };
        let file = self.segments.join(kind.file_name(self.bucket.ok_or_else(missing)?));
        let missing = || Error::NoLibrary { path: self.path.clone() };
        let runtime = Runtime::load(self.library.as_deref().ok_or_else(missing)?)?;
        open_segment(model, &runtime, &SegmentFile::read(&file, &model.weights)?, provider)
    }
}
