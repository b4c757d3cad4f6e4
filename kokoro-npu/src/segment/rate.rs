//! The rates of a segment: how many columns a value has for each frame.

use kokoro_core::architecture::{
    COLUMNS_PER_FRAME, CURVE_VALUES_PER_FRAME, UPSAMPLED_PER_FRAME, columns,
};

/// How many columns a value has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rate {
    /// One column a frame: `N`.
    Frames,
    /// That of the F0 and energy curves: `2N`.
    Curves,
    /// After the generator's first upsampling: `20N`.
    Upsampled,
    /// Before the reflected column is added: `120N`.
    Samples,
    /// Columns of the spectrum: `120N + 1`.
    Columns,
}

impl Rate {
    /// The rates at which there are masks.
    pub const MASKED: [Self; 4] = [Self::Frames, Self::Curves, Self::Upsampled, Self::Columns];

    /// Columns of `frames` frames.
    pub fn columns(self, frames: usize) -> usize {
        match self {
            Self::Frames => frames,
            Self::Curves => CURVE_VALUES_PER_FRAME * frames,
            Self::Upsampled => UPSAMPLED_PER_FRAME * frames,
            Self::Samples => COLUMNS_PER_FRAME * frames,
            Self::Columns => columns(frames),
        }
    }

    /// A short name, as in the names of the mask inputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Frames => "frames",
            Self::Curves => "curves",
            Self::Upsampled => "upsampled",
            Self::Samples => "samples",
            Self::Columns => "columns",
        }
    }
}
