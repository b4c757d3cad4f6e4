//! The signal beyond its ends.

/// Where padded position `t` reads a signal of `len > pad` samples that is mirrored by `pad` at
/// both ends.
pub(crate) fn mirrored(t: usize, pad: usize, len: usize) -> usize {
    if t < pad {
        pad - t
    } else if t - pad < len {
        t - pad
    } else {
        2 * (len - 1) - (t - pad)
    }
}
