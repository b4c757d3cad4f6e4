//! How far an import has come, for those who wait.

/// What an import is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImportStage {
    /// Waiting for another process that fetches into the same cache.
    Wait,
    /// Fetching a file.
    Download,
    /// Reading and hashing the source.
    Read,
    /// Converting tensors.
    Convert,
    /// Writing the folder.
    Write,
}

/// Is told how far an import has come.
pub trait Progress {
    /// `done` of `total` of this stage are finished: bytes, but tensors or nodes of the model in
    /// [`ImportStage::Convert`]. `total` is 0 if it is not known.
    fn report(&mut self, stage: ImportStage, done: u64, total: u64);

    /// The file `index` of `count` is fetched next; its [`ImportStage::Download`] starts at 0.
    fn begin(&mut self, _file: &str, _index: usize, _count: usize) {}
}

impl<F: FnMut(ImportStage, u64, u64)> Progress for F {
    fn report(&mut self, stage: ImportStage, done: u64, total: u64) {
        self(stage, done, total);
    }
}
