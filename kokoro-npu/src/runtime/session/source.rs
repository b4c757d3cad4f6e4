//! Where a model is read from.

use std::path::Path;

use ort::session::builder::SessionBuilder;

/// Where a model is.
#[derive(Debug, Clone, Copy)]
pub enum ModelSource<'a> {
    /// A file of ONNX.
    File(&'a Path),
    /// The bytes of one.
    Bytes(&'a [u8]),
}

impl<'a> From<&'a Path> for ModelSource<'a> {
    fn from(path: &'a Path) -> Self {
        Self::File(path)
    }
}

impl<'a> From<&'a [u8]> for ModelSource<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl ModelSource<'_> {
    /// What it is called in messages.
    pub(super) fn name(self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Bytes(_) => "the model".into(),
        }
    }

    /// Opens it with the options of `builder`.
    pub(super) fn commit(
        self,
        builder: &mut SessionBuilder,
    ) -> Result<ort::session::Session, ort::Error> {
        match self {
            Self::File(path) => builder.commit_from_file(path),
            Self::Bytes(bytes) => builder.commit_from_memory(bytes),
        }
    }
}
