//! Moments that stand in for those of an utterance that is not decoded whole.

use kokoro_kernels::Moments;

/// How the inner values of a decoder are distributed when a voice speaks: what its normalisations
/// take for the moments of an utterance of which they see a part only. How loud and how varied the
/// channels are is for the most part a matter of the voice, and little of the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Calibration {
    moments: Vec<Moments>, // of each normalisation, in the order in which they are computed
}

impl Calibration {
    /// Of the moments of one pass, in the order of its normalisations.
    pub(crate) fn new(moments: Vec<Moments>) -> Self {
        Self { moments }
    }

    /// Whether there is nothing in it, because the decoder does not decode parts.
    pub fn is_empty(&self) -> bool {
        self.moments.is_empty()
    }

    /// The moments, in the order of the normalisations.
    pub(crate) fn moments(&self) -> &[Moments] {
        &self.moments
    }

    /// Of all columns of both.
    pub(crate) fn and(self, other: &Self) -> Self {
        if self.is_empty() {
            return other.clone();
        }
        let pairs = self.moments.into_iter().zip(&other.moments);
        Self { moments: pairs.map(|(ours, theirs)| ours.and(theirs)).collect() }
    }
}
