//! The default segments of a machine: those that are missing are made.

use std::path::PathBuf;

use kokoro_npu::SegmentPrecision;
use kokoro_npu::store::{BUCKETS, SegmentStore};
use kokoro_npu::target::Target;
use kokoro_weights::Weights;
use kokoro_weights::files::{FileError, write_atomically};

use crate::Result;
use crate::exporter::Exporter;

/// The default segments of a store; those that are missing are made. `progress` gets parts done and
/// parts in all, if there are any.
///
/// # Errors
/// A precision that the target does not take; [`Error::Io`](crate::Error::Io) where the folder
/// cannot be written to. What was made before stays.
pub fn ensure_segments(
    store: &SegmentStore,
    weights: &Weights,
    target: Target,
    precision: SegmentPrecision,
    mut progress: impl FnMut(usize, usize),
) -> Result<Vec<PathBuf>> {
    target.opset(precision)?;
    let present = store.present(weights, target, precision);
    if present.len() == BUCKETS.len() {
        return Ok(present);
    }
    let folder = store.folder(weights, target, precision);
    // Tries to write a file now and not only after a minute of work: a folder that exists may still
    // be on a read-only file system.
    std::fs::create_dir_all(&folder).map_err(FileError::on("create", &folder))?;
    write_atomically(folder.join("being-made"), b"")?;
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
    Ok(store.present(weights, target, precision))
}
