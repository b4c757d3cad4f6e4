//! The file of a segment, read before it is opened.

use std::path::{Path, PathBuf};

use kokoro_onnx::Model;
use kokoro_weights::files::FileError;
use kokoro_weights::{Sha256, Weights};

use crate::segment::{EXPORTER, Metadata};
use crate::{Error, Result};

/// A segment's file, read and found to be one of this model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it says of itself.
    pub metadata: Metadata,
    /// SHA-256 of the whole file.
    pub sha256: String,
}

impl SegmentFile {
    /// Reads a segment that was made from `weights` by this version of the exporter.
    ///
    /// # Errors
    /// [`Error::Io`]; [`Error::Onnx`] for a file that is damaged or no ONNX; [`Error::Foreign`] for
    /// a model that is no segment; [`Error::OtherModel`] for a segment of other weights or of
    /// another exporter.
    pub fn read(path: impl AsRef<Path>, weights: &Weights) -> Result<Self> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(FileError::on("read", path))?;
        let sha256 = Sha256::of(&bytes).to_string();
        let metadata = Metadata::read(&Model::read(bytes.into())?)?;
        let same = |what, expected: String, found: &str| {
            if expected == found {
                return Ok(());
            }
            Err(Error::OtherModel { path: path.into(), what, expected, found: found.into() })
        };
        same("exporter", EXPORTER.into(), &metadata.exporter)?;
        same("weights", weights.identity().to_string(), &metadata.weights)?;
        Ok(Self { path: path.into(), metadata, sha256 })
    }
}
