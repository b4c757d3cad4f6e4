//! How many columns the values of a segment have.

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
            Self::Curves => 2 * frames,
            Self::Upsampled => 20 * frames,
            Self::Samples => 120 * frames,
            Self::Columns => 120 * frames + 1,
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
