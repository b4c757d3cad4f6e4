//! Verdicts that are remembered from one process to the next.

use std::path::{Path, PathBuf};

use kokoro_weights::Sha256;
use kokoro_weights::files::{FileError, write_atomically};

use super::segment_file::SegmentFile;
use super::self_test::bar;
use super::verdict::Verdict;
use crate::Result;
use crate::runtime::{Runtime, SessionOptions, device_fingerprint};

/// Verdicts in a folder, one small file each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdicts {
    folder: PathBuf,
}

impl Verdicts {
    /// Verdicts in this folder, which is made when the first one is kept.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The verdict on a segment with these options here, if there is one.
    pub fn recall(
        &self,
        runtime: &Runtime,
        file: &SegmentFile,
        options: &SessionOptions,
    ) -> Option<Verdict> {
        let text = std::fs::read(self.place(runtime, file, options)).ok()?;
        serde_json::from_slice(&text).ok()
    }

    /// Keeps a verdict.
    ///
    /// # Errors
    /// [`Error::Io`](crate::Error::Io): the test will run again, and nothing else is lost.
    pub fn remember(
        &self,
        runtime: &Runtime,
        file: &SegmentFile,
        options: &SessionOptions,
        verdict: &Verdict,
    ) -> Result<()> {
        std::fs::create_dir_all(&self.folder).map_err(FileError::on("create", &self.folder))?;
        let place = self.place(runtime, file, options);
        let text = serde_json::to_vec(verdict)
            .map_err(|error| FileError::on("write", &place)(error.into()))?;
        Ok(write_atomically(&place, text)?)
    }

    fn place(&self, runtime: &Runtime, file: &SegmentFile, options: &SessionOptions) -> PathBuf {
        self.folder.join(key(runtime, file, options)).with_extension("json")
    }
}

/// All that a verdict depends on, hashed: device, library, provider with its options, segment, and
/// the bars.
fn key(runtime: &Runtime, file: &SegmentFile, options: &SessionOptions) -> String {
    let SessionOptions { provider, forbid_cpu, disabled_optimizers, .. } = options;
    let parts = [
        device_fingerprint(),
        runtime.version().to_string(),
        library_stamp(runtime.path()),
        provider.to_string(),
        forbid_cpu.to_string(),
        disabled_optimizers.join(";"),
        file.sha256.clone(),
        bar(file.metadata.precision).to_string(),
    ];
    Sha256::of(parts.join("\n").as_bytes()).to_string()[..32].into()
}

/// Size and time of the library's file: another build of the same version is another library.
fn library_stamp(path: &Path) -> String {
    let stamp = std::fs::metadata(path).and_then(|file| Ok((file.len(), file.modified()?)));
    stamp.map(|stamp| format!("{stamp:?}")).unwrap_or_default()
}
