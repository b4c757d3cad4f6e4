//! Why a file of PyTorch is not the model's checkpoint.

use super::TorchError;

/// What is wrong with a checkpoint.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CheckpointError {
    /// The state dicts cannot be read.
    #[error(transparent)]
    Torch(#[from] TorchError),
    /// A parameter is there under two names that mean the same.
    #[error("`{name}` is there twice")]
    Twice {
        /// The parameter.
        name: String,
    },
    /// One parameter is not what it should be.
    #[error("`{name}`: {fault}")]
    Parameter {
        /// The parameter.
        name: String,
        /// What is wrong with it.
        fault: ParameterFault,
    },
}

/// What is wrong with one parameter of a checkpoint.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ParameterFault {
    /// Its numbers cannot be read.
    #[error(transparent)]
    Torch(#[from] TorchError),
    /// Of the two tensors of a weight norm, one is missing.
    #[error("its {part} is missing")]
    Missing {
        /// The one that is missing: `weight_v` or `weight_g`.
        part: &'static str,
    },
    /// The lengths of a weight norm are not as many as the rows of its direction.
    #[error("expected {expected} lengths, found {found}")]
    Lengths {
        /// Rows of the direction.
        expected: usize,
        /// Lengths.
        found: usize,
    },
    /// A transform that the model does not have was trained.
    #[error("expected {expected} everywhere, an unused transform")]
    Trained {
        /// The value that leaves the transform without effect.
        expected: f32,
    },
    /// A number cannot be stored as the type asked for.
    #[error("{value} is out of the range of f16; store it as bf16 or f32")]
    Range {
        /// The number.
        value: f32,
    },
}
