//! The default segments of a machine: made once from the weights, kept in a folder, found again by what they were made from.

use std::path::{Path, PathBuf};

use kokoro_weights::{Sha256, Weights};

use crate::export::{EXPORTER, Exporter};
use crate::quantize::Precision;
use crate::segment::{SelfTest, file_name};
use crate::target::Target;
use crate::{Error, Result};

/// Frames of the default segments: 5, 10 and 15 seconds.
pub const BUCKETS: [usize; 3] = [200, 400, 600];

/// A folder of segments, such as `segments` in the user's cache.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentStore(pub PathBuf);

impl SegmentStore {
    /// Where the segments of these weights for a target and precision are: a folder whose name is a hash of all that they depend on.
    pub fn folder(&self, weights: &Weights, target: Target, precision: Precision) -> PathBuf {
        let key = format!("{}\n{EXPORTER}\n{target}\n{precision}", weights.identity());
        self.0.join(&Sha256::of(key.as_bytes()).to_string()[..32])
    }

    /// The default segments, as far as they are there: model and self-test both.
    pub fn present(&self, weights: &Weights, target: Target, precision: Precision) -> Vec<PathBuf> {
        let folder = self.folder(weights, target, precision);
        let files = BUCKETS.map(|frames| folder.join(file_name(frames, precision, target)));
        files.into_iter().filter(|path| is_whole(path)).collect()
    }

    /// The default segments; those that are missing are made. `progress` gets parts done and parts in all, if there are any.
    ///
    /// # Errors
    /// [`Error::TargetPrecision`]; [`Error::Io`] where the folder cannot be written to. What was made before stays.
    pub fn ensure(
        &self,
        weights: &Weights,
        target: Target,
        precision: Precision,
        mut progress: impl FnMut(usize, usize),
    ) -> Result<Vec<PathBuf>> {
        target.opset(precision)?;
        let present = self.present(weights, target, precision);
        if present.len() == BUCKETS.len() {
            return Ok(present);
        }
        let folder = self.folder(weights, target, precision);
        // Before the minute of work, not after it: a folder that exists may still be on a file system that is read-only.
        std::fs::create_dir_all(&folder).map_err(Error::io("create", &folder))?;
        crate::segment::write(&folder.join("being-made"), b"")?;
        let exporter = Exporter::new(weights)?;
        let mut parts = 0;
        let scheme = exporter.scheme(precision, &[], |done, all| {
            parts = all;
            progress(done, all + BUCKETS.len());
        })?;
        for (done, frames) in BUCKETS.into_iter().enumerate() {
            exporter.export_with(&scheme, frames, target, &folder)?;
            progress(parts + done + 1, parts + BUCKETS.len());
        }
        let _ = std::fs::remove_file(folder.join("being-made")); // an empty file more does no harm
        Ok(self.present(weights, target, precision))
    }
}

fn is_whole(model: &Path) -> bool {
    model.is_file() && SelfTest::path(model).is_file()
}
