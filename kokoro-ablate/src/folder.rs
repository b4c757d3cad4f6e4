//! Where things are in the folder of an ablation.

use std::path::{Path, PathBuf};

use kokoro_weights::files::FileError;

use crate::error::Result;
use crate::path;

/// The folder of an ablation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Folder<'a> {
    root: &'a Path,
}

impl<'a> Folder<'a> {
    /// The folder at `root`.
    pub fn new(root: &'a Path) -> Self {
        Self { root }
    }

    /// A file in the folder, by its path relative to the folder.
    pub fn file(self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The rows.
    pub fn rows(self) -> PathBuf {
        self.root.join("rows.jsonl")
    }

    /// The sound of a sentence by a path.
    pub fn wav(self, sentence: &str, path: &str) -> PathBuf {
        self.root.join("wav").join(format!("{sentence}.{}.wav", path::file_name(path)))
    }

    /// A plot.
    pub fn plot(self, name: &str) -> PathBuf {
        self.root.join("plots").join(format!("{name}.svg"))
    }

    /// Makes the folders.
    pub fn create(self) -> Result<()> {
        for folder in [self.root.join("wav"), self.root.join("plots")] {
            std::fs::create_dir_all(&folder).map_err(FileError::on("create", &folder))?;
        }
        Ok(())
    }
}
