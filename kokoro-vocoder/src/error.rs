//! What can go wrong, and what to do about it. Written by hand so that the crate depends on nothing
//! but its transform.

use std::fmt;

use crate::config::MAX_N_FFT;

/// Why a transform could not be planned or run.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// `n_fft` is outside `2..=MAX_N_FFT`.
    Size {
        /// The transform length asked for.
        n_fft: usize,
    },
    /// `hop` is zero, so that columns would never advance.
    Hop,
    /// The windows are too far apart: some sample is covered by (nearly) zero weight, and nothing
    /// could restore it.
    Gap {
        /// The transform length asked for.
        n_fft: usize,
        /// The distance of columns asked for.
        hop: usize,
    },
    /// The signal is too short to be mirrored at its ends.
    TooShort {
        /// The fewest samples this transform length can take.
        expected: usize,
        /// The samples given.
        found: usize,
    },
    /// A buffer has the wrong length.
    Length {
        /// Which buffer.
        what: &'static str,
        /// The length it must have.
        expected: usize,
        /// The length it has.
        found: usize,
    },
    /// Logits are not a whole number of columns.
    Logits {
        /// Rows of a column: log magnitudes and phase arguments together.
        rows: usize,
        /// The number of values given.
        found: usize,
    },
}

impl Error {
    /// `Ok` when a buffer has the length it must have.
    pub(crate) fn check_length(
        what: &'static str,
        expected: usize,
        found: usize,
    ) -> Result<(), Self> {
        if expected == found { Ok(()) } else { Err(Self::Length { what, expected, found }) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { n_fft } => {
                write!(f, "n_fft is {n_fft}: choose a transform length of 2 to {MAX_N_FFT}")
            }
            Self::Hop => write!(f, "hop is 0: choose a hop of at least 1 sample"),
            Self::Gap { n_fft, hop } => write!(
                f,
                "hop {hop} leaves samples that no window of {n_fft} covers: choose a smaller \
                 hop, {} or less is safe",
                (n_fft / 2).max(1)
            ),
            Self::TooShort { expected, found } => write!(
                f,
                "signal has {found} samples where mirrored ends need at least {expected}: pad it \
                 or use a smaller n_fft"
            ),
            Self::Length { what, expected, found } => write!(
                f,
                "{what} has length {found} where {expected} is expected: make it with the same \
                 plan and column count"
            ),
            Self::Logits { rows, found } => write!(
                f,
                "logits have {found} values, which is not a multiple of {rows}: pass all {rows} \
                 rows of every column"
            ),
        }
    }
}

impl std::error::Error for Error {}
