//! The default segments of a machine: made once from the weights, kept in a folder, found again by
//! what they were made from.

use std::path::{Path, PathBuf};

use kokoro_core::architecture::FRAMES_PER_SECOND;
use kokoro_weights::{Sha256, Weights};

use crate::SegmentPrecision;
use crate::segment::{EXPORTER, SelfTest, file_name};
use crate::target::Target;

/// Frames of the default segments: 5, 10 and 15 seconds.
pub const BUCKETS: [usize; 3] =
    [5 * FRAMES_PER_SECOND, 10 * FRAMES_PER_SECOND, 15 * FRAMES_PER_SECOND];

/// A folder of segments, such as `segments` in the user's cache.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentStore {
    folder: PathBuf,
}

impl SegmentStore {
    /// Segments below this folder, which need not exist yet.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Where the segments of these weights for a target and precision are: a folder whose name is a
    /// hash of all that they depend on.
    pub fn folder(
        &self,
        weights: &Weights,
        target: Target,
        precision: SegmentPrecision,
    ) -> PathBuf {
        let key = format!("{}\n{EXPORTER}\n{target}\n{precision}", weights.identity());
        self.folder.join(&Sha256::of(key.as_bytes()).to_string()[..32])
    }

    /// The default segments, as far as they are there: model and self-test both.
    pub fn present(
        &self,
        weights: &Weights,
        target: Target,
        precision: SegmentPrecision,
    ) -> Vec<PathBuf> {
        let folder = self.folder(weights, target, precision);
        let files = BUCKETS.map(|frames| folder.join(file_name(frames, precision, target)));
        files.into_iter().filter(|path| is_whole(path)).collect()
    }
}

fn is_whole(model: &Path) -> bool {
    model.is_file() && SelfTest::path(model).is_file()
}
