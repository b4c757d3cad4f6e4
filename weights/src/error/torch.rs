//! Why a file of PyTorch cannot be read.

use zip::result::ZipError;

use super::PickleError;

/// What is wrong with a file of `torch.save`.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TorchError {
    /// It is not a zip archive.
    #[error(transparent)]
    Archive(#[from] ZipError),
    /// A part of the archive is missing, damaged or compressed.
    #[error("entry `{entry}`: {source}")]
    Entry {
        /// Name in the archive.
        entry: String,
        /// What the archive's reader says.
        source: ZipError,
    },
    /// The archive has no entry with the pickled objects.
    #[error("the archive has no data.pkl")]
    NoPickle,
    /// The file was written on a big-endian machine.
    #[error("its numbers are not little-endian")]
    BigEndian,
    /// The pickled objects cannot be read.
    #[error(transparent)]
    Pickle(#[from] PickleError),
    /// The file holds something else.
    #[error("expected a dict of state dicts")]
    NotADict,
    /// A dict has a key that names nothing.
    #[error("a key is not a text")]
    KeyNotText,
    /// A state dict holds something else beside tensors.
    #[error("`{name}` is no tensor")]
    NotATensor {
        /// Name of the dict and key, with a dot between.
        name: String,
    },
    /// The outer dict holds something else beside state dicts and tensors.
    #[error("`{name}` is neither a state dict nor a tensor")]
    NotAStateDict {
        /// The key.
        name: String,
    },
    /// A parameter is stored as integers or truth values.
    #[error("expected floats, found integers")]
    Integers,
    /// A tensor reaches beyond its storage.
    #[error("shape {shape:?} does not fit its storage of {found} elements")]
    View {
        /// Shape of the tensor.
        shape: Vec<usize>,
        /// Elements of the storage.
        found: usize,
    },
}
