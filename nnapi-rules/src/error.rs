//! What can go wrong before a graph is judged.

use std::path::PathBuf;

/// Why a graph cannot be judged.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },

    /// The file is no ONNX model.
    #[error(transparent)]
    Onnx(#[from] kokoro_onnx::Error),

    /// The model is empty.
    #[error("the model has no graph")]
    NoGraph,

    /// Two nodes, inputs or constants have a name in common.
    #[error("value `{value}` is defined twice")]
    Duplicate {
        /// The value.
        value: String,
    },

    /// A node reads what does not exist, or what a later node makes.
    #[error("node `{node}` reads `{value}`, which no input, constant or earlier node defines")]
    Undefined {
        /// The node.
        node: String,
        /// The value.
        value: String,
    },
}
