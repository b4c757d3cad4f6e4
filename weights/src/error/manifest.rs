//! What a manifest can get wrong.

/// A contradiction within a manifest, or between it and the files beside it.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ManifestError {
    /// It is the manifest of something else.
    #[error("expected format `{expected}`, found `{found}`")]
    Format {
        /// The format of this crate.
        expected: &'static str,
        /// The format in the file.
        found: String,
    },

    /// A name would lead out of the folder, or is that of the manifest itself.
    #[error("`{name}` is not the plain name of a file")]
    FileName {
        /// The name.
        name: String,
    },

    /// Two entries have one file name.
    #[error("file `{name}` is listed twice")]
    FileTwice {
        /// The name.
        name: String,
    },

    /// A tensor is in a file that has no entry.
    #[error("tensor `{tensor}` is in `{file}`, which is not listed")]
    UnlistedFile {
        /// The tensor.
        tensor: String,
        /// The file without an entry.
        file: String,
    },

    /// Two entries have one file and one tensor name.
    #[error("tensor `{name}` is listed twice")]
    TensorTwice {
        /// The name.
        name: String,
    },

    /// Two files of one role hold a tensor of one name.
    #[error("tensor `{name}` is in two files")]
    TensorInTwoFiles {
        /// The name.
        name: String,
    },

    /// The length in bytes overflows.
    #[error("tensor `{tensor}` has the impossible shape {shape:?}")]
    Shape {
        /// The tensor.
        tensor: String,
        /// Its shape.
        shape: Vec<usize>,
    },

    /// No entry has the role `config`.
    #[error("no file has the role `config`")]
    NoConfig,
}
