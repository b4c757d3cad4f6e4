//! Peak memory, from a process of its own: the peak of a process that does many things belongs to none of them.

use std::path::PathBuf;

use kokoro_metrics::peak_mb;
use kokoro_npu::decoder::SegmentFile;
use kokoro_npu::runtime::{Outcome, Runtime};
use kokoro_npu::segment::file_name;
use kokoro_weights::Weights;
use serde::{Deserialize, Serialize};

use super::bench::{Opened, Pass, open_cpu, open_segment};
use super::model::Model;
use super::path::DecodePath;
use super::plan::Host;
use super::sentence::Sentence;
use crate::{Error, Result};

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
pub struct Memory {
    /// Peak resident memory of the process so far, in units of 2²⁰ bytes, files that are mapped and were read included; none where
    /// the system does not tell as Linux does.
    pub peak_mb: Option<f64>,
}

impl Job {
    /// Speaks, and looks at what this process has taken so far: to be called by a process that does nothing else.
    ///
    /// # Errors
    /// Whatever opening and running report.
    pub fn run(&self) -> Result<Memory> {
        let model = Model::new(&Weights::open(&self.weights)?)?;
        let opened = self.open(&model)?;
        let (features, _) = model.features(&self.sentence)?;
        Pass::of(&model, opened.decoder.as_ref(), &features)?;
        Ok(Memory { peak_mb: peak_mb() })
    }

    fn open(&self, model: &Model) -> Result<Opened> {
        let path: DecodePath = self.path.parse()?;
        let ((precision, target), bucket) = match (&path, path.segment(), self.bucket) {
            (_, Some(segment), Some(bucket)) => (segment, bucket),
            (DecodePath::Cpu(precision), ..) => return open_cpu(model, *precision),
            _ => return Err(Error::Plan { reason: format!("{path}: no capacity is named") }),
        };
        let missing = || Error::Plan { reason: "no library of ONNX Runtime".into() };
        let runtime = Runtime::load(self.library.as_deref().ok_or_else(missing)?)?;
        let file = self.segments.join(file_name(bucket, precision, target));
        open_segment(model, &runtime, &SegmentFile::read(&file, &model.weights)?, &path)
    }

    /// Lets the host's program do it. An error is a driver that took the process down or never ended: it is better not tried here.
    pub(super) fn measure(&self, host: &dyn Host) -> Result<Option<f64>, String> {
        let Some(probe) = host.child(self) else { return Ok(None) };
        match probe.run::<Memory>() {
            Ok(Outcome::Worked(memory)) => Ok(memory.peak_mb),
            Ok(Outcome::Crashed { reason }) => {
                Err(format!("crashed in a process of its own: {reason}"))
            }
            Ok(Outcome::TimedOut) => {
                Err(format!("took longer than {:.0?} in a process of its own", probe.limit))
            }
            // What fails in good order fails here too, with a better word for it.
            Ok(Outcome::Failed { .. }) | Err(_) => Ok(None),
        }
    }
}
