//! What each format's encoder does.

use crate::error::Error;

/// Samples at the format's own rate → bytes. The samples are finite.
pub(crate) trait Codec: Send {
    /// Appends what is complete. The first call, which has samples, writes the header too.
    fn push(&mut self, samples: &[f32], out: &mut Vec<u8>) -> Result<(), Error>;

    /// Appends the rest; gives what a file has at its beginning instead of what was written there.
    /// There was at least one sample.
    fn finish(&mut self, out: &mut Vec<u8>) -> Result<Option<Vec<u8>>, Error>;
}
